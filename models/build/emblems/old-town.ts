// Kashgar: the gate of the old town, turquoise niche and minarets, among stepped houses of mud brick.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { box } from '../kit/box.ts'
import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, DARK_OAK, KIND, type Material, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { outline, plate, rod } from '../kit/shapes.ts'

const BRICK = paint('#c29a70', 0.85, KIND.plaster)
const CLAY = paint('#b1865c', 0.85, KIND.plaster)
const PALE = paint('#d9bd96', 0.85, KIND.plaster)

export function drawOldTown(pen: Pen, colour: string): void {
  const tile = accent(colour, 0.3)
  house(pen, -0.74, -0.1, 0.62, 0.8, 0.8, CLAY)
  house(pen, 0.76, -0.06, 0.6, 0.86, 0.62, BRICK)
  house(pen, -0.6, -0.42, 0.6, 0.56, 1.28, PALE)
  house(pen, 0.56, -0.44, 0.66, 0.56, 1.1, CLAY)
  house(pen, 0.0, -0.5, 0.6, 0.5, 1.62, BRICK)
  box(pen, { x: 0, y: 0.005, z: 0.3, width: 0.98, height: 1.52, depth: 0.5 }, PALE, { bevel: 0.025, skip: 'b' })
  for (const s of [-1, 1]) minaret(pen, s * 0.56, 0.42, tile)
  pen.place(0, 0, 0.556, 0, () => plate(pen, arch(0.34, 1.2), 0.03, tile, 0.012))
  pen.place(0, 0, 0.585, 0, () => plate(pen, arch(0.22, 0.86), 0.02, DARK_OAK, 0.006))
  for (const [x, y, z] of [
    [-0.8, 0.28, 0.31],
    [0.82, 0.22, 0.38],
    [-0.68, 0.94, -0.13],
    [0.66, 0.78, -0.15],
    [0, 1.24, -0.24],
  ] as const)
    pen.place(x, y, z, 0, () => plate(pen, arch(0.09, 0.28), 0.02, tile, 0.004, 4))
  pen.place(0, 1.62, -0.5, 0, () => dome(pen, 0.3, tile))
}

/** A flat-roofed house with a parapet and the ends of its roof beams. */
function house(pen: Pen, x: number, z: number, width: number, depth: number, height: number, wall: Material): void {
  box(pen, { x, y: 0.005, z, width, height, depth }, wall, { bevel: 0.03, skip: 'b' })
  box(pen, { x, y: height - 0.01, z, width: width - 0.12, height: 0.07, depth: depth - 0.12 }, wall, {
    bevel: 0.02,
    skip: 'b',
  })
  for (let i = 0; i < 3; i++) {
    const bx = x + (i - 1) * width * 0.3
    rod(pen, [bx, height - 0.12, z + depth / 2 - 0.02], [bx, height - 0.12, z + depth / 2 + 0.07], 0.022, DARK_OAK, 5)
  }
}

const arch = (half: number, top: number) =>
  outline([
    [-half, 0],
    [half, 0],
    [half, top * 0.6],
    [half * 0.95, top * 0.84, 0, top],
    [-half * 0.95, top * 0.84, -half, top * 0.6],
  ])

function minaret(pen: Pen, x: number, z: number, tile: Material): void {
  pen.place(x, 0, z, 0, () => {
    lathe(
      pen,
      [
        [0.16, 0],
        [0.14, 0.7],
        [0.12, 1.66],
        [0.15, 1.7],
        [0.15, 1.78],
        [0.09, 1.8],
      ],
      PALE,
      18,
    )
    lathe(
      pen,
      [
        [0.153, 0.44],
        [0.151, 0.56],
      ],
      tile,
      18,
    )
    lathe(
      pen,
      [
        [0.14, 1.1],
        [0.138, 1.2],
      ],
      tile,
      18,
    )
    pen.place(0, 1.78, 0, 0, () => dome(pen, 0.13, tile))
  })
}

function dome(pen: Pen, r: number, tile: Material): void {
  lathe(
    pen,
    [
      [r * 0.92, 0],
      [r * 1.04, r * 0.35],
      [r, r * 0.75],
      [r * 0.72, r * 1.2],
      [r * 0.28, r * 1.55],
      [0, r * 1.8],
    ],
    tile,
    18,
  )
  rod(pen, [0, r * 1.7, 0], [0, r * 2.5, 0], 0.015, BRONZE, 5)
}
