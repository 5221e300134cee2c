// What a noun hands to the gateway: one handler per ask. Owns the types of caller and handler; the guard calls them, nouns write them.

import type { PersonId, SessionId } from '../../shared/kit/id.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import type { Ask, AskName, Me, Replies } from '../../shared/protocol/wire.ts'
import type { Line } from '../broadcast/line.ts'

/** Who asks: read from the cookie at the handshake, never from the message. A change of rights ends the socket, so it stays true. */
export interface Caller {
  readonly person: PersonId
  /** With the name that they have now. */
  me: Me
  readonly line: Line
  /** The client's address as far as trusted proxies tell it; for the flood stop and bans only, never logged or stored. */
  readonly address: string
  /** Set for a stage screen's machine login: the one session it may show. */
  readonly machine: { readonly session: SessionId; readonly role: 'stage-screen' } | null
  /** The session this person joined by the room's code: their place there is `room`. */
  readonly room: SessionId | null
}

/**
 * Answers one ask. The ask is parsed and the rate allowed already; what is left: allow, decide, write, reply, tell.
 * A refusal is returned; what is thrown is a fault, logged once, and answered as `wire.fault`.
 */
export type Handler<N extends AskName> = (ask: Ask<N>, caller: Caller) => Reply<Replies[N]> | Promise<Reply<Replies[N]>>

/** The whole table; app.ts merges it from the nouns' parts. */
export type Handlers = { readonly [N in AskName]: Handler<N> }

/** What else a line does: binary messages of the hot track, and going. */
export interface LineHooks {
  readonly onHot: (caller: Caller, bytes: Uint8Array) => void
  readonly onGone: (caller: Caller) => void
}
