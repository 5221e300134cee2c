// Who may do what: one line per command, nothing else decides it. `sort` tells facts from steering (see live.md, "Island").
// Finer rules (whose question, which epoch) are in the decide-* files.

import type { CommandType, SystemCommand } from './commands.ts'
import type { CommandSort, Role } from './roles.ts'

export interface CommandRule {
  readonly sort: CommandSort
  /** Empty for what only the system does. */
  readonly roles: readonly Role[]
  /** May be before the start too. After the end nothing may. */
  readonly early: boolean
}

const LEADS: readonly Role[] = ['guide']
const HOSTS: readonly Role[] = ['guide', 'co-host']
const MODERATES: readonly Role[] = ['guide', 'co-host', 'moderator']
const TAKES_PART: readonly Role[] = [
  'guide',
  'co-host',
  'moderator',
  'venue-desk',
  'speaker',
  'interpreter',
  'attendee',
  'venue-phone',
]
/** The lead can be offered to whoever has been given a role. */
const GIVEN: readonly Role[] = ['co-host', 'moderator', 'venue-desk', 'speaker', 'interpreter']

const fact = (roles: readonly Role[]): CommandRule => ({ sort: 'fact', roles, early: false })
const steering = (roles: readonly Role[]): CommandRule => ({ sort: 'steering', roles, early: false })
const preparing = (roles: readonly Role[]): CommandRule => ({ sort: 'steering', roles, early: true })
const SYSTEM: CommandRule = { sort: 'system', roles: [], early: true }

/** The table of commands. A test holds it complete. */
export const ALLOWED: Readonly<Record<CommandType | SystemCommand['type'], CommandRule>> = {
  'session:start': preparing(HOSTS),
  'session:end': preparing(HOSTS),
  'lead:take': steering(HOSTS),
  'lead:offer': steering(LEADS),
  'lead:withdraw': steering(LEADS),
  'lead:accept': steering(GIVEN),
  'lead:decline': steering(GIVEN),
  'role:give': preparing(HOSTS),
  'role:take': preparing([...HOSTS, 'moderator', 'venue-desk', 'speaker', 'interpreter']),
  'cue:go': steering(LEADS),
  'follow:invite': steering(LEADS),
  'follow:gather': steering(LEADS),
  'question:ask': fact(TAKES_PART),
  'question:withdraw': fact(TAKES_PART),
  'question:vote': fact(TAKES_PART),
  'question:show': steering(MODERATES),
  'question:stage': steering(MODERATES),
  'question:unstage': steering(MODERATES),
  'question:answer': steering(MODERATES),
  'question:archive': steering(MODERATES),
  'question:decline': steering(MODERATES),
  'poll:draft': preparing(MODERATES),
  'poll:open': steering(MODERATES),
  'poll:vote': fact(TAKES_PART),
  'poll:close': steering(MODERATES),
  'poll:archive': preparing(MODERATES),
  clock: SYSTEM,
  restart: SYSTEM,
  stay: SYSTEM,
  'line:lost': SYSTEM,
  'line:back': SYSTEM,
}
