// Real models damaged by a seeded hand: numbers of the scene swapped for odd ones, bytes turned. Each gets an answer.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, optimise } from '../../../models/pipeline/optimise.ts'
import { ROOT } from '../../support/paths.ts'
import { seeded } from '../../support/seeded.ts'

const MODELS = [
  'diamond-clearcoat.glb',
  'frost-axe-morph.glb',
  'texture-transform-folder.zip',
  'gem-transmission-variants-sparse-2scenes.glb',
]
const ODD = [
  '-1',
  '0',
  '1',
  '65535',
  '4294967295',
  '1e308',
  '-1e-300',
  'null',
  'true',
  '"x"',
  '[]',
  '{}',
  '[0,0,0]',
  '0.5',
]
const NUMBER = /(?<=[:[,])-?\d+(\.\d+)?(e-?\d+)?(?=[,\]}])/g

type Chance = () => number
const pick = <T>(list: readonly T[], chance: Chance): T | undefined => list[Math.floor(chance() * list.length)]

/** A GLB with a few numbers of its JSON swapped; its lengths told rightly, so that the damage is found further in. */
function swapNumbers(glb: Buffer, chance: Chance): Buffer {
  const length = glb.readUInt32LE(12)
  let json = glb.subarray(20, 20 + length).toString('utf8')
  for (let times = 1 + Math.floor(chance() * 3); times > 0; times--) {
    const found = pick([...json.matchAll(NUMBER)], chance)
    if (found) json = json.slice(0, found.index) + pick(ODD, chance) + json.slice(found.index + found[0].length)
  }
  const text = Buffer.from(json)
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 0x20)])
  const head = Buffer.from(glb.subarray(0, 20))
  const out = Buffer.concat([head, padded, glb.subarray(20 + length)])
  out.writeUInt32LE(out.length, 8)
  out.writeUInt32LE(padded.length, 12)
  return out
}

function turnBytes(file: Buffer, chance: Chance): Buffer {
  const out = Buffer.from(file)
  for (let times = 1 + Math.floor(chance() * 20); times > 0; times--) {
    out[Math.floor(chance() * out.length)] = Math.floor(chance() * 256)
  }
  return out
}

describe('damaged files', () => {
  it.each([1, 2, 3])('[MODEL-17] forty by seed %i: each is refused or taken, none is a fault', async (seed) => {
    const chance = seeded(seed)
    const counts = { refused: 0, taken: 0 }
    for (let at = 0; at < 40; at++) {
      const name = pick(MODELS, chance) ?? ''
      const whole = readFileSync(join(ROOT, 'tests/fixtures/models', name))
      const file = name.endsWith('.glb') && chance() < 0.7 ? swapNumbers(whole, chance) : turnBytes(whole, chance)
      const made = (await check(file)).faults.length === 0 && (await optimise(file, name)).ok
      counts[made ? 'taken' : 'refused']++
    }
    expect(counts.refused).toBeGreaterThan(10)
    expect(counts.refused + counts.taken).toBe(40)
  })
})
