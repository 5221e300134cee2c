// Polls: draft → open → closed → archived. One open at a time; room and net are counted apart and told together.

import { type Refusal, refuse } from '../protocol/refusal.ts'
import { POLL_OPTIONS, POLLS_MAX } from './commands.ts'
import {
  type Actor,
  type CommandOf,
  type Decision,
  happens,
  type Lookup,
  toAll,
  toNobody,
  toStaff,
} from './decide-kit.ts'
import { KIND_RULES } from './kinds.ts'
import type { Poll, PollStatus, SessionState } from './state.ts'

/** Writes a poll down for staff; before the start too. */
export function decideDraft(state: SessionState, command: CommandOf<'poll:draft'>, lookup: Lookup): Decision {
  if (!KIND_RULES[state.kind].polls) return refuse('session.not-allowed')
  const { poll, question, options, openResults } = command
  if (lookup.taken || state.polls[poll]) return refuse('poll.wrong-state')
  const few = options.length < POLL_OPTIONS.min || options.length > POLL_OPTIONS.max
  if (few || question === '' || options.some((option) => option === '')) return refuse('poll.options-bad')
  if (new Set(options).size !== options.length) return refuse('poll.options-bad')
  const standing = Object.values(state.polls).filter((one) => one.status !== 'archived')
  if (standing.length >= POLLS_MAX) return refuse('poll.too-many', { limit: POLLS_MAX })
  return happens(toStaff({ type: 'poll:drafted', poll, question, options, openResults }))
}

/** The public event brings the whole poll: who saw no draft understands it. */
export function decideOpen(state: SessionState, command: CommandOf<'poll:open'>): Decision {
  const found = inStatus(state, command, ['draft'])
  if ('ok' in found) return found
  const open = state.poll !== null && state.polls[state.poll]?.status === 'open'
  if (open) return refuse('poll.wrong-state')
  const { id: poll, question, options, openResults } = found
  return happens(toAll({ type: 'poll:opened', poll, question, options, openResults }))
}

/** A vote can be changed while the poll is open; the same again changes nothing. */
export function decidePollVote(
  state: SessionState,
  command: CommandOf<'poll:vote'>,
  actor: Actor,
  lookup: Lookup,
): Decision {
  const found = find(state, command)
  if ('ok' in found) return found
  if (found.status === 'draft') return refuse('poll.unknown')
  if (found.status !== 'open') return refuse('poll.not-open')
  const { poll, option } = command
  if (found.options[option] === undefined) return refuse('poll.option-unknown')
  if (lookup.choice === option) return happens()
  const { person: by, place } = actor
  return happens(toNobody({ type: 'poll:voted', poll, by, place, option, before: lookup.choice }))
}

/** Closing counts: the event carries the sums of both places, so that the log alone tells the result. */
export function decideClose(state: SessionState, command: CommandOf<'poll:close'>, lookup: Lookup): Decision {
  const found = inStatus(state, command, ['open'])
  if ('ok' in found) return found
  const none = found.options.map(() => 0)
  const counts = lookup.counts ?? { room: none, net: none }
  return happens(toAll({ type: 'poll:closed', poll: found.id, counts }))
}

/** Puts it away; a draft that was never opened is gone without anybody else having known of it. */
export function decideArchivePoll(state: SessionState, command: CommandOf<'poll:archive'>): Decision {
  const found = inStatus(state, command, ['draft', 'closed'])
  if ('ok' in found) return found
  const event = { type: 'poll:archived', poll: found.id } as const
  return happens(found.status === 'draft' ? toStaff(event) : toAll(event))
}

type Aimed = { readonly poll: Poll['id'] }

function find(state: SessionState, { poll }: Aimed): Poll | Refusal {
  if (!KIND_RULES[state.kind].polls) return refuse('session.not-allowed')
  return state.polls[poll] ?? refuse('poll.unknown')
}

function inStatus(state: SessionState, aim: Aimed, statuses: readonly PollStatus[]): Poll | Refusal {
  const found = find(state, aim)
  if ('ok' in found) return found
  return statuses.includes(found.status) ? found : refuse('poll.wrong-state')
}
