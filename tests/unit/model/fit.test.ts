// How a model comes to stand on its platform: unit, which way is up, stray parts, too large, too small.

import { describe, expect, it } from 'vitest'
import { Findings } from '../../../models/pipeline/fault.ts'
import { guard } from '../../../models/pipeline/guard/guard.ts'
import { createIO, openDocument } from '../../../models/pipeline/open.ts'
import { fit } from '../../../models/pipeline/steps/fit.ts'
import { joinBoxes, surfaceOf } from '../../../models/pipeline/steps/mass.ts'
import { prepare } from '../../../models/pipeline/steps/prepare.ts'
import { meshNodes } from '../../../models/pipeline/steps/scene.ts'
import { MODEL_BOX } from '../../../shared/model/limits.ts'
import { type BoxPart, glbOf } from './make-glb.ts'

async function fitted(parts: readonly BoxPart[]) {
  const answer = await guard(await glbOf(parts))
  if (!answer.ok) throw new Error(JSON.stringify(answer.summary.faults))
  const document = await openDocument(await createIO(), answer.guarded)
  await prepare(document, new Findings())
  const findings = new Findings()
  const size = fit(document, findings)
  const { min, max } = joinBoxes(meshNodes(document).map((node) => surfaceOf(node).box))
  return { size, min, max, codes: findings.list().map(({ code }) => code) }
}

describe('fit', () => {
  it('[MODEL-30] leaves a model of metres at its size, centred and standing on the ground', async () => {
    const { size, min, max, codes } = await fitted([{ size: [4, 2, 3], at: [10, 5, -7] }])
    expect(size).toEqual([4, 2, 3])
    expect(codes).toEqual(['model.found-pivot-moved'])
    expect(min.map((value) => Number(value.toFixed(4)))).toEqual([-2, 0, -1.5])
    expect(max.map((value) => Number(value.toFixed(4)))).toEqual([2, 2, 1.5])
  })

  it('[MODEL-30] takes 300 units for centimetres and 4,000 for millimetres, and says so', async () => {
    const cm = await fitted([{ size: [300, 200, 250], at: [0, 100, 0] }])
    const mm = await fitted([{ size: [4000, 2000, 3000], at: [0, 1000, 0] }])
    expect([cm.size, cm.codes]).toEqual([[3, 2, 2.5], ['model.found-unit']])
    expect([mm.size, mm.codes]).toEqual([[4, 2, 3], ['model.found-unit']])
  })

  it('[MODEL-31] turns a room that lies on its back, and leaves a flat sign as it is', async () => {
    const room = await fitted([
      { size: [6, 6, 0.1] },
      { size: [6, 0.1, 2.8], at: [0, 3, 1.4] },
      { size: [0.1, 6, 2.8], at: [3, 0, 1.4] },
    ])
    expect(room.codes).toContain('model.found-turned-up')
    expect(room.size[1]).toBeLessThan(3)
    const sign = await fitted([{ size: [6, 6, 0.2] }])
    expect(sign.codes).not.toContain('model.found-turned-up')
  })

  it('[MODEL-32] makes what is too large smaller, inside the box of the platform, and what is tiny larger', async () => {
    const large = await fitted([{ size: [20, 5, 10], at: [0, 2.5, 0] }])
    expect(large.codes).toEqual(['model.found-made-smaller'])
    expect(large.size[0]).toBeCloseTo(MODEL_BOX.width, 2)
    const tiny = await fitted([{ size: [0.1, 0.05, 0.1], at: [0, 0.025, 0] }])
    expect(tiny.codes).toEqual(['model.found-made-larger'])
    expect(Math.max(...tiny.size)).toBeCloseTo(2.4, 2)
  })

  it('[MODEL-33] leaves out a stray part far from the rest, and says so', async () => {
    const { size, codes } = await fitted([
      { size: [4, 2, 3], at: [0, 1, 0] },
      { size: [0.05, 0.05, 0.05], at: [900, 0, 0] },
    ])
    expect(size).toEqual([4, 2, 3])
    expect(codes).toEqual(['model.found-stray-removed'])
  })
})
