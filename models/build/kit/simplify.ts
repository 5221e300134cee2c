// The second level of what is sculpted: fewer triangles over the same vertices, so that the baked light stays as it is.

import { MeshoptSimplifier } from 'meshoptimizer'
import type { Part } from './part.ts'
import { at } from './part.ts'
import { copyTriangles } from './pen.ts'

export interface Simplify {
  /** Range in the part's index. */
  readonly from: number
  readonly to: number
  /** Share of the triangles to keep. */
  readonly share: number
  /** How far the surface may move, metres. */
  readonly error: number
}

/** Adds to `far` a simplified copy of the vertex-lit triangles of a range of `near`. Flat faces with a chart are not touched. */
export async function addSimplified(near: Part, far: Part, { from, to, share, error }: Simplify): Promise<void> {
  await MeshoptSimplifier.ready
  const lit: number[] = []
  for (let i = from; i < to; i += 3)
    if (at(near.chart, at(near.index, i)) < 0 && at(near.occludes, i / 3))
      lit.push(at(near.index, i), at(near.index, i + 1), at(near.index, i + 2))
  if (!lit.length) return
  const positions = new Float32Array(near.position)
  const target = Math.floor((lit.length / 3) * share) * 3
  const [kept] = MeshoptSimplifier.simplify(new Uint32Array(lit), positions, 3, target, error, [
    'ErrorAbsolute',
    'Prune',
    'Permissive',
  ])
  copyTriangles(near, far, kept)
}
