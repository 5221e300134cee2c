// What the fold of a session's log holds. The same type on the server (everything) and at a client (what its role may see).

import type { Bilingual } from '../kit/bilingual.ts'
import type { CueId, PersonId, PollId, QuestionId, SessionId } from '../kit/id.ts'
import type { Pose } from '../pose/pose.ts'
import type { PollCounts } from './events.ts'
import type { Place, SessionKind } from './kinds.ts'
import type { GivenRole } from './roles.ts'
import type { Rundown } from './rundown.ts'

/** `paused`: live, but nobody leads until somebody takes the lead. */
export type Phase = 'planned' | 'live' | 'paused' | 'ended'

export interface Lead {
  /** Rises with every change of who leads; steering of an older epoch is refused. */
  readonly epoch: number
  readonly guide: PersonId | null
  /** When the guide's line was noticed lost (server ms), or null. */
  readonly lostAt: number | null
  /** To whom the guide has offered the lead; staff only. */
  readonly offeredTo: PersonId | null
  /** Who led before without having given it back: may take the lead again at any time. */
  readonly before: PersonId | null
}

export type QuestionStatus = 'queued' | 'visible' | 'staged' | 'answered' | 'archived' | 'declined' | 'withdrawn'

export interface Question {
  readonly id: QuestionId
  readonly by: PersonId
  readonly place: Place
  readonly askedAt: number
  readonly status: QuestionStatus
  /** Everybody has seen it; until then only staff and its asker know of it. */
  readonly shown: boolean
}

export type PollStatus = 'draft' | 'open' | 'closed' | 'archived'

export interface Poll {
  readonly id: PollId
  readonly question: string
  readonly options: readonly string[]
  readonly openResults: boolean
  readonly status: PollStatus
  /** Set when closed. */
  readonly counts: PollCounts | null
}

export interface SessionState {
  readonly id: SessionId
  readonly kind: SessionKind
  readonly title: Bilingual
  /** Who planned it, or `the-house` (roles.ts): then whoever of the house's hosts starts it leads it. */
  readonly host: PersonId
  readonly phase: Phase
  /** When it is to begin, server ms; absent where no time was said, as in older logs. */
  readonly plannedFor?: number
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** Time of the last event folded, server ms. */
  readonly at: number
  readonly rundown: Rundown
  readonly cue: { readonly id: CueId; readonly since: number } | null
  readonly lead: Lead
  /** Given roles, in the order given: the first co-host is the first to take over. */
  readonly roles: ReadonlyArray<{ readonly person: PersonId; readonly role: GivenRole }>
  /** Number of invitations and gathers so far, so that a client acts on each once. */
  readonly invitation: number
  readonly gather: { readonly n: number; readonly whom: 'stragglers' | 'all'; readonly pose: Pose } | null
  readonly questions: Readonly<Record<QuestionId, Question>>
  readonly staged: QuestionId | null
  readonly polls: Readonly<Record<PollId, Poll>>
  /** The poll that is open or was closed last and is not archived. */
  readonly poll: PollId | null
}

/** Queued, visible or on stage: still to be answered. */
export const isOpen = ({ status }: Question): boolean =>
  status === 'queued' || status === 'visible' || status === 'staged'
