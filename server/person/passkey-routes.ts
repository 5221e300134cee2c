// The POST paths of passkeys: staff add one to themselves, and sign in with it.

import { type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Asker } from '../http/posts.ts'
import type { Passkeys, RelyingParty } from './passkeys.ts'
import { type SignInDeps, signIn } from './sign-in.ts'

export function passkeyRoutes(deps: SignInDeps & { readonly passkeys: Passkeys }) {
  const { passkeys } = deps
  return {
    '/api/passkey/register/options': async (_body: unknown, asker: Asker): Promise<Reply<unknown>> => {
      if (!asker.who) return refuse('person.sign-in-needed')
      if (asker.who.me.kind !== 'staff') return refuse('person.not-allowed')
      return value(await passkeys.registerOptions(asker.who.me, asker.who.cookie, party(asker)))
    },
    '/api/passkey/register': async (body: unknown, asker: Asker): Promise<Reply<Me>> => {
      if (!asker.who) return refuse('person.sign-in-needed')
      const { me, cookie } = asker.who
      if (me.kind !== 'staff') return refuse('person.not-allowed')
      return (await passkeys.register(me, cookie, party(asker), body)) ? value(me) : refuse('person.passkey-failed')
    },
    '/api/passkey/sign-in/options': async (_body: unknown, asker: Asker): Promise<Reply<unknown>> =>
      value(await passkeys.signInOptions(ceremony(asker), party(asker))),
    '/api/passkey/sign-in': async (body: unknown, asker: Asker): Promise<Reply<Me>> => {
      const person = await passkeys.signIn(ceremony(asker), party(asker), body)
      return person ? await signIn(person, asker, deps) : refuse('person.passkey-failed')
    },
  }
}

/** Whose ceremony it is: the browser's, or, before it has a cookie, its address's. */
const ceremony = (asker: Asker): string => asker.who?.cookie ?? asker.address

const party = (asker: Asker): RelyingParty => ({ id: new URL(asker.origin).hostname, origin: asker.origin })
