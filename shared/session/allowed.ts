// Who may do what: one line per command, nothing else decides it. `sort` tells facts from steering (see live.md, "Island").
// Finer rules (whose question, which epoch, which phase) are in the decide-* files.

import type { CommandType, SystemCommand } from './commands.ts'
import type { CommandSort, Role } from './roles.ts'

export interface CommandRule {
  readonly sort: CommandSort
  /** Empty for what only the system does. */
  readonly roles: readonly Role[]
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
/** Whoever holds the lead may have been handed it without holding another role: all who have a given role may answer. */
const GIVEN: readonly Role[] = ['co-host', 'moderator', 'venue-desk', 'speaker', 'interpreter']

const fact = (roles: readonly Role[]): CommandRule => ({ sort: 'fact', roles })
const steering = (roles: readonly Role[]): CommandRule => ({ sort: 'steering', roles })
const SYSTEM: CommandRule = { sort: 'system', roles: [] }

/** The table of commands. A test holds it complete. */
export const ALLOWED: Readonly<Record<CommandType | SystemCommand['type'], CommandRule>> = {
  'session:start': steering(HOSTS),
  'session:end': steering(HOSTS),
  'lead:take': steering(HOSTS),
  'lead:offer': steering(LEADS),
  'lead:withdraw': steering(LEADS),
  'lead:accept': steering(GIVEN),
  'lead:decline': steering(GIVEN),
  'role:give': steering(HOSTS),
  'role:take': steering([...HOSTS, 'moderator', 'venue-desk', 'speaker', 'interpreter']),
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
  'poll:draft': steering(MODERATES),
  'poll:open': steering(MODERATES),
  'poll:vote': fact(TAKES_PART),
  'poll:close': steering(MODERATES),
  'poll:archive': steering(MODERATES),
  clock: SYSTEM,
  restart: SYSTEM,
  stay: SYSTEM,
  'line:lost': SYSTEM,
  'line:back': SYSTEM,
}
