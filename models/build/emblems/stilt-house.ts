// Xiangxi: a house on stilts over the water, its dark roof sweeping up at the corners.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { box } from '../kit/box.ts'
import { accent, BRONZE, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { roof } from '../kit/roof.ts'
import { rod, sheet } from '../kit/shapes.ts'

const FLOOR = paint('#9b7448', 0.6)
const WALL = paint('#835c34', 0.6)
const TILE = paint('#474748', 0.5)
const WATER = paint('#8fb9b4', 0.1)

export function drawStiltHouse(pen: Pen, colour: string): void {
  for (const x of [-0.82, -0.27, 0.27, 0.82])
    for (const z of [-0.48, 0.48]) rod(pen, [x, 0, z], [x, 1.9, z], 0.045, BRONZE, 7)
  box(pen, { x: 0, y: 0.9, z: 0, width: 1.88, height: 0.09, depth: 1.2 }, FLOOR)
  box(pen, { x: 0, y: 1.0, z: -0.06, width: 1.54, height: 0.86, depth: 0.8 }, WALL)
  for (const x of [-0.49, 0, 0.49]) {
    box(pen, { x, y: 1.1, z: 0.35, width: 0.32, height: 0.6, depth: 0.03 }, accent(colour), { bevel: 0.006, skip: 'n' })
    pen.unseen(() => {
      for (const b of [-0.08, 0.08])
        box(pen, { x: x + b, y: 1.14, z: 0.372, width: 0.018, height: 0.52, depth: 0.012 }, FLOOR, {
          bevel: 0,
          skip: 'n',
        })
    })
  }
  for (const y of [1.1, 1.24]) {
    rod(pen, [-0.92, y, 0.57], [0.92, y, 0.57], 0.02, BRONZE, 6)
    for (const s of [-1, 1]) rod(pen, [s * 0.92, y, 0.57], [s * 0.92, y, -0.5], 0.018, BRONZE, 6)
  }
  pen.place(0, 1.86, 0, 0, () => roof(pen, { width: 2.36, depth: 1.72, height: 0.62, lift: 0.34, ridge: 0.5 }, TILE))
  rod(pen, [-0.6, 2.5, 0], [0.6, 2.5, 0], 0.05, BRONZE, 8)
  for (const s of [-1, 1]) rod(pen, [s * 0.58, 2.5, 0], [s * 0.76, 2.64, 0], 0.04, BRONZE, 8, 0.012)
  for (const k of [0, 1, 2, 3]) sheet(pen, (u, v) => ripple(u, v, k), 14, 2, 0.05, WATER)
}

function ripple(u: number, v: number, k: number): readonly [number, number, number] {
  const z = [-0.72, -0.2, 0.3, 0.74][k] ?? 0
  return [(u * 2 - 1) * Math.sqrt(1.2 - z * z), 0.04 + 0.03 * Math.sin(u * 15 + k * 1.7), z + (v - 0.5) * 0.3]
}
