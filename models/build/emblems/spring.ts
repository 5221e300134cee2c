// Jinan: the three jets of Baotu Spring, their heads wider than their stems and falling, in a round stone basin.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, paint, STONE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ring } from '../kit/shapes.ts'

const WATER = paint('#d3ecee', 0.1)

export function drawSpring(pen: Pen, colour: string): void {
  lathe(
    pen,
    [
      [1.04, 0],
      [1.12, 0.05],
      [1.12, 0.27],
      [1.07, 0.32],
      [0.95, 0.32],
      [0.92, 0.28],
      [0.92, 0.2],
    ],
    STONE,
    40,
  )
  pool(pen, colour)
  jet(pen, 0, -0.3, 2.35, 0.5)
  jet(pen, 0.55, 0.28, 1.75, 0.41)
  jet(pen, -0.55, 0.3, 1.35, 0.37)
}

function pool(pen: Pen, colour: string): void {
  const wave = Array.from({ length: 12 }, (_, i) => {
    const r = 0.93 * (1 - i / 11)
    return [r, 0.23 + 0.016 * Math.sin(i * 2.4)] as const
  })
  lathe(pen, wave, accent(colour, 0.1), 36)
  for (const [x, z, r] of [
    [0, -0.3, 0.36],
    [0.55, 0.28, 0.28],
    [-0.55, 0.3, 0.26],
  ] as const)
    pen.turn([x, 0.245, z], [Math.PI / 2, 0, 0], () => ring(pen, r, 0.022, WATER, 24, 5))
  pen.turn([0, 0.33, 0], [Math.PI / 2, 0, 0], () => ring(pen, 1.01, 0.018, BRONZE, 40, 5))
}

/** One jet: a slender stem and a cap that swells over and falls back. */
function jet(pen: Pen, x: number, z: number, h: number, cap: number): void {
  pen.place(x, 0.22, z, 0, () =>
    lathe(
      pen,
      [
        [cap * 0.62, 0],
        [cap * 0.42, 0.05],
        [cap * 0.3, 0.2],
        [cap * 0.25, h * 0.45],
        [cap * 0.27, h * 0.66],
        [cap * 0.4, h * 0.76],
        [cap * 0.66, h * 0.75],
        [cap * 0.86, h * 0.66],
        [cap * 0.95, h * 0.55],
        [cap, h * 0.56],
        [cap * 0.99, h * 0.68],
        [cap * 0.88, h * 0.82],
        [cap * 0.66, h * 0.93],
        [cap * 0.36, h * 0.99],
        [0, h * 1.01],
      ],
      WATER,
      24,
    ),
  )
}
