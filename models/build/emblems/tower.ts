// Liaocheng: the Guangyue tower: a stone block, four shrinking storeys, bronze roofs with turned-up corners.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { box } from '../kit/box.ts'
import { accent, BRONZE, DARK, DARK_STONE, STONE, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { roof } from '../kit/roof.ts'
import { rod } from '../kit/shapes.ts'

const STOREYS = [
  [1.2, 1.0, 0.36],
  [1.0, 0.84, 0.32],
  [0.8, 0.66, 0.28],
  [0.56, 0.48, 0.24],
] as const

export function drawTower(pen: Pen, colour: string): void {
  box(pen, { x: 0, y: 0.005, z: 0, width: 1.72, height: 0.56, depth: 1.36 }, STONE, { bevel: 0.03, skip: 'b' })
  box(pen, { x: 0, y: 0.005, z: 0.69, width: 0.44, height: 0.4, depth: 0.03 }, DARK, { bevel: 0, skip: 'bn' })
  for (let i = 0; i < 9; i++)
    for (const s of [-1, 1])
      box(pen, { x: -0.76 + i * 0.19, y: 0.565, z: s * 0.63, width: 0.1, height: 0.07, depth: 0.07 }, DARK_STONE, {
        bevel: 0,
        skip: 'b',
        density: 2,
      })
  let y = 0.57
  STOREYS.forEach(([w, d, h], i) => {
    const last = i === STOREYS.length - 1
    const roofHeight = last ? 0.42 : 0.2
    box(pen, { x: 0, y, z: 0, width: w * 0.78, height: h, depth: d * 0.78 }, accent(colour, 0.6))
    for (const px of [-1, -0.33, 0.33, 1])
      for (const pz of [-1, 1])
        rod(pen, [px * w * 0.45, y, pz * d * 0.45], [px * w * 0.45, y + h, pz * d * 0.45], 0.024, WHITE, 6)
    pen.place(0, y + h, 0, 0, () =>
      roof(pen, { width: w * 1.28, depth: d * 1.32, height: roofHeight, lift: 0.12, ridge: last ? 0.3 : 0.6 }, BRONZE),
    )
    y += h + (last ? roofHeight : 0.11)
  })
  rod(pen, [-0.13, y + 0.01, 0], [0.13, y + 0.01, 0], 0.035, BRONZE, 7)
}
