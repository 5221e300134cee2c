// Yantai: a rocket over the ripples of a launch at sea.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, paint, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { outline, plate, ring } from '../kit/shapes.ts'

const SEA = paint('#8fb4c4', 0.12)

export function drawRocket(pen: Pen, colour: string): void {
  lathe(
    pen,
    [
      [0, 0.42],
      [0.2, 0.42],
      [0.27, 0.52],
      [0.27, 0.8],
      [0.27, 2.12],
      [0.25, 2.38],
      [0.19, 2.66],
      [0.1, 2.9],
      [0, 3.04],
    ],
    WHITE,
    30,
  )
  for (const [y, h, m] of [
    [1.32, 0.34, accent(colour)],
    [0.74, 0.08, BRONZE],
    [2.06, 0.06, BRONZE],
  ] as const)
    lathe(
      pen,
      [
        [0.27, y],
        [0.282, y + 0.01],
        [0.282, y + h - 0.01],
        [0.27, y + h],
      ],
      m,
      24,
    )
  for (let i = 0; i < 4; i++)
    pen.place(0, 0, 0, (i * Math.PI) / 2 + Math.PI / 4, () => {
      const fin = outline([
        [0.22, 1.02],
        [0.52, 0.5],
        [0.56, 0.12],
        [0.46, 0.1],
        [0.32, 0.42],
        [0.22, 0.5],
      ])
      plate(pen, fin, 0.05, BRONZE, 0.01)
    })
  lathe(
    pen,
    [
      [0.1, 0.42],
      [0.21, 0.14],
      [0.14, 0.14],
      [0, 0.3],
    ].reverse() as [number, number][],
    BRONZE,
    20,
  )
  for (let i = 0; i < 3; i++)
    pen.turn([0, 0.05, 0], [Math.PI / 2, 0, 0], () => ring(pen, 0.62 + i * 0.22, 0.05 - 0.01 * i, SEA, 30, 5))
}
