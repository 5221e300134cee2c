// The bench between two plots: a thick oak seat of three planks on two bronze blades.

import { BENCH } from '../../../shared/hall/hall-plan.ts'
import { box } from '../kit/box.ts'
import { BRONZE_TRIM, OAK } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'

export function drawBench(pen: Pen): void {
  const { width, height, depth } = BENCH
  const plank = depth / 3
  const thick = 0.1
  for (const k of [-1, 0, 1]) {
    const block = { x: 0, y: height - thick, z: k * plank, width, height: thick, depth: plank - 0.01 }
    box(pen, block, OAK, { bevel: 0.014, density: 6, grain: 0 })
  }
  const rail = { x: 0, y: height - thick - 0.045, z: 0, width: width - 0.36, height: 0.035, depth: 0.12 }
  box(pen, rail, BRONZE_TRIM, { bevel: 0.008, density: 3 })
  for (const s of [-1, 1]) {
    const blade = {
      x: s * (width / 2 - 0.22),
      y: 0.004,
      z: 0,
      width: 0.05,
      height: height - thick - 0.014,
      depth: depth - 0.08,
    }
    box(pen, blade, BRONZE_TRIM, { bevel: 0.01, density: 4, skip: 'b' })
  }
}
