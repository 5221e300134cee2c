// How the polls change by what happened. Single votes never come here: they are the server's, and only sums go out.

import type { PollId } from '../kit/id.ts'
import type { PollCounts } from './events.ts'
import type { Poll, SessionState } from './state.ts'

/** Archived polls that stay in the state; the log keeps all. */
export const ARCHIVED_KEPT = 20

type Written = Pick<Poll, 'question' | 'options' | 'openResults'>

export const drafted = (state: SessionState, id: PollId, written: Written): SessionState =>
  put(state, { id, ...words(written), status: 'draft', counts: null })

export const opened = (state: SessionState, id: PollId, written: Written): SessionState => ({
  ...put(state, { id, ...words(written), status: 'open', counts: null }),
  poll: id,
})

export function pollClosed(state: SessionState, id: PollId, counts: PollCounts): SessionState {
  const poll = state.polls[id]
  return poll ? put(state, { ...poll, status: 'closed', counts }) : state
}

/** A draft disappears: only staff knew it. Others go to the end of the order, and the oldest make room. */
export function pollArchived(state: SessionState, id: PollId): SessionState {
  const { [id]: poll, ...rest } = state.polls
  if (!poll) return state
  const polls: Record<PollId, Poll> = rest
  if (poll.status !== 'draft') polls[id] = { ...poll, status: 'archived' }
  const archived = Object.values(polls).filter((one) => one.status === 'archived')
  for (const old of archived.slice(0, Math.max(0, archived.length - ARCHIVED_KEPT))) delete polls[old.id]
  return { ...state, polls, poll: state.poll === id ? null : state.poll }
}

const words = ({ question, options, openResults }: Written): Written => ({ question, options, openResults })

const put = (state: SessionState, poll: Poll): SessionState => ({
  ...state,
  polls: { ...state.polls, [poll.id]: poll },
})
