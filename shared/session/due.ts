// Time passes by commands: this says when the next one falls due.

import { GRACE_MS } from './lease.ts'
import type { SessionState } from './state.ts'

/** When the room must say `clock` next (server ms), or null while nothing waits for time. */
export function due(state: SessionState): number | null {
  if (state.phase !== 'live' || state.lead.lostAt === null) return null
  return state.lead.lostAt + GRACE_MS
}
