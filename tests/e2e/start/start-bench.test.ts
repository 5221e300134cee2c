// A smoke of the start bench, which keeps it alive; what it counts (bytes, other origins) holds here too, its times do not.

import { expect, it } from 'vitest'
import { bench } from '../../bench/start.ts'

it('[HOUSE-38] the lobby and the first steps cost no more than they may, and nobody else is asked', {
  timeout: 240_000,
}, async () => {
  const lines = await bench({ smoke: true, sizes: null, rounds: null, seconds: null, say: () => undefined })
  const of = (what: string) => lines.find((line) => line.what === what)
  for (const what of ['ready on an empty folder', 'ready on an existing folder', 'idle memory']) {
    expect([what, of(what)?.limit, (of(what)?.figure ?? 0) > 0]).toEqual([what, of(what)?.limit, true])
  }
  const counted = ['bytes to the lobby', 'bytes until one can walk', 'requests to other origins'].map(of)
  expect(counted.map((line) => line?.pass)).toEqual([true, true, true])
  expect(counted[0]?.figure).toBeGreaterThan(10)
  expect(counted[1]?.figure).toBeGreaterThan(0.1)
})
