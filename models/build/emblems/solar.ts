// Dezhou: a field of solar cells turned to the sun that stands over it.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { box } from '../kit/box.ts'
import { drum } from '../kit/lathe.ts'
import { accent, BRONZE, DARK_STONE, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ball, rod } from '../kit/shapes.ts'

const CELLS = [paint('#1d3a5c', 0.1), paint('#234a72', 0.1)] as const
const COLUMNS = 6
const ROWS = 4
const STEP = 0.345

export function drawSolar(pen: Pen, colour: string): void {
  drum(pen, 0.5, 0.46, 0.1, DARK_STONE, 28)
  rod(pen, [0, 0.08, -0.1], [0, 1.02, -0.16], 0.075, BRONZE, 14)
  for (const s of [-1, 1]) rod(pen, [0, 0.5, -0.12], [s * 0.62, 1.0, -0.2], 0.035, BRONZE, 8)
  pen.turn([0, 1.12, -0.02], [-0.78, 0, 0], () => field(pen))
  ball(pen, [0.42, 2.32, -0.62], [0.42, 0.42, 0.42], accent(colour, 0.28), 22, 14)
  rod(pen, [0.2, 0.08, -0.5], [0.42, 1.95, -0.62], 0.024, BRONZE, 8)
}

/** The tilted table of cells in its bronze frame; drawn upright, facing +z. */
function field(pen: Pen): void {
  const [w, h] = [COLUMNS * STEP, ROWS * STEP]
  box(pen, { x: 0, y: -h / 2 - 0.05, z: -0.03, width: w + 0.1, height: h + 0.1, depth: 0.05 }, BRONZE, { bevel: 0.012 })
  box(pen, { x: 0, y: -h / 2, z: 0.003, width: w, height: h, depth: 0.012 }, paint('#dfe4e6', 0.4), {
    bevel: 0,
    skip: 'n',
  })
  pen.unseen(() => {
    for (let i = 0; i < COLUMNS; i++)
      for (let j = 0; j < ROWS; j++)
        box(
          pen,
          {
            x: (i - (COLUMNS - 1) / 2) * STEP,
            y: (j - ROWS / 2) * STEP + 0.014,
            z: 0.016,
            width: STEP - 0.028,
            height: STEP - 0.028,
            depth: 0.012,
          },
          CELLS[(i + j) % 2 ? 1 : 0],
          { bevel: 0, skip: 'ntbew' },
        )
  })
}
