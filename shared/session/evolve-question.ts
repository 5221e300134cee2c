// How the questions change by what happened. Works on the whole and on what one viewer may see alike: an event about a question
// that this side does not know changes nothing, and what is dropped to keep the state small is chosen among the equally seen.

import type { PersonId, QuestionId } from '../kit/id.ts'
import type { Place } from './kinds.ts'
import { isOpen, type Question, type QuestionStatus, type SessionState } from './state.ts'

/** Closed questions that stay in the state: of those that all have seen, and of each asker's others. */
export const CLOSED_KEPT = { shown: 50, own: 3 } as const

interface Asked {
  readonly question: QuestionId
  readonly by: PersonId
  readonly place: Place
}

export const queued = (state: SessionState, { question: id, by, place }: Asked, askedAt: number): SessionState =>
  put(state, { id, by, place, askedAt, status: 'queued', shown: false })

export const shown = (state: SessionState, { question: id, by, place }: Asked, askedAt: number): SessionState =>
  put(state, { id, by, place, askedAt, status: 'visible', shown: true })

export function staged(state: SessionState, id: QuestionId): SessionState {
  const question = state.questions[id]
  return question ? { ...put(state, { ...question, status: 'staged' }), staged: id } : state
}

export function unstaged(state: SessionState, id: QuestionId): SessionState {
  const question = state.questions[id]
  return question ? { ...put(state, { ...question, status: 'visible' }), staged: off(state, id) } : state
}

/** Answered, archived, declined or withdrawn: to the end of the order, and the oldest of its kind make room. */
export function closed(state: SessionState, id: QuestionId, status: QuestionStatus): SessionState {
  const question = state.questions[id]
  if (!question) return state
  const { [id]: _, ...rest } = state.questions
  const questions: Record<QuestionId, Question> = { ...rest, [id]: { ...question, status } }
  for (const old of surplus(Object.values(questions), question)) delete questions[old]
  return { ...state, questions, staged: off(state, id) }
}

function surplus(all: readonly Question[], { shown, by }: Question): readonly QuestionId[] {
  const alike = all.filter((one) => !isOpen(one) && one.shown === shown && (shown || one.by === by))
  const kept = shown ? CLOSED_KEPT.shown : CLOSED_KEPT.own
  return alike.slice(0, Math.max(0, alike.length - kept)).map((one) => one.id)
}

const put = (state: SessionState, question: Question): SessionState => ({
  ...state,
  questions: { ...state.questions, [question.id]: question },
})

const off = (state: SessionState, id: QuestionId): QuestionId | null => (state.staged === id ? null : state.staged)
