// Jining: the stone archway before the temple of Confucius: four posts, three roofs, red boards.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { box } from '../kit/box.ts'
import { accent, BRONZE, paint, STONE, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { roof } from '../kit/roof.ts'
import { rod } from '../kit/shapes.ts'

const TILE = paint('#54606a', 0.35, 0, 0.4)
const POSTS = [-1.02, -0.42, 0.42, 1.02] as const

export function drawGate(pen: Pen, colour: string): void {
  POSTS.forEach((x, i) => {
    const height = i === 0 || i === 3 ? 1.72 : 2.14
    box(pen, { x, y: 0.005, z: 0, width: 0.26, height: 0.42, depth: 0.5 }, STONE, { bevel: 0.04, skip: 'b' })
    box(pen, { x, y: 0.42, z: 0, width: 0.17, height: height - 0.42, depth: 0.17 }, accent(colour, 0.5), {
      bevel: 0.03,
    })
  })
  bay(pen, colour, 0, 0.66, 1.5)
  for (const s of [-1, 1]) bay(pen, colour, s * 0.72, 0.42, 1.2)
  cap(pen, 0, 1.36, 2.14, 0.46)
  for (const s of [-1, 1]) cap(pen, s * 0.8, 0.84, 1.72, 0.34)
}

/** Two beams and the board between a pair of posts; `low` is the lower beam's height. */
function bay(pen: Pen, colour: string, x: number, width: number, low: number): void {
  box(pen, { x, y: low, z: 0, width, height: 0.13, depth: 0.13 }, STONE, { bevel: 0.02, skip: 'ew' })
  box(pen, { x, y: low + 0.14, z: 0, width, height: 0.27, depth: 0.08 }, paint('#2f5f6b', 0.5), {
    bevel: 0.01,
    skip: 'ew',
  })
  box(pen, { x, y: low + 0.42, z: 0, width, height: 0.1, depth: 0.15 }, accent(colour, 0.5), {
    bevel: 0.02,
    skip: 'ew',
  })
  for (const s of [-1, 1])
    box(pen, { x, y: low + 0.2, z: s * 0.05, width: width * 0.5, height: 0.15, depth: 0.03 }, BRONZE, { bevel: 0.006 })
}

function cap(pen: Pen, x: number, width: number, y: number, height: number): void {
  box(pen, { x, y: y - 0.08, z: 0, width: width * 0.8, height: 0.09, depth: 0.3 }, WHITE, { bevel: 0.02 })
  pen.place(x, y + 0.04, 0, 0, () => roof(pen, { width, depth: 0.66, height, lift: 0.17, ridge: 0.55 }, TILE))
  rod(pen, [x - width * 0.3, y + height + 0.03, 0], [x + width * 0.3, y + height + 0.03, 0], 0.035, BRONZE, 7)
}
