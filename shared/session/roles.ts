// The roles of a session and who has which. Rank forbids acting on somebody above; staff hear more than the others.
// What each may do is in allowed.ts.

import type { PersonId } from '../kit/id.ts'
import type { SessionState } from './state.ts'

export const ROLES = [
  'guide',
  'co-host',
  'moderator',
  'speaker',
  'interpreter',
  'venue-desk',
  'attendee',
  'venue-phone',
  'stage-screen',
  'observer',
] as const

export type Role = (typeof ROLES)[number]

/** Roles that a person can be given by command; the others come from how one joins. */
export const GIVEN_ROLES = ['co-host', 'moderator', 'speaker', 'interpreter', 'venue-desk'] as const
export type GivenRole = (typeof GIVEN_ROLES)[number]

/** Facts carry who, where and when and merge by id after an outage; steering counts under the place's lease only. */
export type CommandSort = 'fact' | 'steering' | 'system'

export interface RoleRules {
  readonly rank: number
  /** Staff see the queue, names and open sums. */
  readonly staff: boolean
}

export const ROLE_RULES: Readonly<Record<Role, RoleRules>> = {
  guide: { rank: 50, staff: true },
  'co-host': { rank: 40, staff: true },
  moderator: { rank: 30, staff: true },
  'venue-desk': { rank: 30, staff: true },
  speaker: { rank: 20, staff: true },
  interpreter: { rank: 20, staff: true },
  attendee: { rank: 10, staff: false },
  'venue-phone': { rank: 10, staff: false },
  'stage-screen': { rank: 0, staff: false },
  observer: { rank: 0, staff: false },
}

/** Host of a session that nobody planned (the ready tour): any host or operator of the house may start and lead it. */
export const THE_HOUSE = 'the-house' as PersonId

/** How somebody came in; looked up by the server, never claimed. */
export interface Entry {
  /** Is host or operator of the house. */
  readonly house: boolean
  /** The machine behind the stage screen. */
  readonly screen: boolean
  /** Came by the room's join code and has no name or role. */
  readonly phone: boolean
}

/** The one role that counts now, the highest first: screen, guide, given, host of the session or of the house, phone, attendee. */
export function roleOf(state: SessionState, person: PersonId, entry: Entry): Role {
  if (entry.screen) return 'stage-screen'
  if (state.lead.guide === person) return 'guide'
  const given = state.roles.find((one) => one.person === person)
  if (given) return given.role
  if (state.host === person || entry.house) return 'co-host'
  return entry.phone ? 'venue-phone' : 'attendee'
}

/** Whether a role hears what staff hear. */
export const isStaff = (role: Role): boolean => ROLE_RULES[role].staff
