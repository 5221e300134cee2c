// Where a browser's request comes from: the Origin check that guards every POST and the socket's handshake.

import type { IncomingHttpHeaders } from 'node:http'

const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Whether the request may come from where it says. With a public address only that Origin; without one only this machine's own
 * names on the port that was asked. A request without Origin is let through only if it says that it is no other site's:
 * browsers leave Origin out of same-origin GETs, and programs that are no browser carry nobody's cookies.
 */
export function originAllowed(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const origin = headers.origin
  if (origin === undefined) {
    const site = headers['sec-fetch-site']
    return site === undefined || site === 'same-origin' || site === 'none'
  }
  if (publicUrl !== null) return origin === publicUrl
  if (!URL.canParse(origin)) return false
  const { hostname, port } = new URL(origin)
  const asked = URL.canParse(`http://${headers.host}`) ? new URL(`http://${headers.host}`) : null
  return asked !== null && LOOPBACK_HOST.test(hostname) && LOOPBACK_HOST.test(asked.hostname) && port === asked.port
}
