// How far the server's clock is from ours: of several round trips the shortest tells best.

import type { Clock } from '../../shared/kit/clock.ts'

export interface ClockOffset {
  /** Takes one answer that named the server's time. All milliseconds. @returns the offset to use from now on */
  take(sentAt: number, serverAt: number): number
}

/** A sample loses its worth slowly, so that a clock which was set is followed within the hour. */
const AGE_COST = 1 / 60_000

export function createClockOffset(clock: Clock): ClockOffset {
  let best: { trip: number; offset: number; at: number } | null = null
  return {
    take(sentAt, serverAt) {
      const now = clock()
      const trip = Math.max(0, now - sentAt)
      const worth = best ? best.trip + (now - best.at) * AGE_COST : Number.POSITIVE_INFINITY
      if (!best || trip <= worth) best = { trip, offset: Math.round(serverAt + trip / 2 - now), at: now }
      return best.offset
    },
  }
}
