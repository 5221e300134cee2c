// Heze: a peony of four rings of cupped petals over three bronze leaves.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { accent, BRONZE, blend, type Material, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ball, sheet, tube } from '../kit/shapes.ts'

interface Ring {
  readonly count: number
  readonly turn: number
  readonly radius: number
  readonly length: number
  readonly width: number
  /** How far the petal bends outwards: 0 upright, 1.3 almost flat. */
  readonly lean: number
  readonly y: number
}

const RINGS: readonly Ring[] = [
  { count: 9, turn: 0, radius: 0.16, length: 1.0, width: 0.5, lean: 1.32, y: 0.12 },
  { count: 8, turn: 0.3, radius: 0.15, length: 0.9, width: 0.46, lean: 0.86, y: 0.17 },
  { count: 7, turn: 0.1, radius: 0.13, length: 0.8, width: 0.4, lean: 0.42, y: 0.2 },
  { count: 5, turn: 0.5, radius: 0.09, length: 0.7, width: 0.32, lean: 0, y: 0.24 },
]

export function drawPeony(pen: Pen, colour: string): void {
  const base = accent(colour, 0.5)
  pen.place(0, 0.75, 0, 0, () => {
    RINGS.forEach((ring, k) => {
      for (let i = 0; i < ring.count; i++)
        pen.place(0, ring.y, 0, ring.turn + (i / ring.count) * 2 * Math.PI, () =>
          petal(pen, ring, i + k, blend(base, '#fff2f0', 0.16 + 0.12 * ((i + k) % 4) - 0.03 * k)),
        )
    })
    ball(pen, [0, 0.62, 0], [0.17, 0.17, 0.17], paint('#e2b557', 0.5), 12, 8)
  })
  tube(
    pen,
    [
      [0, 0, 0],
      [0.06, 0.3, 0.03],
      [0, 0.9, 0],
    ],
    0.06,
    BRONZE,
    8,
    8,
  )
  for (const [turn, y] of [
    [0.6, 0.38],
    [2.6, 0.48],
    [4.5, 0.34],
  ] as const)
    pen.place(0, y, 0, turn, () => sheet(pen, leaf, 5, 7, 0.03, BRONZE))
}

function leaf(u: number, v: number): readonly [number, number, number] {
  const x = (u * 2 - 1) * 0.27 * Math.sin(Math.PI * (0.05 + 0.95 * v))
  return [x, 0.2 * Math.sin(v * 2.2) + 0.18 * Math.abs(x), 0.06 + v * 1.02]
}

function petal(pen: Pen, ring: Ring, k: number, material: Material): void {
  sheet(
    pen,
    (u, step) => {
      const a = u * 2 - 1
      const v = 1 - (1 - step) ** 1.7
      const round = v > 0.62 ? Math.sqrt(Math.max(0.1, 1 - ((v - 0.62) / 0.385) ** 2)) : 1
      const w = ring.width * (0.25 + 0.75 * Math.sin(Math.PI * Math.min(0.5, 0.08 + 0.62 * v))) * round
      let [r, h] = [ring.radius, 0]
      for (let q = 0; q < 8; q++) {
        const t = (v * (q + 0.5)) / 8
        const angle = Math.PI / 2 - ring.lean + 0.95 * (t - 0.42)
        r += ((ring.length * v) / 8) * Math.cos(angle)
        h += ((ring.length * v) / 8) * Math.sin(angle)
      }
      const ruffle = 0.04 * Math.sin(a * 5 + k) * v * v
      return [a * w, h + ruffle + 0.16 * a * a * v * ring.length, r - 0.34 * a * a * w + ruffle]
    },
    6,
    6,
    0.045,
    material,
  )
}
