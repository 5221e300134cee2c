// When a client echoes the ticks that it gets. An echo costs the server as much as two or three poses sent, so lines in order
// echo seldom, and those in trouble as often as is needed to serve them less.

import { TICK_HZ } from '../protocol/hot.ts'

/**
 * Ticks between two echoes of a line in order. With one each second 1,000 followers were a fifth dearer, each 2.5 s a twelfth,
 * each 5 s a twenty-fifth; silence counts from 15 s on.
 */
export const ECHO_TICKS = 5 * TICK_HZ
/** Ticks between two echoes of who may lead (they count as lost after 5 s), and of a line that is late. */
export const ECHO_SOON_TICKS = TICK_HZ
/** A tick that comes so much later than the promptest, ms, is late. */
export const LATE_MS = 1000

const INTERVAL = 1000 / TICK_HZ
/** The promptest is forgotten so slowly, ms a tick: two clocks drift apart by less. */
const FORGET = 0.1

export interface EchoClock {
  /**
   * Whether to echo this tick. Ticks keep to the server's clock, so a line's delay shows in when they come.
   * @param now ms of any steady clock @param steers whether the person may lead or speak
   */
  due(tick: number, now: number, steers: boolean): boolean
}

/** For one connection: a new one begins anew. */
export function createEchoClock(): EchoClock {
  let echoed = 0
  let last = 0
  let promptest = Number.POSITIVE_INFINITY
  let wasLate = false
  return {
    due(tick, now, steers) {
      const offset = now - tick * INTERVAL
      promptest = Math.min(promptest + (tick - last) * FORGET, offset)
      last = tick
      const late = offset - promptest > LATE_MS
      // A line that has caught up says so at once too.
      if (tick - echoed < (steers || late || wasLate ? ECHO_SOON_TICKS : ECHO_TICKS)) return false
      echoed = tick
      wasLate = late
      return true
    },
  }
}
