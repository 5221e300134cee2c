// What of a state a viewer may see: the same that the fold of the events visible to them makes (a property test holds this,
// but for `at`, the time of the last event). The public part is one for all who aren't staff; the own part comes on top.

import type { PersonId } from '../kit/id.ts'
import type { Viewer } from './audiences.ts'
import type { Poll, Question, SessionState } from './state.ts'

/** The part of a state that a viewer may see. */
export function viewOf(state: SessionState, viewer: Viewer): SessionState {
  return viewer.staff ? state : withOwn(publicPart(state), state, viewer.person)
}

/** What everybody may see: no queue, no drafts, no offers. */
export function publicPart(state: SessionState): SessionState {
  return {
    ...state,
    lead: { ...state.lead, offeredTo: null },
    questions: keep<Question>(state.questions, (one) => one.shown),
    polls: keep<Poll>(state.polls, (one) => one.status !== 'draft'),
  }
}

/** Adds a person's own questions, in whatever state they are. */
export function withOwn(shared: SessionState, state: SessionState, person: PersonId): SessionState {
  const own = keep<Question>(state.questions, (one) => !one.shown && one.by === person)
  return { ...shared, questions: { ...shared.questions, ...own } }
}

function keep<T>(all: Readonly<Record<string, T>>, is: (one: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([, one]) => is(one)))
}
