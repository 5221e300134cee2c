// The running number of ticks, and the time of each. Numbers keep to the clock: a server that was late skips some.

import type { Clock } from '../../shared/kit/clock.ts'
import { TICK_HZ } from '../../shared/protocol/hot.ts'

const INTERVAL = 1000 / TICK_HZ
/** A timer may fire a little early: that much of an interval counts as due. */
const EARLY = 0.05

export interface Ticks {
  /** The newest tick's number; 0 before the first. */
  readonly current: number
  /** Counts on: the number that is due now, always higher than the last. */
  next(): number
  /** Milliseconds until the next is due, 1 or more. */
  untilNext(): number
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
      current = Math.max(current + 1, Math.floor((clock() - start) / INTERVAL + EARLY))
      return current
    },
    untilNext: () => Math.min(2 * INTERVAL, Math.max(1, start + (current + 1) * INTERVAL - clock())),
    timeOf: (tick) => start + tick * INTERVAL,
  }
}
