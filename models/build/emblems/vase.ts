// Zibo: a celadon vase with bronze rings.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ring } from '../kit/shapes.ts'

const PROFILE = [
  [0.42, 0.06],
  [0.44, 0.1],
  [0.4, 0.2],
  [0.44, 0.42],
  [0.56, 0.74],
  [0.7, 1.06],
  [0.81, 1.36],
  [0.845, 1.58],
  [0.81, 1.78],
  [0.7, 1.95],
  [0.52, 2.09],
  [0.34, 2.2],
  [0.25, 2.32],
  [0.235, 2.46],
  [0.29, 2.6],
  [0.37, 2.68],
  [0.385, 2.72],
  [0.34, 2.72],
  [0.22, 2.6],
  [0, 2.45],
] as const

export function drawVase(pen: Pen, colour: string): void {
  lathe(pen, PROFILE, accent(colour, 0.16), 36)
  lathe(
    pen,
    [
      [0.5, 0],
      [0.53, 0.02],
      [0.53, 0.07],
      [0.43, 0.1],
    ],
    BRONZE,
    28,
  )
  for (const [y, r] of [
    [1.33, 0.812],
    [2.14, 0.425],
  ] as const)
    pen.turn([0, y, 0], [Math.PI / 2, 0, 0], () => ring(pen, r, 0.02, BRONZE, 36, 5))
}
