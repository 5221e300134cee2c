// The right to lead, as a lease with an epoch: who gets it, who may have it back, when the grace is over.
// Every function returns events to be; none of them asks whether the actor may (decide-lead.ts does).

import type { PersonId } from '../kit/id.ts'
import { type Draft, toAll, toStaff } from './decide-kit.ts'
import type { LeadReason } from './events.ts'
import type { SessionState } from './state.ts'

/** No echo from the guide's line for this long: everybody is told. Measured by the room. */
export const NOTICE_MS = 5_000
/** From the notice on: who is back within this leads on, else the next one takes over. */
export const GRACE_MS = 60_000

/** Who may take over, in order: co-hosts as they were named, then who planned the session. Without the guide. */
export function successors(state: SessionState): readonly PersonId[] {
  const named = state.roles.filter((one) => one.role === 'co-host').map((one) => one.person)
  const all = named.includes(state.host) ? named : [...named, state.host]
  return all.filter((person) => person !== state.lead.guide)
}

/** The lead goes to somebody: new epoch, open offers end, who led before stays on as co-host. */
export function passLead(state: SessionState, to: PersonId, why: LeadReason): readonly Draft[] {
  return [
    ...endOffer(state, to),
    ...keepAsCoHost(state, state.lead.guide),
    toAll({ type: 'lead:taken', person: to, epoch: state.lead.epoch + 1, why }),
    ...(state.phase === 'paused' ? [toAll({ type: 'session:resumed' })] : []),
  ]
}

/** The grace is over: the first one who is there takes over; nobody there: the session pauses, and nobody is thrown out. */
export function takeOver(state: SessionState, present: readonly PersonId[]): readonly Draft[] {
  const next = successors(state).find((person) => present.includes(person))
  if (next) return passLead(state, next, 'take-over')
  return [
    ...endOffer(state, null),
    ...keepAsCoHost(state, state.lead.guide),
    toAll({ type: 'lead:released', epoch: state.lead.epoch + 1 }),
    toAll({ type: 'session:paused' }),
  ]
}

function endOffer({ lead }: SessionState, taker: PersonId | null): readonly Draft[] {
  if (!lead.offeredTo) return []
  const why = lead.offeredTo === taker ? 'accepted' : 'withdrawn'
  return [toStaff({ type: 'lead:offer-ended', to: lead.offeredTo, why })]
}

function keepAsCoHost(state: SessionState, person: PersonId | null): readonly Draft[] {
  if (!person || state.roles.some((one) => one.person === person && one.role === 'co-host')) return []
  return [toAll({ type: 'role:given', person, role: 'co-host' })]
}
