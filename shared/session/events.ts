// Every event of a session's log, with who sees it. Events stand by themselves: a public one needs no hidden one to be understood.
// Names and the text of questions are not here: they travel beside, as words by id, and can be emptied.

import type { Bilingual } from '../kit/bilingual.ts'
import type { CueId, PersonId, PollId, QuestionId, SessionId } from '../kit/id.ts'
import type { Pose } from '../pose/pose.ts'
import type { Place, SessionKind } from './kinds.ts'
import type { GivenRole } from './roles.ts'
import type { Rundown } from './rundown.ts'

/** Why somebody leads now. */
export type LeadReason = 'start' | 'back' | 'take-over' | 'hand-over' | 'took'

export type SessionEvent =
  // the session
  | {
      type: 'session:planned'
      session: SessionId
      kind: SessionKind
      title: Bilingual
      rundown: Rundown
      host: PersonId
      /** When it is to begin, server ms; absent where no time was said. */
      plannedFor?: number
    }
  | { type: 'session:started' }
  | { type: 'session:paused' }
  | { type: 'session:resumed' }
  | { type: 'session:ended'; by: PersonId }
  // who leads, who has which role
  | { type: 'lead:taken'; person: PersonId; epoch: number; why: LeadReason }
  | { type: 'lead:lost'; person: PersonId; epoch: number }
  | { type: 'lead:back'; person: PersonId; epoch: number }
  | { type: 'lead:released'; epoch: number }
  | { type: 'lead:offered'; to: PersonId; epoch: number }
  | { type: 'lead:offer-ended'; to: PersonId; why: 'accepted' | 'declined' | 'withdrawn' }
  | { type: 'role:given'; person: PersonId; role: GivenRole }
  | { type: 'role:taken'; person: PersonId }
  // the plan and the group
  | { type: 'cue:gone'; cue: CueId }
  | { type: 'follow:invited'; by: PersonId }
  | { type: 'follow:gathered'; whom: 'stragglers' | 'all'; pose: Pose }
  // questions
  | { type: 'question:queued'; question: QuestionId; by: PersonId; place: Place }
  | { type: 'question:shown'; question: QuestionId; by: PersonId; place: Place; askedAt: number }
  | { type: 'question:staged'; question: QuestionId }
  | { type: 'question:unstaged'; question: QuestionId }
  | { type: 'question:answered'; question: QuestionId }
  | { type: 'question:archived'; question: QuestionId }
  | { type: 'question:declined'; question: QuestionId; by: PersonId }
  | { type: 'question:withdrawn'; question: QuestionId; by: PersonId }
  | { type: 'question:voted'; question: QuestionId; by: PersonId; up: boolean }
  // polls
  | { type: 'poll:drafted'; poll: PollId; question: string; options: readonly string[]; openResults: boolean }
  | { type: 'poll:opened'; poll: PollId; question: string; options: readonly string[]; openResults: boolean }
  | { type: 'poll:voted'; poll: PollId; by: PersonId; place: Place; option: number; before: number | null }
  | { type: 'poll:closed'; poll: PollId; counts: PollCounts }
  | { type: 'poll:archived'; poll: PollId }
  // who was there
  | { type: 'attendance:noted'; person: PersonId; place: Place; from: number; to: number }

export type EventType = SessionEvent['type']

/** Votes by option, room and net apart. */
export interface PollCounts {
  readonly room: readonly number[]
  readonly net: readonly number[]
}

/** Who sees an event: nobody but the server; who may moderate; one person and staff; all. */
export type Audience = 'server' | 'staff' | 'all' | { readonly person: PersonId }

/**
 * An event as it stands in the log. `seq` counts all events of the session from 1; the three counters are gap-free for each
 * circle that sees the event, so that a client notices a hole in what it may see and learns nothing of the rest.
 */
export interface LoggedEvent {
  readonly seq: number
  /** Server's milliseconds; never goes back within a session. */
  readonly at: number
  readonly audience: Audience
  /** Numbers in the circles that see it: all, staff, the one person's own; null where it isn't seen. */
  readonly n: { readonly all: number | null; readonly staff: number | null; readonly own: number | null }
  readonly event: SessionEvent
}

/** What `evolve` needs of an event, logged or told. */
export interface Happened {
  readonly at: number
  readonly event: SessionEvent
}

/** An event as it goes over the wire: `n` is its number in the circle named by `circle`. */
export interface ToldEvent {
  readonly circle: Circle
  readonly n: number
  readonly at: number
  readonly event: SessionEvent
}

/** The numbered streams: everyone hears `all`; staff hear `staff` as well; others hear `own` as well. */
export type Circle = 'all' | 'staff' | 'own'

/** The last number seen in each circle: `rest` is `staff` for staff and `own` for everyone else. */
export interface Counters {
  readonly all: number
  readonly rest: number
}
