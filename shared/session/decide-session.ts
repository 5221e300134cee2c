// Start and end of a session. Only an explicit end with confirmation ends it.

import { refuse } from '../protocol/refusal.ts'
import { type Actor, type CommandOf, type Decision, happens, type Lookup, toAll, toStaff } from './decide-kit.ts'
import type { SessionState } from './state.ts'

/** Whoever may start it leads it. */
export function decideStart(state: SessionState, actor: Actor): Decision {
  if (state.phase !== 'planned') return refuse('session.already-live')
  return happens(
    toAll({ type: 'session:started' }),
    toAll({ type: 'lead:taken', person: actor.person, epoch: state.lead.epoch + 1, why: 'start' }),
  )
}

/** Ends it for everybody, by who leads; a co-host may while nobody leads. An open poll is closed and counted first. */
export function decideEnd(
  state: SessionState,
  command: CommandOf<'session:end'>,
  actor: Actor,
  lookup: Lookup,
): Decision {
  if (command.confirm !== true) return refuse('session.confirm-needed')
  if (state.lead.guide !== null && state.lead.guide !== actor.person) return refuse('session.higher-rank')
  const { poll, lead } = state
  const open = poll !== null && state.polls[poll]?.status === 'open' ? poll : null
  const counts = lookup.counts
  return happens(
    ...(open && counts ? [toAll({ type: 'poll:closed', poll: open, counts })] : []),
    ...(lead.offeredTo ? [toStaff({ type: 'lead:offer-ended', to: lead.offeredTo, why: 'withdrawn' as const })] : []),
    toAll({ type: 'session:ended', by: actor.person }),
  )
}
