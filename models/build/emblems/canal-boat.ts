// Zaozhuang: a boat of the Grand Canal: upturned hull, ribbed awning, batten sail, scull.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { accent, BRONZE, DARK_OAK, paint, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { rod, sheet, tube } from '../kit/shapes.ts'

const WATER = paint('#9dbcbc', 0.1)

export function drawCanalBoat(pen: Pen, colour: string): void {
  for (const k of [0, 1, 2]) sheet(pen, (u, v) => ripple(u, v, k), 12, 2, 0.05, WATER)
  pen.place(0, 0.12, 0, 0, () => {
    sheet(pen, hull, 18, 8, 0.06, { ...DARK_OAK, kind: 0 })
    for (const s of [-1, 1]) tube(pen, gunwale(s), 0.03, BRONZE, 20, 6)
    awning(pen, colour)
    sail(pen)
    rod(pen, [-0.95, 0.62, 0.1], [-1.32, 0.08, 0.62], 0.024, BRONZE, 6)
  })
}

const sheer = (x: number) => 0.4 + 0.5 * Math.abs(x) ** 2.6

const halfBeam = (x: number) => 0.38 * Math.max(0.12, 1 - Math.abs(x) ** 2.8) ** 0.55

function hull(u: number, v: number): readonly [number, number, number] {
  const x = u * 2 - 1
  const a = (v - 0.5) * Math.PI
  const draught = 0.36 * Math.max(0.1, 1 - Math.abs(x) ** 3) ** 0.7
  return [x * 1.2, sheer(x) - draught * Math.cos(a), halfBeam(x) * Math.sin(a)]
}

const gunwale = (side: number) =>
  Array.from({ length: 9 }, (_, i) => {
    const x = (i / 8) * 2 - 1
    return [x * 1.2, sheer(x) + 0.01, side * halfBeam(x)] as const
  })

function awning(pen: Pen, colour: string): void {
  const arch = (x0: number, x1: number, r: number) => (u: number, v: number) => {
    const a = v * Math.PI
    return [x0 + (x1 - x0) * u, 0.42 + r * 1.25 * Math.sin(a), r * Math.cos(a)] as const
  }
  sheet(pen, arch(-0.72, -0.2, 0.36), 2, 10, 0.05, accent(colour, 0.6))
  sheet(pen, arch(-0.26, 0.26, 0.4), 2, 10, 0.05, accent(colour, 0.6))
  for (const [x, r] of [
    [-0.72, 0.365],
    [-0.24, 0.41],
    [0.26, 0.405],
  ] as const)
    tube(
      pen,
      Array.from({ length: 9 }, (_, i) => {
        const a = (i / 8) * Math.PI
        return [x, 0.42 + r * 1.25 * Math.sin(a), r * Math.cos(a)] as const
      }),
      0.022,
      BRONZE,
      10,
      4,
    )
}

/** The junk's square sail with its battens, forward of the awning. */
function sail(pen: Pen): void {
  rod(pen, [0.52, 0.3, 0], [0.52, 2.6, 0], 0.035, BRONZE, 8, 0.022)
  const at = (u: number, v: number) => {
    const width = 1.05 - 0.24 * v
    return [
      0.52 + (u - 0.34) * width * 0.8,
      0.86 + v * 1.55 + (u - 0.4) * 0.12,
      0.05 + (u - 0.34) * width * 0.6 + 0.12 * Math.sin(u * Math.PI),
    ] as const
  }
  sheet(pen, at, 6, 6, 0.03, WHITE)
  for (let k = 0; k <= 4; k++)
    tube(
      pen,
      [0, 0.25, 0.5, 0.75, 1].map((u) => {
        const [x, y, z] = at(u, k / 4)
        return [x, y, z + 0.025] as const
      }),
      0.016,
      BRONZE,
      8,
      5,
    )
}

function ripple(u: number, v: number, k: number): readonly [number, number, number] {
  const z = [-0.5, 0.44, 0.66][k] ?? 0
  return [(u * 2 - 1) * Math.sqrt(1.15 - z * z), 0.03 + v * (0.12 + 0.04 * Math.sin(u * 14 + k)), z]
}
