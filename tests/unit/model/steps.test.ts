// Single steps of the pipeline on small documents of our own: colours that stay exact, thin parts that stay at all.

import { MeshoptSimplifier } from 'meshoptimizer'
import { describe, expect, it } from 'vitest'
import { createIO } from '../../../models/pipeline/open.ts'
import { mergeParts } from '../../../models/pipeline/steps/merge.ts'
import { thinVertices } from '../../../models/pipeline/steps/thin.ts'
import { glbOf } from './make-glb.ts'

describe('joined parts', () => {
  it('[MODEL-104] keep their plain colours exactly: a palette’s byte is a step off, which shows on a whole white stand', async () => {
    const reds = [0.1, 0.2, 0.3, 0.4, 0.501, 0.602]
    const boxes = reds.map((red, at) => ({ size: [1, 1, 1], at: [at, 0, 0], colour: [red, 0.31, 0.29] }) as const)
    const document = await (await createIO()).readBinary(await glbOf(boxes))
    await mergeParts(document)
    const parts = document
      .getRoot()
      .listMeshes()
      .flatMap((mesh) => mesh.listPrimitives())
    expect(parts).toHaveLength(1)
    expect(document.getRoot().listTextures()).toEqual([])
    const colour = parts[0]?.getAttribute('COLOR_0')
    const seen = Array.from(
      { length: colour?.getCount() ?? 0 },
      (_, at) => colour?.getElement<number[]>(at, [])[0] ?? 0,
    )
    expect([...new Set(seen.map((value) => value.toFixed(6)))].sort()).toEqual(reds.map((red) => red.toFixed(6)))
  })
})

describe('thin parts', async () => {
  await MeshoptSimplifier.ready
  /** A box from a corner, its eight corners once each. */
  const box = (x: number, width: number, height: number): number[] =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((k) => [x + (k & 1 ? width : 0), k & 2 ? height : 0, k & 4 ? width : 0])
  const corners = (from: number) =>
    [0, 1, 2, 1, 3, 2, 4, 6, 5, 5, 6, 7, 0, 4, 1, 1, 4, 5, 2, 3, 6, 3, 7, 6, 0, 2, 4, 2, 6, 4, 1, 5, 3, 3, 5, 7].map(
      (at) => at + from,
    )

  it('[MODEL-105] are told by two narrow sides, part by part: the blade, not the wall', () => {
    const positions = new Float32Array([...box(0, 0.01, 0.2), ...box(1, 0.5, 2)])
    const thin = thinVertices(positions, new Uint32Array([...corners(0), ...corners(8)]), 0.03)
    expect([...thin]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('[MODEL-105] hang together by place, whatever vertices they are drawn with', () => {
    const positions = new Float32Array([...box(0, 0.01, 0.2), ...box(0.01, 0.5, 2)])
    const thin = thinVertices(positions, new Uint32Array([...corners(0), ...corners(8)]), 0.03)
    expect([...thin]).not.toContain(1)
  })
})
