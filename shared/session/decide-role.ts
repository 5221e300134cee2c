// Giving and taking roles. Several people may promote; nobody acts on somebody of higher rank, nor gives one above their own.

import type { PersonId } from '../kit/id.ts'
import { refuse } from '../protocol/refusal.ts'
import { type Actor, type CommandOf, type Decision, type Draft, happens, toAll, toStaff } from './decide-kit.ts'
import { ROLE_RULES, type Role } from './roles.ts'
import type { SessionState } from './state.ts'

/** Roles a session can have given at once; they stand in every snapshot. */
export const ROLES_MAX = 60

/** Gives a role, before the start too. The person need not be there. */
export function decideGive(state: SessionState, command: CommandOf<'role:give'>, actor: Actor): Decision {
  const { person, role } = command
  const now = state.roles.find((one) => one.person === person)
  if (now?.role === role) return happens()
  if (ROLE_RULES[role].rank > ROLE_RULES[actor.role].rank || above(state, person, actor)) {
    return refuse('session.higher-rank')
  }
  if (!now && state.roles.length >= ROLES_MAX) return refuse('session.full', { limit: ROLES_MAX })
  return happens(toAll({ type: 'role:given', person, role }))
}

/** Takes a role away, or lays one's own down. Who leads must hand over first. */
export function decideTakeRole(state: SessionState, command: CommandOf<'role:take'>, actor: Actor): Decision {
  const { person } = command
  const own = person === actor.person
  if (!own && !['guide', 'co-host'].includes(actor.role)) return refuse('session.not-allowed')
  if (state.lead.guide === person || above(state, person, actor)) return refuse('session.higher-rank')
  if (!state.roles.some((one) => one.person === person)) return happens()
  return happens(...offerGone(state, person), toAll({ type: 'role:taken', person }))
}

/** Whether the person outranks the actor, or stands beside them and is somebody else. */
function above(state: SessionState, person: PersonId, actor: Actor): boolean {
  if (person === actor.person) return false
  const role: Role | undefined =
    state.lead.guide === person ? 'guide' : state.roles.find((one) => one.person === person)?.role
  return role !== undefined && ROLE_RULES[role].rank >= ROLE_RULES[actor.role].rank
}

/** An offer to somebody who loses their role ends with it: offers are for staff. */
function offerGone({ lead }: SessionState, person: PersonId): readonly Draft[] {
  return lead.offeredTo === person ? [toStaff({ type: 'lead:offer-ended', to: person, why: 'withdrawn' })] : []
}
