// Tai'an: Mount Tai as turned slabs of stone, a bronze stair winding up to the pavilion.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { CylinderGeometry } from 'three'
import { box } from '../kit/box.ts'
import { drum } from '../kit/lathe.ts'
import { accent, BRONZE, KIND, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { roof } from '../kit/roof.ts'

const LIGHT = paint('#b9b1a4', 0.75, KIND.stone)
const SHADE = paint('#8d867d', 0.75, KIND.stone)

const SLABS = [
  [1.08, 0.5],
  [0.92, 0.44],
  [0.78, 0.4],
  [0.62, 0.38],
  [0.48, 0.34],
  [0.34, 0.28],
] as const

export function drawMountain(pen: Pen, colour: string): void {
  let y = 0
  SLABS.forEach(([radius, height], i) => {
    pen.place(i % 2 ? -0.06 : 0.06, y, i % 2 ? 0.04 : -0.05, i * 0.55, () => {
      const slab = new CylinderGeometry(radius * 0.9, radius, height, 7, 1)
      slab.translate(0, height / 2, 0)
      pen.geometry(slab.toNonIndexed(), i % 2 ? SHADE : LIGHT)
    })
    y += height
  })
  stair(pen)
  pen.place(0, y, 0, 0, () => {
    drum(pen, 0.26, 0.24, 0.05, LIGHT, 6)
    for (let k = 0; k < 4; k++)
      box(
        pen,
        { x: (k % 2 ? 1 : -1) * 0.14, y: 0.04, z: (k < 2 ? 1 : -1) * 0.12, width: 0.05, height: 0.24, depth: 0.05 },
        accent(colour),
        { bevel: 0 },
      )
    box(pen, { x: 0, y: 0.05, z: 0, width: 0.22, height: 0.22, depth: 0.18 }, accent(colour))
    pen.place(0, 0.28, 0, 0, () =>
      roof(pen, { width: 0.62, depth: 0.54, height: 0.24, lift: 0.07, ridge: 0.3 }, BRONZE),
    )
  })
}

function stair(pen: Pen): void {
  for (let i = 0; i < 22; i++) {
    const t = i / 21
    const x = 0.02 + 0.12 * Math.sin(t * 8)
    box(pen, { x, y: 0.02 + t * 2.2, z: 1.03 - t * 0.76, width: 0.26, height: 0.1, depth: 0.2 }, BRONZE, {
      bevel: 0.012,
      skip: 'bn',
    })
  }
}
