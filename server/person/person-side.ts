// Everything about people put together: rows, cookies, links, passkeys, who sent a request, and the daily sweep.

import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId, Random } from '../../shared/kit/id.ts'
import type { WhoIs } from '../gateway/who.ts'
import { type CookieKinds, readCookie } from '../http/cookie.ts'
import type { Db } from '../storage/database.ts'
import { type Cookies, createCookies } from './cookies.ts'
import { createLinks, type Links } from './links.ts'
import { createPasskeys, type Passkeys } from './passkeys.ts'
import { createPeople, type People } from './people.ts'
import { createStaff, type Staff } from './staff.ts'

export interface PersonSide {
  readonly people: People
  readonly cookies: Cookies
  readonly links: Links
  readonly staff: Staff
  readonly passkeys: Passkeys
  readonly whoIs: WhoIs
  /** Removes what is past its time; who is present is seen now. Answers whose names went. */
  sweep(present: readonly PersonId[]): Promise<PersonId[]>
}

export function createPersonSide(db: Db, clock: Clock, random: Random, kind: CookieKinds): PersonSide {
  const people = createPeople(db, clock, random)
  const cookies = createCookies(db, people, clock, random)
  const links = createLinks(db, clock, random)
  return {
    people,
    cookies,
    links,
    staff: createStaff(db),
    passkeys: createPasskeys(db, clock),
    whoIs: async (headers, as = 'person') => {
      const person = as === 'stage' ? null : readCookie(kind.person, headers.cookie)
      const known = person ? await cookies.who(person) : null
      if (known || as === 'person') return known
      const stage = readCookie(kind.stage, headers.cookie)
      return stage ? await cookies.who(stage) : null
    },
    sweep: async (present) => {
      await people.seen(present)
      await cookies.sweep()
      await links.sweep()
      return await people.sweep()
    },
  }
}
