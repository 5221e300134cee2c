// Chongqing: the train that runs through a house: two blocks of flats, the line between them.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { box } from '../kit/box.ts'
import { accent, BRONZE, KIND, paint, STONE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { outline, plate, rod } from '../kit/shapes.ts'

const WINDOW = paint('#2a3a44', 0.12)
const CONCRETE = paint('#d8d2c6', 0.75, KIND.stone)

export function drawMonorail(pen: Pen, colour: string): void {
  flats(pen, 0.005, 0.86, 2)
  flats(pen, 1.86, 0.98, 2)
  for (const x of [-0.56, 0.56])
    for (const z of [-0.4, 0.4])
      box(pen, { x, y: 0.86, z: z - 0.06, width: 0.12, height: 1.0, depth: 0.12 }, CONCRETE, {
        bevel: 0.015,
        skip: 'tb',
      })
  box(pen, { x: 0, y: 2.84, z: -0.06, width: 0.6, height: 0.12, depth: 0.5 }, CONCRETE, { bevel: 0.02 })
  box(pen, { x: 0, y: 0.9, z: -0.02, width: 2.36, height: 0.14, depth: 0.26 }, BRONZE, { bevel: 0.02 })
  for (const x of [-0.98, 0.98]) rod(pen, [x, 0, -0.02], [x, 0.92, -0.02], 0.09, STONE, 12, 0.075)
  train(pen, colour)
}

/** A block of flats with rows of windows on its front and sides. */
function flats(pen: Pen, y: number, height: number, rows: number): void {
  box(pen, { x: 0, y, z: -0.06, width: 1.34, height, depth: 1.0 }, CONCRETE, { bevel: 0.025, skip: y < 0.1 ? 'b' : '' })
  pen.unseen(() => {
    const step = height / rows
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < 4; c++) {
        const bottom = y + r * step + step * 0.26
        box(pen, { x: -0.48 + c * 0.32, y: bottom, z: 0.446, width: 0.22, height: step * 0.54, depth: 0.02 }, WINDOW, {
          bevel: 0,
          skip: 'n',
        })
        if (c < 3)
          for (const s of [-1, 1])
            box(
              pen,
              { x: s * 0.676, y: bottom, z: -0.36 + c * 0.3, width: 0.02, height: step * 0.54, depth: 0.2 },
              WINDOW,
              { bevel: 0 },
            )
      }
  })
}

function train(pen: Pen, colour: string): void {
  const body = (low: number, high: number, half: number) =>
    outline([
      [-half, low],
      [half, low],
      [half + 0.1, low + 0.08, half + 0.07, (low + high) / 2],
      [half, high - 0.02, half - 0.2, high],
      [-half + 0.2, high],
      [-half, high - 0.02, -half - 0.07, (low + high) / 2],
      [-half - 0.1, low + 0.08, -half, low],
    ])
  pen.place(0, 1.06, -0.02, 0, () => {
    plate(pen, body(0, 0.66, 1.02), 0.44, accent(colour), 0.05, 6)
    for (const s of [-1, 1]) {
      pen.place(0, 0, s * 0.268, 0, () => {
        for (let k = 0; k < 6; k++)
          box(pen, { x: -0.8 + k * 0.32, y: 0.3, z: 0, width: 0.25, height: 0.22, depth: 0.02 }, WINDOW, {
            bevel: 0.006,
          })
        box(pen, { x: 0, y: 0.13, z: 0, width: 1.9, height: 0.08, depth: 0.015 }, paint('#f1eee8', 0.4), {
          bevel: 0.004,
        })
      })
      pen.turn([s * 1.105, 0.38, 0], [0, 0, s * 0.2], () =>
        box(pen, { x: 0, y: -0.1, z: 0, width: 0.04, height: 0.22, depth: 0.36 }, WINDOW, { bevel: 0.015 }),
      )
    }
  })
}
