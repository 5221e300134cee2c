// Tai'an: Mount Tai as a cluster of split crags, a bronze stair up the cleft to the gate at the top.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { CylinderGeometry } from 'three'
import { box } from '../kit/box.ts'
import { accent, BRONZE, blend, KIND, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { roof } from '../kit/roof.ts'
import { ball } from '../kit/shapes.ts'

const ROCK = [
  paint('#b3aba0', 0.8, KIND.stone),
  paint('#8f8880', 0.8, KIND.stone),
  paint('#a29a8f', 0.8, KIND.stone),
] as const

/** Crags: x, z, radius, height, turn. The cleft at x 0 in front stays free for the stair. */
const CRAGS = [
  [0, -0.35, 0.62, 2.05, 0.2],
  [-0.5, -0.3, 0.52, 1.95, 0.9],
  [0.52, -0.32, 0.5, 1.6, 0.4],
  [-0.62, 0.12, 0.44, 1.42, 1.4],
  [0.66, 0.1, 0.42, 1.16, 0.1],
  [-0.42, 0.5, 0.4, 0.92, 0.7],
  [0.48, 0.5, 0.38, 0.72, 1.2],
  [-0.86, 0.36, 0.28, 0.66, 0.3],
  [0.88, 0.42, 0.24, 0.42, 0.8],
  [-0.66, 0.76, 0.26, 0.4, 0.2],
  [0.42, 0.84, 0.22, 0.3, 0.6],
] as const

export function drawMountain(pen: Pen, colour: string): void {
  const green = blend(accent(colour, 0.8), '#7d8f5c', 0.3)
  CRAGS.forEach(([x, z, radius, height, turn], i) => {
    pen.turn([x, 0, z], [0.05 * Math.sin(i * 2), turn, 0.05 * Math.cos(i * 3)], () => {
      const crag = new CylinderGeometry(radius * 0.58, radius, height, 6, 1)
      crag.translate(0, height / 2, 0)
      pen.geometry(crag.toNonIndexed(), ROCK[i % 3] ?? ROCK[0])
      if (i > 0)
        pen.place(0, height - 0.02, 0, 0.5, () =>
          ball(pen, [0, 0, 0], [radius * 0.6, radius * 0.26, radius * 0.58], green, 8, 5),
        )
    })
  })
  stair(pen)
  pen.place(0, 2.03, -0.32, 0, () => gate(pen))
}

function stair(pen: Pen): void {
  for (let i = 0; i < 20; i++) {
    const t = i / 19
    box(
      pen,
      {
        x: 0.05 * Math.sin(t * 7),
        y: 0.02 + t * 1.98,
        z: 0.98 - t * 0.98,
        width: 0.3 - 0.06 * t,
        height: 0.1,
        depth: 0.24,
      },
      BRONZE,
      {
        bevel: 0.012,
        skip: 'bn',
      },
    )
  }
}

/** The South Gate of Heaven: red walls, an arch, a bronze roof. */
function gate(pen: Pen): void {
  box(pen, { x: 0, y: 0, z: 0, width: 0.5, height: 0.3, depth: 0.28 }, paint('#a8432f', 0.6), { skip: 'b' })
  box(pen, { x: 0, y: 0, z: 0.146, width: 0.15, height: 0.2, depth: 0.02 }, paint('#3a3733', 0.7), {
    bevel: 0,
    skip: 'bn',
  })
  pen.place(0, 0.31, 0, 0, () => roof(pen, { width: 0.76, depth: 0.52, height: 0.26, lift: 0.09, ridge: 0.5 }, BRONZE))
}
