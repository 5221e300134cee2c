// Taking, offering and handing over the lead. Who leads is one person under one epoch; two are never possible.

import { refuse } from '../protocol/refusal.ts'
import { type Actor, type CommandOf, type Decision, happens, notLeading, toStaff } from './decide-kit.ts'
import { passLead } from './lease.ts'
import { THE_HOUSE } from './roles.ts'
import type { SessionState } from './state.ts'

/** While nobody leads, any co-host; while somebody does, only who led before and has not given it back. */
export function decideTake(state: SessionState, actor: Actor): Decision {
  const { guide, before } = state.lead
  const back = before === actor.person
  if (guide !== null && !back) return refuse('lead.taken')
  return happens(...passLead(state, actor.person, back ? 'back' : 'took'))
}

/** Ask somebody with a role to take over; the lead stays until they accept. A new offer replaces the open one. */
export function decideOffer(state: SessionState, command: CommandOf<'lead:offer'>, actor: Actor): Decision {
  const no = notLeading(state, actor, command.epoch)
  if (no) return no
  const { to, epoch } = command
  const mayLead = state.roles.some((one) => one.person === to) || (state.host === to && to !== THE_HOUSE)
  if (!mayLead || to === actor.person) return refuse('session.nobody-to-lead')
  const { offeredTo } = state.lead
  if (offeredTo === to) return happens()
  return happens(
    ...(offeredTo ? [toStaff({ type: 'lead:offer-ended', to: offeredTo, why: 'withdrawn' as const })] : []),
    toStaff({ type: 'lead:offered', to, epoch }),
  )
}

export function decideWithdrawOffer(state: SessionState, command: CommandOf<'lead:withdraw'>, actor: Actor): Decision {
  const no = notLeading(state, actor, command.epoch)
  if (no) return no
  const { offeredTo } = state.lead
  if (!offeredTo) return refuse('lead.not-offered')
  return happens(toStaff({ type: 'lead:offer-ended', to: offeredTo, why: 'withdrawn' }))
}

/** Accepts or declines what was offered under this epoch; an offer dies with its epoch. */
export function decideAnswerOffer(
  state: SessionState,
  command: CommandOf<'lead:accept'> | CommandOf<'lead:decline'>,
  actor: Actor,
): Decision {
  if (command.epoch !== state.lead.epoch) return refuse('session.stale-epoch', { epoch: state.lead.epoch })
  if (state.lead.offeredTo !== actor.person) return refuse('lead.not-offered')
  if (command.type === 'lead:accept') return happens(...passLead(state, actor.person, 'hand-over'))
  return happens(toStaff({ type: 'lead:offer-ended', to: actor.person, why: 'declined' }))
}
