// Jinan: the three jets of Baotu Spring rising from a round stone basin, each breaking into arcs that fall back.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, paint, STONE, type Vec3 } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ball, ring, tube } from '../kit/shapes.ts'

const WATER = paint('#cfe9ec', 0.08)
const FOAM = paint('#eaf5f5', 0.3)
const LEVEL = 0.24

interface Jet {
  readonly x: number
  readonly z: number
  readonly height: number
  /** Where its arcs come down, metres from its axis. */
  readonly reach: number
  readonly arcs: number
}

const JETS: readonly Jet[] = [
  { x: 0, z: -0.22, height: 2.3, reach: 0.62, arcs: 9 },
  { x: 0.52, z: 0.3, height: 1.5, reach: 0.38, arcs: 6 },
  { x: -0.52, z: 0.3, height: 1.5, reach: 0.38, arcs: 6 },
]

export function drawSpring(pen: Pen, colour: string): void {
  const basin = [
    [1.04, 0],
    [1.12, 0.05],
    [1.12, 0.29],
    [1.07, 0.34],
    [0.97, 0.34],
    [0.94, 0.3],
    [0.94, 0.22],
  ] as const
  lathe(pen, basin, STONE, 36)
  pen.turn([0, 0.345, 0], [Math.PI / 2, 0, 0], () => ring(pen, 1.02, 0.018, BRONZE, 36, 4))
  const pool = Array.from({ length: 8 }, (_, i) => [0.95 * (1 - i / 7), LEVEL + 0.012 * Math.sin(i * 2.4)] as const)
  lathe(pen, pool, accent(colour, 0.08), 30)
  JETS.forEach((jet, k) => pen.place(jet.x, LEVEL, jet.z, k * 0.4, () => drawJet(pen, jet)))
}

function drawJet(pen: Pen, { height, reach, arcs }: Jet): void {
  const top = height - LEVEL
  const stem = [
    [0.16, 0],
    [0.1, 0.1],
    [0.075, top * 0.5],
    [0.08, top * 0.8],
    [0.1, top * 0.92],
    [0.06, top],
    [0, top * 1.02],
  ] as const
  lathe(pen, stem, WATER, 14)
  for (let i = 0; i < arcs; i++) {
    const a = (i / arcs) * 2 * Math.PI
    const along = (t: number): Vec3 => {
      const r = 0.05 + (reach - 0.05) * t
      const y = top * (0.9 + 0.42 * t - 1.3 * t * t)
      return [r * Math.sin(a), Math.max(0.01, y), r * Math.cos(a)]
    }
    tube(pen, [0, 0.16, 0.32, 0.5, 0.68, 0.84, 0.985].map(along), 0.036, WATER, 9, 5)
    const [x, , z] = along(0.985)
    ball(pen, [x, 0.012, z], [0.095, 0.045, 0.095], FOAM, 7, 4)
  }
  for (let i = 0; i < 3; i++)
    ball(
      pen,
      [0.04 * (i - 1), top * (1.05 + 0.05 * i), 0.03 * (1 - i)],
      [0.05 - 0.01 * i, 0.06 - 0.01 * i, 0.05 - 0.01 * i],
      FOAM,
      8,
      5,
    )
}
