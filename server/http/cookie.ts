// The two cookies, of the person and of a stage screen's machine: names and marks, written and read. `__Host-` and Secure where
// the house is on https; plain on plain http.

const TOKEN = /^[A-Za-z0-9_-]{43}$/

export interface CookieKind {
  readonly name: string
  readonly secure: boolean
}

/** A host may open the stage's page in the browser they are signed in with: the machine's login must not take theirs away. */
export interface CookieKinds {
  readonly person: CookieKind
  readonly stage: CookieKind
}

export function cookieKinds(publicUrl: string | null): CookieKinds {
  const secure = publicUrl?.startsWith('https:') ?? false
  const prefix = secure ? '__Host-' : ''
  return { person: { name: `${prefix}parlor`, secure }, stage: { name: `${prefix}parlor-stage`, secure } }
}

/** The `Set-Cookie` line that gives the token, or with null takes it away. */
export function cookieHeader(kind: CookieKind, cookie: { token: string; endsAt: number } | null): string {
  const ends = new Date(cookie?.endsAt ?? 0).toUTCString()
  const marks = `Path=/; HttpOnly; SameSite=Lax${kind.secure ? '; Secure' : ''}`
  return `${kind.name}=${cookie?.token ?? ''}; Expires=${ends}; ${marks}`
}

/** The token in a `Cookie` header, or null. */
export function readCookie(kind: CookieKind, header: string | undefined): string | null {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === kind.name) return TOKEN.exec(pair.slice(at + 1).trim())?.[0] ?? null
  }
  return null
}
