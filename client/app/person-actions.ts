// Coming in, giving a name, signing in and out. Passkeys load their library when they are asked for.

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Api } from '../net/api.ts'
import { NO_COOKIE, type Outcome } from '../state/outcome.ts'
import type { Stores } from '../state/stores.ts'
import type { PersonActions } from '../ui/actions.ts'

const PASSKEY_FAILED = { ok: false, code: 'person.passkey-failed' } as const

export type Enter = () => Promise<Outcome<Me>>

const keepIn = async (stores: Stores, asked: Promise<Outcome<Me>>): Promise<Outcome<Me>> => {
  const reply = await asked
  if (reply.ok) stores.person.setState({ me: reply.value, known: true })
  return reply
}

/** Coming in, for everything that needs the cookie: asked once at a time, since two askings without a cookie make two visitors. */
export function makeEnter(api: Api, stores: Stores): Enter {
  let entering: Promise<Outcome<Me>> | null = null
  return () => {
    entering ??= keepIn(stores, api.post('/api/enter', {})).finally(() => {
      entering = null
    })
    return entering
  }
}

const isStranger = (outcome: Outcome<unknown>): boolean => !outcome.ok && outcome.code === 'person.sign-in-needed'

/** Asks what only somebody with the cookie may. Where it is gone one comes in anew; gone again at once, the browser keeps none. */
export async function asVisitor<T>(enter: Enter, ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const first = await ask()
  if (!isStranger(first)) return first
  const came = await enter()
  if (!came.ok) return came
  const second = await ask()
  return isStranger(second) ? NO_COOKIE : second
}

/** @param renew makes an open line anew, since who one is was read at its handshake */
export function personActions(api: Api, stores: Stores, enter: Enter, renew: () => Promise<void>): PersonActions {
  const keep = (asked: Promise<Outcome<Me>>) => keepIn(stores, asked)
  const signIn = async (asked: Promise<Outcome<Me>>): Promise<Outcome<Me>> => {
    const reply = await keep(asked)
    if (reply.ok) await renew()
    return reply
  }
  return {
    enter,
    async look() {
      const reply = await api.get('/api/me')
      if (reply.ok && reply.value) stores.person.setState({ me: reply.value, known: true })
    },
    async giveName(name) {
      // The cookie of coming in must be there: who is quick at the door would otherwise be nobody yet, or two.
      const came = stores.person.getState().known ? null : await enter()
      return came && !came.ok ? came : keep(asVisitor(enter, () => api.post('/api/name', { name })))
    },
    signInByLink: (token) => signIn(api.post('/api/sign-in/link', { token })),
    signInByPassword: (login, password) => signIn(api.post('/api/sign-in/password', { login, password })),
    signInByPasskey: () => signIn(askPasskey(api)),
    setPassword: (login, password) => keep(api.post('/api/password', { login, password })),
    addPasskey: () => keep(makePasskey(api)),
    async signOut() {
      const reply = await api.post('/api/sign-out', {})
      if (reply.ok) stores.person.setState({ me: null, known: false })
      return reply
    },
  }
}

async function askPasskey(api: Api): Promise<Outcome<Me>> {
  const options = await api.post('/api/passkey/sign-in/options', {})
  if (!options.ok) return options
  try {
    const { startAuthentication } = await import('@simplewebauthn/browser')
    const optionsJSON = options.value as PublicKeyCredentialRequestOptionsJSON
    return await api.post('/api/passkey/sign-in', { ...(await startAuthentication({ optionsJSON })) })
  } catch {
    return PASSKEY_FAILED
  }
}

async function makePasskey(api: Api): Promise<Outcome<Me>> {
  const options = await api.post('/api/passkey/register/options', {})
  if (!options.ok) return options
  try {
    const { startRegistration } = await import('@simplewebauthn/browser')
    const optionsJSON = options.value as PublicKeyCredentialCreationOptionsJSON
    return await api.post('/api/passkey/register', { ...(await startRegistration({ optionsJSON })) })
  } catch {
    return PASSKEY_FAILED
  }
}
