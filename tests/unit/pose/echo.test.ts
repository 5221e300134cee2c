// When a client echoes: seldom in order, often in trouble.

import { expect, test } from 'vitest'
import { createEchoClock, ECHO_SOON_TICKS, ECHO_TICKS } from '../../../shared/pose/echo.ts'

/** Plays ticks that come so late each; answers which were echoed. */
function play(late: (tick: number) => number, ticks: number, steers = false): number[] {
  const echo = createEchoClock()
  return Array.from({ length: ticks }, (_, tick) => tick).filter((tick) =>
    echo.due(tick, tick * 100 + late(tick), steers),
  )
}

test('[POSE-30] a line in order echoes every 5 s, whatever its constant delay', () => {
  expect(play(() => 300, 201)).toEqual([50, 100, 150, 200])
  expect(play(() => 40_000, 201)).toEqual([50, 100, 150, 200])
  expect(ECHO_TICKS).toBe(50)
})

test('[POSE-30] who may lead echoes every second', () => {
  expect(play(() => 0, 31, true)).toEqual([10, 20, 30])
  expect(ECHO_SOON_TICKS).toBe(10)
})

test('[POSE-30] a line that becomes late echoes every second, and once more when it has caught up', () => {
  const late = (tick: number) => (tick > 60 && tick <= 85 ? 2000 : 20)
  expect(play(late, 160)).toEqual([50, 61, 71, 81, 91, 141])
})

test('[POSE-30] a clock that drifts by 500 ppm is not taken for a late line', () => {
  expect(play((tick) => tick * 0.05, 36_000).length).toBe(719)
})
