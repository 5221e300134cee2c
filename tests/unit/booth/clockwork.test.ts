// The clock of scheduled versions: wakes in time, over long waits, and not again and again when something went wrong.

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClockwork } from '../../../server/booth/clockwork.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

const DAY = 86_400_000

it('[BOOTH-6] wakes at the next time, set again with each change, also a year ahead', async () => {
  let times = [400 * DAY]
  const woken: number[] = []
  const clockwork = createClockwork(
    () => times[0] ?? null,
    Date.now,
    async () => {
      if ((times[0] ?? Number.POSITIVE_INFINITY) > Date.now()) return
      woken.push(Date.now())
      times = times.slice(1)
    },
  )
  clockwork.start()
  await vi.advanceTimersByTimeAsync(30 * DAY)
  expect(woken).toEqual([])
  times = [31 * DAY, 400 * DAY]
  clockwork.set()
  await vi.advanceTimersByTimeAsync(400 * DAY)
  expect(woken).toEqual([31 * DAY, 400 * DAY])
  times = [DAY]
  clockwork.stop()
  clockwork.set()
  await vi.advanceTimersByTimeAsync(DAY)
  expect(woken).toHaveLength(2)
})

it('[BOOTH-6] asks again after half a minute for what could not be done', async () => {
  let tries = 0
  const clockwork = createClockwork(
    () => 10,
    Date.now,
    async () => void tries++,
  )
  clockwork.start()
  await vi.advanceTimersByTimeAsync(60_100)
  expect(tries).toBe(3)
  clockwork.stop()
})
