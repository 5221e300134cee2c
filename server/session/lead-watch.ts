// Watches the line of who leads: no echo for 5 s is lost, an echo is back. Asked once a second; reports, decides nothing.

import type { PersonId } from '../../shared/kit/id.ts'
import type { SystemCommand } from '../../shared/session/commands.ts'
import { NOTICE_MS } from '../../shared/session/lease.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Seats } from './room-seats.ts'

/** Whether a line of this person answers. */
export const answers = (seats: Seats, person: PersonId, now: number): boolean =>
  seats.of(person).some((seat) => seat.line.silentMs(now) < NOTICE_MS)

export interface LeadWatch {
  /** What is to be reported now, or null. */
  look(state: SessionState, now: number): SystemCommand | null
}

export function createLeadWatch(seats: Seats): LeadWatch {
  let seen: { readonly person: PersonId; readonly at: number } | null = null
  return {
    look: ({ phase, lead }, now) => {
      const person = phase === 'live' ? lead.guide : phase === 'paused' ? lead.before : null
      if (!person) return null
      const here = answers(seats, person, now)
      if (here || seen?.person !== person) seen = { person, at: now }
      const waits = phase === 'paused' || lead.lostAt !== null
      if (here) return waits ? { type: 'line:back', person } : null
      // Lines that are gone give no lag: count from when one was seen. A line that is there but silent has counted already.
      const silent = seats.of(person).length > 0 || now - seen.at >= NOTICE_MS
      return !waits && silent ? { type: 'line:lost', person } : null
    },
  }
}
