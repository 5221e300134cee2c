// A file that uses an extension without listing it: read as it was meant.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { check } from '../../../models/pipeline/optimise.ts'
import { ROOT } from '../../support/paths.ts'

/** The GLB with the lists of its extensions gone; spaces keep its length. */
function unlisted(glb: Buffer): Buffer {
  const length = glb.readUInt32LE(12)
  const json = JSON.parse(glb.toString('utf8', 20, 20 + length)) as Record<string, unknown>
  delete json['extensionsUsed']
  delete json['extensionsRequired']
  const out = Buffer.from(glb)
  out.fill(' ', 20, 20 + length)
  out.write(JSON.stringify(json), 20)
  return out
}

it('[MODEL-138] a file that uses an extension without listing it is read as it was meant', async () => {
  const glb = readFileSync(join(ROOT, 'tests/fixtures/models/bridge-garden-meshopt.glb'))
  const [listed, not] = [await check(glb, 'a.glb'), await check(unlisted(glb), 'a.glb')]
  expect(not.faults).toEqual([])
  expect(not.counts).toEqual(listed.counts)
})
