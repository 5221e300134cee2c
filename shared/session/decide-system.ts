// What the room reports by itself: time, lines lost and back, the server's own return, stays. No person can send these.

import { never } from '../kit/never.ts'
import type { SystemCommand } from './commands.ts'
import { type Decision, happens, type Lookup, toAll, toNobody } from './decide-kit.ts'
import { due } from './due.ts'
import { passLead, takeOver } from './lease.ts'
import type { SessionState } from './state.ts'

/** Never refuses: a report that means nothing now has no events. */
export function decideSystem(state: SessionState, command: SystemCommand, now: number, lookup: Lookup): Decision {
  switch (command.type) {
    case 'clock':
      return decideClock(state, now, lookup)
    case 'restart':
      return decideRestart(state)
    case 'stay': {
      const { person, place, from, to } = command
      return happens(toNobody({ type: 'attendance:noted', person, place, from, to }))
    }
    case 'line:lost':
      return decideLost(state, command.person)
    case 'line:back':
      return decideBack(state, command.person)
    default:
      return never(command)
  }
}

function decideClock(state: SessionState, now: number, lookup: Lookup): Decision {
  const at = due(state)
  return at !== null && at <= now ? happens(...takeOver(state, lookup.present)) : happens()
}

/** The server's absence counts against nobody: a running grace begins anew, and one begins for who led when it fell. */
function decideRestart({ phase, lead }: SessionState): Decision {
  if (phase !== 'live' || !lead.guide) return happens()
  return happens(toAll({ type: 'lead:lost', person: lead.guide, epoch: lead.epoch }))
}

function decideLost({ phase, lead }: SessionState, person: string): Decision {
  if (phase !== 'live' || lead.guide !== person || lead.lostAt !== null) return happens()
  return happens(toAll({ type: 'lead:lost', person: lead.guide, epoch: lead.epoch }))
}

/** Back within the grace: leads on under the same epoch. Back into a pause that nobody ended: leads again, under a new one. */
function decideBack(state: SessionState, person: string): Decision {
  const { phase, lead } = state
  if (phase === 'live' && lead.guide === person && lead.lostAt !== null) {
    return happens(toAll({ type: 'lead:back', person: lead.guide, epoch: lead.epoch }))
  }
  if (phase === 'paused' && lead.guide === null && lead.before === person) {
    return happens(...passLead(state, lead.before, 'back'))
  }
  return happens()
}
