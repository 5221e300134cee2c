// What the wall screen shows, when several things could: one place decides.

import type { PollId, QuestionId } from '../../shared/kit/id.ts'
import type { SessionState } from '../../shared/session/state.ts'

export type OnStage =
  | { readonly kind: 'thanks' | 'now' }
  | { readonly kind: 'question'; readonly id: QuestionId }
  | { readonly kind: 'poll'; readonly id: PollId }

/** The question on stage, else the poll that is open or has its result, else what is on now. The join code stands beside all but the end. */
export function onStage({ phase, staged, poll, polls }: SessionState): OnStage {
  if (phase === 'ended') return { kind: 'thanks' }
  if (staged) return { kind: 'question', id: staged }
  const status = poll ? polls[poll]?.status : undefined
  if (poll && (status === 'open' || status === 'closed')) return { kind: 'poll', id: poll }
  return { kind: 'now' }
}

/** Whether phones may still come in: the code of a session that has ended lets nobody in. */
export const takesPhones = ({ phase }: Pick<SessionState, 'phase'>): boolean => phase !== 'ended'
