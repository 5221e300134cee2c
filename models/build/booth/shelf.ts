// The oak shelf at the open end of the back wall: a cupboard below, two open compartments with books and a bowl above.

import { SHELF } from '../../../shared/hall/booth-plan.ts'
import { box } from '../kit/box.ts'
import { lathe } from '../kit/lathe.ts'
import { BRONZE_TRIM, DARK_OAK, KIND, OAK, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ball } from '../kit/shapes.ts'

const BOOKS = ['#cfc6b6', '#8d8478', '#e8e2d6', '', '#6f7a78', '#b99a72'] as const
const BOARD = 0.035

export function drawShelf(pen: Pen, colour: string): void {
  const { x, z, width, height, depth } = SHELF
  const floor = 0.03
  const cupboard = 0.78
  box(pen, { x, y: floor, z, width, height: cupboard, depth }, OAK, { bevel: 0.01, skip: 'b', grain: 1 })
  for (const s of [-1, 1])
    box(
      pen,
      {
        x: x + s * (width / 2 - BOARD / 2),
        y: floor + cupboard + 0.004,
        z,
        width: BOARD,
        height: height - cupboard - floor,
        depth,
      },
      OAK,
      { bevel: 0, grain: 1, skip: 'b' },
    )
  const inner = width - 2 * BOARD - 0.012
  for (const y of [1.38, height - BOARD])
    box(pen, { x, y, z: z + 0.005, width: inner, height: BOARD, depth: depth - 0.03 }, OAK, { bevel: 0, grain: 0 })
  box(
    pen,
    {
      x,
      y: floor + cupboard + 0.006,
      z: z - depth / 2 + 0.02,
      width: inner,
      height: height - cupboard - floor - 0.02,
      depth: 0.02,
    },
    DARK_OAK,
    { bevel: 0, skip: 'nb', grain: 1 },
  )
  pen.unseen(() =>
    box(
      pen,
      { x, y: floor + cupboard - 0.05, z: z + depth / 2 + 0.008, width: 0.7, height: 0.018, depth: 0.014 },
      BRONZE_TRIM,
      { bevel: 0, density: 1, skip: 'n' },
    ),
  )
  pen.nearOnly(() => drawThings(pen, colour, floor + cupboard + 0.006))
}

function drawThings(pen: Pen, colour: string, low: number): void {
  const { x, z } = SHELF
  let left = x - 0.47
  BOOKS.forEach((hex, i) => {
    const width = 0.035 + 0.012 * ((i * 7) % 3)
    const tall = 0.27 + 0.03 * ((i * 5) % 4)
    box(
      pen,
      { x: left + width / 2, y: low, z: z + 0.02, width: width - 0.003, height: tall, depth: 0.2 },
      paint(hex || colour, 0.7),
      { bevel: 0, density: 4, skip: 'b' },
    )
    left += width
  })
  pen.place(x + 0.24, low, z + 0.02, 0, () =>
    lathe(
      pen,
      [
        [0.05, 0],
        [0.06, 0.01],
        [0.14, 0.09],
        [0.17, 0.16],
        [0.155, 0.16],
        [0.12, 0.08],
        [0, 0.04],
      ],
      paint(colour, 0.2),
      14,
    ),
  )
  const upper = 1.38 + BOARD + 0.002
  for (const [dx, r, hex] of [
    [-0.3, 0.1, '#cbc4b7'],
    [-0.06, 0.075, '#b98d58'],
  ] as const)
    ball(
      pen,
      [x + dx, upper + r * 0.96, z + 0.03],
      [r, r, r],
      hex === '#b98d58' ? BRONZE_TRIM : paint(hex, 0.7, KIND.stone),
      14,
      9,
    )
  pen.place(x + 0.28, upper, z + 0.03, 0, () =>
    lathe(
      pen,
      [
        [0.06, 0],
        [0.085, 0.05],
        [0.1, 0.14],
        [0.07, 0.26],
        [0.035, 0.33],
        [0.05, 0.38],
        [0.03, 0.38],
        [0, 0.3],
      ],
      paint('#e4ddd0', 0.35),
      12,
    ),
  )
}
