// Passkeys by the WebAuthn library: the ceremonies and their rows. The relying party is the house's own origin.

import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Db } from '../storage/database.ts'

/** Loaded when first needed: it takes 24 MB and a quarter of a second, and most days nobody adds a passkey. */
const library = () => import('@simplewebauthn/server')

/** A ceremony must end within this long. */
const CEREMONY_MS = 5 * 60_000
const CEREMONIES_MAX = 1_000

/** Where the browser is: host name and origin, from PUBLIC_URL or the loopback address asked. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

export interface Passkeys {
  registerOptions(me: Me, cookie: string, party: RelyingParty): Promise<unknown>
  register(me: Me, cookie: string, party: RelyingParty, response: unknown): Promise<boolean>
  signInOptions(key: string, party: RelyingParty): Promise<unknown>
  /** The person whose passkey answered, or null. */
  signIn(key: string, party: RelyingParty, response: unknown): Promise<PersonId | null>
}

export function createPasskeys(db: Db, clock: Clock): Passkeys {
  const challenges = createChallenges(clock)
  return {
    registerOptions: async (me, cookie, party) => {
      const known = await db.selectFrom('passkey').select(['id']).where('person', '=', me.person).execute()
      const options = await (await library()).generateRegistrationOptions({
        rpName: 'Parlor',
        rpID: party.id,
        userName: me.name ?? me.person,
        userID: new Uint8Array(Buffer.from(me.person)),
        attestationType: 'none',
        excludeCredentials: known,
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      })
      challenges.keep(`register ${cookie}`, options.challenge)
      return options
    },
    register: (me, cookie, party, response) => {
      const challenge = challenges.take(`register ${cookie}`)
      return challenge ? register(db, clock(), me.person, party, challenge, response) : Promise.resolve(false)
    },
    signInOptions: async (key, party) => {
      const options = await (await library()).generateAuthenticationOptions({
        rpID: party.id,
        userVerification: 'preferred',
      })
      challenges.keep(`sign in ${key}`, options.challenge)
      return options
    },
    signIn: async (key, party, response) => {
      const challenge = challenges.take(`sign in ${key}`)
      return challenge ? await authenticate(db, party, challenge, response as AuthenticationResponseJSON) : null
    },
  }
}

async function register(
  db: Db,
  at: number,
  person: PersonId,
  party: RelyingParty,
  expectedChallenge: string,
  response: unknown,
): Promise<boolean> {
  const result = await (await library())
    .verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
    })
    .catch(() => null)
  if (!result?.verified) return false
  const { credential } = result.registrationInfo
  const row = {
    id: credential.id,
    person,
    public_key: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: JSON.stringify(credential.transports ?? []),
    made_at: at,
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

async function authenticate(
  db: Db,
  party: RelyingParty,
  expectedChallenge: string,
  response: AuthenticationResponseJSON,
): Promise<PersonId | null> {
  const row = await db.selectFrom('passkey').selectAll().where('id', '=', String(response.id)).executeTakeFirst()
  if (!row) return null
  const result = await (await library())
    .verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
      credential: {
        id: row.id,
        publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
        counter: row.counter,
        transports: JSON.parse(row.transports) as AuthenticatorTransport[],
      },
    })
    .catch(() => null)
  if (!result?.verified) return null
  const counter = result.authenticationInfo.newCounter
  await db.updateTable('passkey').set({ counter }).where('id', '=', row.id).execute()
  return row.person as PersonId
}

/** Challenges given out, each for one answer. In memory: a restart in the middle means asking again. */
function createChallenges(clock: Clock) {
  const kept = new Map<string, { challenge: string; endsAt: number }>()
  return {
    keep: (key: string, challenge: string) => {
      kept.delete(key)
      kept.set(key, { challenge, endsAt: clock() + CEREMONY_MS })
      for (const oldest of kept.keys()) {
        if (kept.size <= CEREMONIES_MAX) break
        kept.delete(oldest)
      }
    },
    take: (key: string): string | null => {
      const found = kept.get(key)
      kept.delete(key)
      return found && found.endsAt > clock() ? found.challenge : null
    },
  }
}
