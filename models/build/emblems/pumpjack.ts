// Dongying: a pumpjack with a tilted beam and a horse head.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { box } from '../kit/box.ts'
import { drum } from '../kit/lathe.ts'
import { accent, BRONZE, DARK_STONE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { outline, plate, rod } from '../kit/shapes.ts'

export function drawPumpjack(pen: Pen, colour: string): void {
  box(pen, { x: 0, y: 0.005, z: 0, width: 2.2, height: 0.12, depth: 0.72 }, DARK_STONE, { skip: 'b' })
  for (const s of [1, -1]) {
    rod(pen, [-0.05, 1.72, s * 0.06], [-0.52, 0.12, s * 0.28], 0.05, BRONZE, 8)
    rod(pen, [-0.05, 1.72, s * 0.06], [0.4, 0.12, s * 0.28], 0.05, BRONZE, 8)
  }
  rod(pen, [-0.33, 0.78, -0.2], [-0.33, 0.78, 0.2], 0.03, BRONZE)
  rod(pen, [0.2, 0.78, -0.18], [0.2, 0.78, 0.18], 0.03, BRONZE)
  beam(pen, colour)
  rod(pen, [1.1, 1.4, 0], [1.1, 0.1, 0], 0.016, BRONZE)
  pen.place(1.1, 0.11, 0, 0, () => drum(pen, 0.1, 0.08, 0.24, BRONZE, 14))
  for (const s of [1, -1]) {
    pen.turn([-0.86, 0.62, s * 0.24], [(s * Math.PI) / 2, 0, 0], () => drum(pen, 0.36, 0.36, 0.09, BRONZE, 28))
    rod(pen, [-1.02, 0.74, s * 0.29], [-0.95, 1.56, s * 0.12], 0.028, BRONZE)
  }
  box(pen, { x: -0.86, y: 0.13, z: 0, width: 0.5, height: 0.36, depth: 0.36 }, DARK_STONE, { skip: 'b' })
}

function beam(pen: Pen, colour: string): void {
  const paint = accent(colour)
  pen.turn([-0.05, 1.78, 0], [0, 0, 0.16], () => {
    box(pen, { x: -0.02, y: -0.09, z: 0, width: 2.1, height: 0.18, depth: 0.15 }, paint, { bevel: 0.02 })
    pen.place(0.95, -0.04, 0, 0, () => {
      const head = outline([
        [-0.1, 0.3],
        [0.1, 0.36],
        [0.3, 0.2, 0.32, -0.1],
        [0.33, -0.4, 0.2, -0.62],
        [0.1, -0.6],
        [0.16, -0.3, 0.06, -0.1],
        [-0.1, -0.12],
      ])
      plate(pen, head, 0.2, paint)
    })
    box(pen, { x: -0.97, y: -0.25, z: 0, width: 0.4, height: 0.46, depth: 0.32 }, DARK_STONE, { bevel: 0.03 })
  })
}
