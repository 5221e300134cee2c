// Weihai: a lighthouse, white with one coloured band and a warm lamp.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, DARK_STONE, KIND, paint, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ball, ring, rod } from '../kit/shapes.ts'

const LAMP = paint('#ffe0a0', 0.3, KIND.glow, 0, 1)

export function drawLighthouse(pen: Pen, colour: string): void {
  for (const [x, z, s] of [
    [0.5, 0.42, 0.3],
    [-0.62, 0.2, 0.36],
    [-0.1, -0.66, 0.34],
    [0.66, -0.28, 0.26],
    [0.05, 0.66, 0.2],
  ] as const)
    ball(pen, [x, s * 0.28, z], [s, s * 0.7, s * 0.9], DARK_STONE, 7, 5)
  lathe(
    pen,
    [
      [0.7, 0],
      [0.66, 0.16],
      [0.5, 0.2],
    ],
    DARK_STONE,
    30,
  )
  lathe(
    pen,
    [
      [0.48, 0.18],
      [0.42, 0.6],
      [0.37, 0.98],
    ],
    WHITE,
    30,
  )
  lathe(
    pen,
    [
      [0.375, 0.97],
      [0.325, 1.46],
    ],
    accent(colour),
    30,
  )
  lathe(
    pen,
    [
      [0.32, 1.45],
      [0.275, 2.05],
      [0.29, 2.1],
      [0.42, 2.13],
      [0.42, 2.19],
      [0.2, 2.19],
    ],
    WHITE,
    30,
  )
  lathe(
    pen,
    [
      [0.19, 2.18],
      [0.19, 2.52],
    ],
    LAMP,
    16,
  )
  lathe(
    pen,
    [
      [0.3, 2.52],
      [0.28, 2.56],
      [0.1, 2.78],
      [0.05, 2.84],
      [0, 2.98],
    ],
    BRONZE,
    26,
  )
  for (let i = 0; i < 8; i++) {
    const a = (i / 8) * 2 * Math.PI
    const [s, c] = [Math.sin(a), Math.cos(a)]
    rod(pen, [0.385 * c, 2.19, 0.385 * s], [0.385 * c, 2.38, 0.385 * s], 0.013, BRONZE, 5)
    if (i % 2) rod(pen, [0.2 * c, 2.19, 0.2 * s], [0.2 * c, 2.53, 0.2 * s], 0.014, BRONZE, 5)
  }
  pen.turn([0, 2.38, 0], [Math.PI / 2, 0, 0], () => ring(pen, 0.385, 0.014, BRONZE, 30, 5))
  for (const [y, a] of [
    [0.62, 0.2],
    [1.7, 0.5],
  ] as const)
    pen.place(0, y, 0, a, () => ball(pen, [0, 0, y < 1 ? 0.42 : 0.3], [0.06, 0.12, 0.03], BRONZE, 10, 6))
}
