// Ticks keep to the clock: a server that was late skips numbers, and no number comes twice.

import { expect, test } from 'vitest'
import { createTicks } from '../../../server/broadcast/ticks.ts'

test('[POSE-45] a tick’s number is its time: after a stall some are left out, and none is given twice', () => {
  let now = 5_000
  const ticks = createTicks(() => now)
  const next = (ms: number) => {
    now += ms
    return ticks.next()
  }
  expect([next(100), next(100), next(1_000), next(0), next(96), next(104)]).toEqual([1, 2, 12, 13, 14, 15])
  expect([ticks.timeOf(15), ticks.current]).toEqual([6_500, 15])
})
