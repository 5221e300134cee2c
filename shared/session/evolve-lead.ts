// How lead and roles change by what happened.

import type { PersonId } from '../kit/id.ts'
import type { LeadReason } from './events.ts'
import type { GivenRole } from './roles.ts'
import type { Lead, SessionState } from './state.ts'

/** Who had the lead may take it back, until they have. */
export function taken(lead: Lead, person: PersonId, epoch: number, why: LeadReason): Lead {
  const keeps = why === 'take-over' || why === 'hand-over'
  const before = keeps ? lead.guide : null
  return { epoch, guide: person, lostAt: null, offeredTo: null, before }
}

export const released = (lead: Lead, epoch: number): Lead => ({
  epoch,
  guide: null,
  lostAt: null,
  offeredTo: null,
  before: lead.guide,
})

/** A new role goes to the end of the order; the same person's old one is replaced where it stands. */
export function giveRole(roles: SessionState['roles'], person: PersonId, role: GivenRole): SessionState['roles'] {
  if (!roles.some((one) => one.person === person)) return [...roles, { person, role }]
  return roles.map((one) => (one.person === person ? { person, role } : one))
}

export function takeRole(state: SessionState, person: PersonId): SessionState {
  const before = state.lead.before === person ? null : state.lead.before
  return {
    ...state,
    roles: state.roles.filter((one) => one.person !== person),
    lead: { ...state.lead, before },
  }
}
