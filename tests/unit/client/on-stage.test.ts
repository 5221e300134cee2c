// What goes before what on the wall screen.

import { expect, test } from 'vitest'
import { onStage, takesPhones } from '../../../client/stage/on-stage.ts'
import type { PollId } from '../../../shared/kit/id.ts'
import type { Poll, SessionState } from '../../../shared/session/state.ts'
import { QUESTION, snapshot } from './sample-session.ts'

const id = 'poll-0001' as PollId
const at = (change: Partial<SessionState>): SessionState => ({ ...snapshot().state, ...change })
const withPoll = (status: Poll['status']): Partial<SessionState> => ({
  poll: id,
  polls: { [id]: { id, status, question: 'Which?', options: ['a', 'b'], counts: null, openResults: false } },
})

test('[UI-82] the question goes before the poll, the poll before what is on now, and the end before all', () => {
  const both = { staged: QUESTION, ...withPoll('open') }
  expect(onStage(at({ phase: 'ended', ...both }))).toEqual({ kind: 'thanks' })
  expect(onStage(at(both))).toEqual({ kind: 'question', id: QUESTION })
  expect(onStage(at(withPoll('open')))).toEqual({ kind: 'poll', id })
  expect(onStage(at(withPoll('closed')))).toEqual({ kind: 'poll', id })
  expect(onStage(at(withPoll('draft')))).toEqual({ kind: 'now' })
  expect(onStage(at({}))).toEqual({ kind: 'now' })
})

test('[UI-82] the code stands on the wall until the end, and no longer', () => {
  expect((['planned', 'live', 'paused', 'ended'] as const).map((phase) => takesPhones({ phase }))).toEqual([
    true,
    true,
    true,
    false,
  ])
})
