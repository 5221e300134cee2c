// The POST paths of people: coming in, a name, a room's code, a stage screen's key, links, passwords, passkeys.

import { type SessionId } from '../../shared/kit/id.ts'
import { type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Buckets } from '../gateway/buckets.ts'
import type { Asker } from '../http/posts.ts'
import type { Links } from './links.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import type { Passkeys } from './passkeys.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { type SignInDeps, signIn, signOut } from './sign-in.ts'

export interface PersonRouteDeps extends SignInDeps {
  readonly links: Links
  readonly passkeys: Passkeys
  /** Tries of secrets: by login or browser, and by address. */
  readonly tries: Buckets
  readonly triesFlood: Buckets
  /** Browsers that come in without a cookie, by address. */
  readonly newcomers: Buckets
  /** Wrong codes and keys by address. */
  readonly wrongCodes: Buckets
  /** The session with this room code, or null. */
  readonly sessionByCode: (code: string) => Promise<SessionId | null>
  /** Whether the key is that of the session's stage screen. */
  readonly stageKeyFits: (session: SessionId, key: string) => Promise<boolean>
  /** A person's name changed: lists that show it follow. */
  readonly onRenamed: (me: Me) => void
}

/** All paths of people; app-routes.ts finds a missing one. */
export function personRoutes(deps: PersonRouteDeps) {
  return { ...guestRoutes(deps), ...staffRoutes(deps), ...passkeyRoutes(deps) }
}

function guestRoutes(deps: PersonRouteDeps) {
  const { people, cookies } = deps
  return {
    '/api/enter': async (_body: unknown, asker: Asker): Promise<Reply<Me>> => {
      const entered = await enter(asker, deps)
      return entered.ok ? value(entered.value.me) : entered
    },
    '/api/name': async ({ name }: { name: string }, asker: Asker): Promise<Reply<Me>> => {
      if (name.length === 0) return refuse('person.name-bad')
      if (!asker.who) return refuse('person.sign-in-needed')
      await people.rename(asker.who.me.person, name)
      const me = await people.me(asker.who.me.person)
      if (!me) return refuse('person.sign-in-needed')
      deps.onRenamed(me)
      return value(me)
    },
    '/api/join-code': async ({ code }: { code: string }, asker: Asker) => {
      if (!deps.wrongCodes.has(asker.address)) return refuse('wire.too-often')
      const session = await deps.sessionByCode(code)
      if (!session) {
        deps.wrongCodes.take(asker.address)
        return refuse('session.code-unknown')
      }
      const entered = await enter(asker, deps)
      if (!entered.ok) return entered
      await cookies.setRoom(entered.value.cookie, session)
      return value({ session, place: 'room' as const })
    },
    '/api/stage': async ({ session, key }: { session: SessionId; key: string }, asker: Asker) => {
      if (!deps.wrongCodes.has(asker.address)) return refuse('wire.too-often')
      if (!(await deps.stageKeyFits(session, key))) {
        deps.wrongCodes.take(asker.address)
        return refuse('session.unknown')
      }
      const made = await cookies.makeVisitor()
      await cookies.setStage(made.hash, session)
      asker.setCookie(made, 'stage')
      return value({ session })
    },
  }
}

/** Who the asker is; a browser without a cookie becomes a visitor. */
async function enter(
  asker: Asker,
  { cookies, newcomers }: PersonRouteDeps,
): Promise<Reply<{ readonly me: Me; readonly cookie: string }>> {
  if (asker.who) return value(asker.who)
  if (!newcomers.take(asker.address)) return refuse('wire.too-often')
  const made = await cookies.makeVisitor()
  asker.setCookie(made)
  const me: Me = { person: made.person, name: null, kind: 'visitor', house: [], cities: [] }
  return value({ me, cookie: made.hash })
}

function staffRoutes(deps: PersonRouteDeps) {
  const mayTry = (key: string, asker: Asker) => deps.triesFlood.take(asker.address) && deps.tries.take(key)
  return {
    '/api/sign-in/link': async ({ token }: { token: string }, asker: Asker): Promise<Reply<Me>> => {
      if (!mayTry(`link ${asker.who?.cookie ?? asker.address}`, asker)) return refuse('wire.too-often')
      const person = await deps.links.use(token)
      return person ? await signIn(person, asker, deps) : refuse('person.link-spent')
    },
    '/api/sign-in/password': async ({ login, password }: { login: string; password: string }, asker: Asker) => {
      if (!mayTry(`password ${login}`, asker)) return refuse('wire.too-often')
      const found = await deps.people.byLogin(login)
      const fits = await passwordMatches(password, found?.password ?? null)
      return found && fits ? await signIn(found.person, asker, deps) : refuse('person.wrong-password')
    },
    '/api/password': async ({ login, password }: { login: string; password: string }, asker: Asker) => {
      if (!asker.who) return refuse('person.sign-in-needed')
      const { me, cookie } = asker.who
      if (me.kind !== 'staff') return refuse('person.not-allowed')
      const hashed = await hashPassword(password)
      if (!(await deps.people.setPassword(me.person, login, hashed))) return refuse('person.login-taken')
      await deps.cookies.endOthers(me.person, cookie)
      // Whoever else was signed in as them is out at once; the tabs of this browser come back by themselves.
      deps.endSockets(me.person)
      return value(me)
    },
    '/api/sign-out': (_body: unknown, asker: Asker) => signOut(asker, deps),
  }
}
