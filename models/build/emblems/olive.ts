// Longnan: a leaning olive branch with leaves in pairs and three olives.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { accent, BRONZE, paint, type Vec3 } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ball, rod, sheet, tube } from '../kit/shapes.ts'

const LEAF = paint('#7f8f6c', 0.45)
const UNDER = paint('#9aa88a', 0.5)

const KNOTS: readonly Vec3[] = [
  [-0.4, 0.4, 0],
  [-0.24, 0.8, 0.1],
  [-0.07, 1.2, 0.06],
  [0.12, 1.6, 0],
  [0.3, 2, -0.05],
  [0.5, 2.35, -0.1],
]

export function drawOlive(pen: Pen, colour: string): void {
  tube(
    pen,
    [
      [-0.52, 0, 0],
      [-0.24, 0.8, 0.1],
      [0.12, 1.6, 0],
      [0.52, 2.4, -0.1],
      [0.66, 2.86, -0.1],
    ],
    0.06,
    BRONZE,
    20,
    8,
  )
  KNOTS.forEach((spot, i) => {
    leaf(pen, spot, -1.05, 0.3, 0.86, i)
    leaf(pen, spot, 0.75, -0.35, 0.82, i + 1)
  })
  leaf(pen, [0.64, 2.76, -0.1], -0.35, 0, 0.56, 0)
  for (const [x, y, z] of [
    [0.34, 1.05, 0.27],
    [-0.2, 1.72, 0.25],
    [0.6, 1.62, 0.2],
  ] as const) {
    ball(pen, [x, y, z], [0.19, 0.25, 0.19], accent(colour, 0.2), 16, 11)
    rod(pen, [x, y + 0.22, z], [x - 0.12, y + 0.46, z - 0.14], 0.016, BRONZE, 6)
  }
}

function leaf(pen: Pen, spot: Vec3, roll: number, turn: number, length: number, k: number): void {
  pen.turn(spot, [0, turn, roll], () =>
    sheet(
      pen,
      (u, v) => {
        const w = 0.15 * Math.sin(Math.PI * v) ** 0.85
        const a = u * 2 - 1
        return [a * w, v * length, 0.12 * Math.sin(v * 2.4) + 0.3 * w * Math.abs(a)]
      },
      4,
      6,
      0.025,
      k % 2 ? UNDER : LEAF,
    ),
  )
}
