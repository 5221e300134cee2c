// Rows of people, their roles, the cookies that know them, one-time links and passkeys.

export interface PersonTable {
  id: string
  kind: 'visitor' | 'guest' | 'staff'
  name: string | null
  /** 1: the name plate shows in the hall to strangers. */
  show_name: number
  made_at: number
  seen_at: number
  login: string | null
  /** scrypt, see server/person/password.ts. */
  password: string | null
}

export interface HouseRoleTable {
  person: string
  role: 'operator' | 'host'
}

export interface CityRoleTable {
  person: string
  city: string
}

/** A signed-in browser. The cookie's token is nowhere; its SHA-256 is the key. */
export interface CookieTable {
  hash: string
  person: string
  made_at: number
  seen_at: number
  ends_at: number
  /** Session that this machine shows, for a stage screen's login. */
  stage: string | null
  /** Session that this browser joined by the room's code. */
  room: string | null
}

/** A one-time sign-in link; used once, its row is gone. */
export interface LinkTable {
  hash: string
  house: 'operator' | 'host' | null
  city: string | null
  name: string
  made_at: number
  ends_at: number
}

export interface PasskeyTable {
  id: string
  person: string
  /** base64url. */
  public_key: string
  counter: number
  /** JSON list. */
  transports: string
  made_at: number
}

export interface PersonTables {
  person: PersonTable
  house_role: HouseRoleTable
  city_role: CityRoleTable
  cookie: CookieTable
  link: LinkTable
  passkey: PasskeyTable
}
