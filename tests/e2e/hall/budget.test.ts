// The hall's frame budget, as far as it can be counted: a smoke of the hall bench, which also keeps the bench alive.
// Times are the bench's own business.

import { expect, it } from 'vitest'
import { bench } from '../../bench/hall.ts'

const TIMED = /JavaScript|task|until one can walk$/

it('[HALL-22] draws, triangles, textures, bytes and origins stay within the budget; a walk renders nothing in React', async () => {
  const lines = await bench({ smoke: true, sizes: null, rounds: null, seconds: null, say: () => {} })
  const counted = lines.filter(({ what }) => !TIMED.test(what) || what.startsWith('bytes'))
  expect(counted.filter(({ limit }) => limit).length).toBeGreaterThan(5)
  expect(counted.filter(({ pass }) => !pass)).toEqual([])
}, 300_000)
