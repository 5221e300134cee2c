// The bench between two plots: an oak seat of three planks on a bronze cradle.

import { BENCH } from '../../../shared/hall/hall-plan.ts'
import { box } from '../kit/box.ts'
import { BRONZE_TRIM, OAK } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'

export function drawBench(pen: Pen): void {
  const { width, height, depth } = BENCH
  const plank = depth / 3
  for (const k of [-1, 0, 1])
    box(pen, { x: 0, y: height - 0.07, z: k * plank, width, height: 0.07, depth: plank - 0.012 }, OAK, {
      bevel: 0.012,
      density: 6,
      grain: 0,
    })
  box(pen, { x: 0, y: height - 0.125, z: 0, width: width - 0.3, height: 0.045, depth: 0.1 }, BRONZE_TRIM, {
    bevel: 0.01,
    density: 3,
  })
  for (const s of [-1, 1]) {
    const x = s * (width / 2 - 0.3)
    box(pen, { x, y: height - 0.125, z: 0, width: 0.06, height: 0.05, depth: depth - 0.06 }, BRONZE_TRIM, {
      bevel: 0.01,
      density: 3,
    })
    for (const e of [-1, 1])
      box(
        pen,
        { x, y: 0.004, z: e * (depth / 2 - 0.07), width: 0.06, height: height - 0.135, depth: 0.05 },
        BRONZE_TRIM,
        { bevel: 0.01, density: 3, skip: 'b' },
      )
  }
}
