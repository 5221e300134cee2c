// Who may do what in a session: one table. Rank forbids acting on somebody above; `sees` names the widest audience a role hears.

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
