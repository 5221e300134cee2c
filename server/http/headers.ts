// Headers of every answer: what a page may load (its own origin only), and that nothing is guessed, framed or sent on.

/** Pages run scripts of their own origin only. Inline style attributes are what the interface library sets on its popovers. */
export const PAGE_CSP = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What came from outside is shown as a dead thing, whatever it holds. */
export const FILE_CSP = "default-src 'none'; sandbox"

export function securityHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': PAGE_CSP,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(self), payment=()',
    ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
