// Binzhou: a spool of yarn with its needle and thread.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, KIND, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ring, rod, tube } from '../kit/shapes.ts'

const WOOD = paint('#c9a577', 0.5)

export function drawSpool(pen: Pen, colour: string): void {
  const flange = () =>
    lathe(
      pen,
      [
        [0.8, 0],
        [0.86, 0.03],
        [0.86, 0.13],
        [0.8, 0.17],
        [0.56, 0.2],
        [0.2, 0.21],
        [0, 0.21],
      ],
      WOOD,
      30,
    )
  flange()
  pen.turn([0, 2.2, 0], [Math.PI, 0, 0], flange)
  const turns = 20
  const wound = Array.from({ length: turns + 1 }, (_, i) => {
    const t = i / turns
    return [0.62 + (i % 2 ? 0.042 : 0) + 0.07 * Math.sin(t * Math.PI), 0.2 + t * 1.8] as const
  })
  lathe(pen, wound, { ...accent(colour, 0.62), kind: KIND.textile }, 26)
  rod(pen, [0.98, 0, 0.35], [0.64, 2.85, 0.2], 0.034, BRONZE, 8, 0.022)
  pen.turn([0.635, 2.9, 0.195], [0, 0.4, 0.12], () => ring(pen, 0.06, 0.02, BRONZE, 14, 6))
  tube(
    pen,
    [
      [0.635, 2.9, 0.2],
      [0.92, 2.5, 0.5],
      [1.04, 1.5, 0.52],
      [0.7, 1.1, 0.34],
    ],
    0.018,
    accent(colour),
    22,
    5,
  )
}
