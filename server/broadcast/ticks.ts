// The running number of ticks, and the time of each. Numbers keep to the clock: a server that was late skips some.

import type { Clock } from '../../shared/kit/clock.ts'
import { TICK_HZ } from '../../shared/protocol/hot.ts'

const INTERVAL = 1000 / TICK_HZ

export interface Ticks {
  /** The newest tick's number; 0 before the first. */
  readonly current: number
  /** Counts on: the number that is due now, always higher than the last. */
  next(): number
  /** When a tick was due, ms of the clock. */
  timeOf(tick: number): number
}

export function createTicks(clock: Clock): Ticks {
  const start = clock()
  let current = 0
  return {
    get current() {
      return current
    },
    next() {
      current = Math.max(current + 1, Math.round((clock() - start) / INTERVAL))
      return current
    },
    timeOf: (tick) => start + tick * INTERVAL,
  }
}
