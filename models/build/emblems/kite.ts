// Weifang: a kite on its line: four bulging panels over bronze spars, a tail of bows, the winder on the ground.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, type Material, OAK, paint, type Vec3 } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { rod, sheet, tube } from '../kit/shapes.ts'

const TOP: Vec3 = [0, 0.86, 0]
const FOOT: Vec3 = [0, -1.16, 0]
const WIDE = 1.02
const GOLD = paint('#e6b44c', 0.5)

export function drawKite(pen: Pen, colour: string): void {
  const red = accent(colour, 0.5)
  pen.turn([0.1, 1.98, -0.1], [-0.3, 0.1, 0.3], () => {
    panel(pen, TOP, [-WIDE, 0.12, -0.1], red)
    panel(pen, [WIDE, 0.12, -0.1], TOP, GOLD)
    panel(pen, [-WIDE, 0.12, -0.1], FOOT, GOLD)
    panel(pen, FOOT, [WIDE, 0.12, -0.1], red)
    rod(pen, [0, 0.92, 0.02], [0, -1.22, 0.02], 0.026, BRONZE, 7)
    tube(
      pen,
      [
        [-1.08, 0.12, -0.1],
        [0, 0.12, 0.05],
        [1.08, 0.12, -0.1],
      ],
      0.026,
      BRONZE,
      12,
      7,
    )
  })
  tail(pen, red)
  line(pen)
}

/** One quarter of the kite between two of its corners and the crossing of the spars, filled by the wind. */
function panel(pen: Pen, a: Vec3, b: Vec3, material: Material): void {
  const mix = (t: number, i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * t
  sheet(
    pen,
    (u, v) => {
      const out = Math.sin(Math.PI * u) * Math.sin(Math.PI * Math.min(1, v * 0.9)) * 0.1
      return [mix(u, 0) * v, 0.12 * (1 - v) + mix(u, 1) * v, mix(u, 2) * v - out]
    },
    7,
    6,
    0.02,
    material,
  )
}

const TAIL: readonly Vec3[] = [
  [0.43, 0.98, 0.2],
  [0.62, 0.72, 0.34],
  [0.4, 0.5, 0.5],
  [0.68, 0.3, 0.56],
  [0.42, 0.1, 0.66],
]

function tail(pen: Pen, red: Material): void {
  tube(pen, TAIL, 0.016, BRONZE, 20, 5)
  TAIL.slice(1).forEach(([x, y, z], i) => {
    for (const s of [-1, 1])
      sheet(
        pen,
        (u, v) => [x + s * (0.02 + v * 0.2), y + (u - 0.5) * 0.2 * (0.25 + v), z + 0.03 * v],
        2,
        2,
        0.025,
        i % 2 ? GOLD : red,
      )
  })
}

function line(pen: Pen): void {
  rod(pen, [0.0, 0, -0.4], [0.08, 2.0, -0.16], 0.03, BRONZE, 8, 0.02)
  tube(
    pen,
    [
      [0.1, 1.95, 0.02],
      [-0.3, 1.1, 0.42],
      [-0.62, 0.42, 0.5],
    ],
    0.01,
    BRONZE,
    14,
    4,
  )
  pen.turn([-0.62, 0.3, 0.5], [0, 0.3, Math.PI / 2], () => {
    lathe(
      pen,
      [
        [0, -0.16],
        [0.27, -0.16],
        [0.27, -0.12],
        [0.16, -0.1],
        [0.16, 0.1],
        [0.27, 0.12],
        [0.27, 0.16],
        [0, 0.16],
      ],
      { ...OAK, kind: 0 },
      22,
    )
  })
}
