// What every decision is made of: who asks, what the room looked up beforehand, and the two answers.

import type { PersonId } from '../kit/id.ts'
import type { Pose } from '../pose/pose.ts'
import { type Refusal, refuse } from '../protocol/refusal.ts'
import type { SessionCommand } from './commands.ts'
import type { Audience, PollCounts, SessionEvent } from './events.ts'
import type { Place } from './kinds.ts'
import type { Role } from './roles.ts'
import type { SessionState } from './state.ts'

/** Who asks, as the server knows them. */
export interface Actor {
  readonly person: PersonId
  readonly role: Role
  readonly place: Place
}

/** What the room looks up before the call, so that `decide` stays pure. Each command reads at most two of these. */
export interface Lookup {
  /** The id of the question or poll to be made has been used in this session. */
  readonly taken: boolean
  /** The actor has a vote on the question of the command. */
  readonly voted: boolean
  /** The actor's option in the poll of the command, or null. */
  readonly choice: number | null
  /** Votes of the open poll, or null when none is open. */
  readonly counts: PollCounts | null
  /** The guide's last pose under the present epoch, or null. */
  readonly guidePose: Pose | null
  /** Who is there now, of those who may take over. */
  readonly present: readonly PersonId[]
}

/** A look-up of nothing. */
export const NO_LOOKUP: Lookup = {
  taken: false,
  voted: false,
  choice: null,
  counts: null,
  guidePose: null,
  present: [],
}

/** An event to be, with who sees it. */
export interface Draft {
  readonly event: SessionEvent
  readonly audience: Audience
}

export type Decision = { readonly ok: true; readonly events: readonly Draft[] } | Refusal

export type CommandOf<T extends SessionCommand['type']> = Extract<SessionCommand, { type: T }>

export const toAll = (event: SessionEvent): Draft => ({ event, audience: 'all' })
export const toStaff = (event: SessionEvent): Draft => ({ event, audience: 'staff' })
export const toNobody = (event: SessionEvent): Draft => ({ event, audience: 'server' })
/** To one person and to staff. */
export const toOne = (person: PersonId, event: SessionEvent): Draft => ({ event, audience: { person } })

export const happens = (...events: readonly Draft[]): Decision => ({ ok: true, events })

/** Null when the actor leads under this epoch; steering of an older epoch is refused, whoever sends it. */
export function notLeading(state: SessionState, actor: Actor, epoch: number): Refusal | null {
  if (epoch !== state.lead.epoch) return refuse('session.stale-epoch', { epoch: state.lead.epoch })
  return state.lead.guide === actor.person ? null : refuse('session.not-allowed')
}
