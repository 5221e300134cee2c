// Everything about people put together: rows, cookies, links, passkeys, who sent a request, and the daily sweep.

import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId, Random } from '../../shared/kit/id.ts'
import type { WhoIs } from '../gateway/who.ts'
import { type CookieKind, readCookie } from '../http/cookie.ts'
import type { Db } from '../storage/database.ts'
import { type Cookies, createCookies } from './cookies.ts'
import { createLinks, type Links } from './links.ts'
import { createPasskeys, type Passkeys } from './passkeys.ts'
import { createPeople, type People } from './people.ts'

export interface PersonSide {
  readonly people: People
  readonly cookies: Cookies
  readonly links: Links
  readonly passkeys: Passkeys
  readonly whoIs: WhoIs
  /** Removes what is past its time; who is present is seen now. Answers whose names went. */
  sweep(present: readonly PersonId[]): Promise<PersonId[]>
}

export function createPersonSide(db: Db, clock: Clock, random: Random, kind: CookieKind): PersonSide {
  const people = createPeople(db, clock, random)
  const cookies = createCookies(db, people, clock, random)
  const links = createLinks(db, people, clock, random)
  return {
    people,
    cookies,
    links,
    passkeys: createPasskeys(db, clock),
    whoIs: async (headers) => {
      const token = readCookie(kind, headers.cookie)
      return token ? await cookies.who(token) : null
    },
    sweep: async (present) => {
      await people.seen(present)
      await cookies.sweep()
      await links.sweep()
      return await people.sweep()
    },
  }
}
