// Haibei: Qinghai Lake in a moon gate of stone: deep water, white range, the yellow of rape fields.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { box } from '../kit/box.ts'
import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, DARK_STONE, paint, STONE, type Vec3, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ball, facets, outline, plate, ring, type Step, sheet } from '../kit/shapes.ts'

const RADIUS = 0.98
const MIDDLE = 1.24

export function drawLake(pen: Pen, colour: string): void {
  box(pen, { x: 0, y: 0.005, z: 0, width: 1.15, height: 0.16, depth: 0.62 }, DARK_STONE, { bevel: 0.025, skip: 'b' })
  pen.place(0, MIDDLE, 0, 0, () => {
    pen.turn([0, 0, 0], [Math.PI / 2, 0, 0], () =>
      lathe(
        pen,
        [
          [RADIUS, -0.2],
          [RADIUS + 0.1, -0.2],
          [RADIUS + 0.15, -0.14],
          [RADIUS + 0.15, 0.14],
          [RADIUS + 0.1, 0.2],
          [RADIUS, 0.2],
        ],
        STONE,
        40,
      ),
    )
    for (const z of [-0.19, 0.19]) pen.place(0, 0, z, 0, () => ring(pen, RADIUS + 0.012, 0.022, BRONZE, 40, 4))
    water(pen, colour)
    range(pen)
    fields(pen)
    ball(pen, [0.42, 0.56, -0.06], [0.16, 0.16, 0.16], paint('#e8c068', 0.3), 18, 12)
  })
}

/** The lower part of the circle, as a body of water half a metre deep. */
function water(pen: Pen, colour: string): void {
  const level = -0.12
  const start = Math.asin(level / RADIUS)
  const steps: Step[] = []
  for (let i = 0; i <= 20; i++) {
    const a = Math.PI - start + (i / 20) * (Math.PI + 2 * start)
    steps.push([(RADIUS - 0.02) * Math.cos(a), (RADIUS - 0.02) * Math.sin(a)])
  }
  plate(pen, outline(steps), 0.42, accent(colour, 0.08), 0.012, 2)
  for (const k of [0, 1, 2])
    sheet(
      pen,
      (u, v) => {
        const y = level - 0.2 - k * 0.2
        const reach = Math.sqrt(RADIUS ** 2 - y * y) * (0.72 - 0.14 * k)
        return [(u * 2 - 1) * reach + 0.08 * (k - 1), y + 0.03 * Math.sin(u * 13 + k * 2) + v * 0.05, 0.236]
      },
      12,
      1,
      0.03,
      WHITE,
    )
}

/** A range of white and grey pyramids behind the far shore. */
function range(pen: Pen): void {
  const peaks = [
    [-0.62, 0.3, 0.3],
    [-0.24, 0.52, 0.36],
    [0.2, 0.4, 0.32],
    [0.58, 0.26, 0.28],
  ] as const
  for (const [x, h, r] of peaks) {
    const top: Vec3 = [x + 0.03, -0.11 + h, -0.02]
    const foot = (a: number): Vec3 => [x + r * Math.cos(a), -0.115, r * 0.62 * Math.sin(a) - 0.02]
    const sides = 6
    const white: Vec3[] = []
    const grey: Vec3[] = []
    for (let k = 0; k < sides; k++) {
      const [a, b] = [foot((k / sides) * 2 * Math.PI + x), foot(((k + 1) / sides) * 2 * Math.PI + x)]
      const cut = (p: Vec3, t: number): Vec3 => [
        p[0] + (top[0] - p[0]) * t,
        p[1] + (top[1] - p[1]) * t,
        p[2] + (top[2] - p[2]) * t,
      ]
      const [ma, mb] = [cut(a, k % 2 ? 0.35 : 0.2), cut(b, k % 2 ? 0.2 : 0.35)]
      white.push(ma, top, mb)
      grey.push(a, ma, mb, a, mb, b)
    }
    facets(pen, white, WHITE)
    facets(pen, grey, paint('#7f8c98', 0.7))
  }
}

function fields(pen: Pen): void {
  sheet(
    pen,
    (u, v) => [(u * 2 - 1) * 0.9, -0.1 + 0.05 * Math.sin(u * Math.PI), 0.06 + v * 0.14 + 0.04 * Math.sin(u * 7)],
    14,
    2,
    0.04,
    paint('#e2b52f', 0.6),
  )
}
