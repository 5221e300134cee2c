// Wakes when the next of many times comes; set again whenever they change.

import type { Clock } from '../../shared/kit/clock.ts'

export interface Clockwork {
  set(): void
  start(): void
  stop(): void
}

/** A timer longer than 24 days would fire at once; and a machine may sleep. */
const LONGEST_WAIT = 12 * 3_600_000
/** What is still due after its turn could not be done: a full disk, say. Asked again after this, ms. */
const AGAIN_MS = 30_000

/** @param next when it is to wake, server ms, or null @param then never rejects */
export function createClockwork(next: () => number | null, clock: Clock, then: () => Promise<void>): Clockwork {
  let timer: NodeJS.Timeout | undefined
  let running = false
  const wake = (overdue: number) => {
    clearTimeout(timer)
    const at = next()
    if (!running || at === null) return
    const left = at - clock()
    timer = setTimeout(
      () => void then().finally(() => wake(AGAIN_MS)),
      left > 0 ? Math.min(LONGEST_WAIT, left) : overdue,
    )
  }
  const set = () => wake(0)
  return {
    set,
    start: () => {
      running = true
      set()
    },
    stop: () => {
      running = false
      clearTimeout(timer)
    },
  }
}
