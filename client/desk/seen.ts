// How long ago somebody was last here, as coarse as it is known: the house notes it once an hour.

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface Seen {
  readonly unit: 'now' | 'hours' | 'days'
  readonly count: number
}

/** @param at when they were seen; @param now both milliseconds; a clock that is behind says "now" */
export function seenBefore(at: number, now: number): Seen {
  const ago = now - at
  if (ago < HOUR) return { unit: 'now', count: 0 }
  if (ago < DAY) return { unit: 'hours', count: Math.floor(ago / HOUR) }
  return { unit: 'days', count: Math.floor(ago / DAY) }
}
