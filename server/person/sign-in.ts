// Signing in and out: what a browser's cookie becomes. A new cookie at each sign-in (no fixed ones), the old one ends with its sockets.

import type { PersonId } from '../../shared/kit/id.ts'
import { type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Asker } from '../http/posts.ts'
import type { Cookies } from './cookies.ts'
import type { People } from './people.ts'

export interface SignInDeps {
  readonly people: People
  readonly cookies: Cookies
  /** Ends the person's sockets, after telling them. */
  readonly endSockets: (person: PersonId) => void
}

/** Gives the asker's browser a cookie for a member of staff in place of what it had. */
export async function signIn(person: PersonId, asker: Asker, deps: SignInDeps): Promise<Reply<Me>> {
  const me = await deps.people.me(person)
  // A role that was taken away meanwhile: what they knew signs nobody in.
  if (me?.kind !== 'staff') return refuse('person.not-allowed')
  const cookie = await deps.cookies.make(person)
  if (asker.who) await leave(asker.who.cookie, asker.who.me.person, deps)
  asker.setCookie(cookie)
  return value(me)
}

/** Ends the asker's cookie; every socket of the person is told and ended, and other browsers of theirs come back by themselves. */
export async function signOut(asker: Asker, deps: SignInDeps): Promise<Reply<null>> {
  if (asker.who) await leave(asker.who.cookie, asker.who.me.person, deps)
  asker.setCookie(null)
  return value(null)
}

async function leave(cookie: string, person: PersonId, { cookies, endSockets }: SignInDeps): Promise<void> {
  await cookies.end(cookie)
  endSockets(person)
}
