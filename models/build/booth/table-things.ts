// Small things on the table: two cups, an open folder, a lamp with a warm shade. Seen near by only.

import { TABLE } from '../../../shared/hall/booth-plan.ts'
import { box } from '../kit/box.ts'
import { lathe } from '../kit/lathe.ts'
import { BRONZE_TRIM, KIND, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { rod } from '../kit/shapes.ts'

const CUP = paint('#f1ece2', 0.3)
const PAPER = paint('#f6f3ec', 0.8)
const SHADE = paint('#f3e3c4', 0.8, KIND.glow, 0, 0.55)

export function drawTableThings(pen: Pen, colour: string): void {
  const y = TABLE.height + 0.004
  for (const [x, z] of [
    [0.24, 0.06],
    [-0.27, 0.1],
  ] as const)
    pen.place(TABLE.x + x, y, TABLE.z + z, 0, () => {
      lathe(
        pen,
        [
          [0.03, 0],
          [0.065, 0.008],
          [0.07, 0.014],
          [0.03, 0.016],
        ],
        CUP,
        10,
      )
      lathe(
        pen,
        [
          [0.022, 0.014],
          [0.034, 0.04],
          [0.04, 0.075],
          [0.036, 0.075],
          [0.028, 0.03],
          [0, 0.026],
        ],
        CUP,
        9,
      )
    })
  pen.place(TABLE.x - 0.02, y, TABLE.z + 0.24, 0.3, () => {
    for (const s of [-1, 1])
      pen.turn([s * 0.075, 0, 0], [0, 0, s * 0.06], () =>
        box(pen, { x: 0, y: 0, z: 0, width: 0.148, height: 0.007, depth: 0.21 }, s > 0 ? PAPER : paint(colour, 0.6), {
          bevel: 0,
          density: 4,
          skip: 'b',
        }),
      )
  })
  pen.place(TABLE.x + 0.02, y, TABLE.z - 0.22, 0, () => {
    lathe(
      pen,
      [
        [0.075, 0],
        [0.078, 0.008],
        [0.07, 0.014],
        [0, 0.016],
      ],
      BRONZE_TRIM,
      10,
    )
    rod(pen, [0, 0.01, 0], [0, 0.3, 0], 0.009, BRONZE_TRIM, 6)
    lathe(
      pen,
      [
        [0.13, 0.24],
        [0.125, 0.25],
        [0.075, 0.38],
        [0.07, 0.38],
        [0, 0.37],
      ],
      SHADE,
      14,
    )
  })
}
