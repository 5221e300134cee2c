// Shigatse: Everest among its neighbours, cut in planes, snow above rock, a plume off the summit.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { accent, KIND, type Material, paint, type Vec3 } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { facets, sheet } from '../kit/shapes.ts'

const ROCK = paint('#676c75', 0.7, KIND.stone)
const ROCK_LIGHT = paint('#8b8f96', 0.7, KIND.stone)
const SNOW = paint('#f4f3ef', 0.4)

interface Peak {
  readonly x: number
  readonly z: number
  readonly height: number
  /** Radius of the circle inside its foot. */
  readonly foot: number
  readonly turn: number
  readonly sides: number
}

const PEAKS: readonly Peak[] = [
  { x: 0.06, z: -0.12, height: 2.5, foot: 0.84, turn: 0.42, sides: 5 },
  { x: -0.62, z: 0.0, height: 1.5, foot: 0.5, turn: 0.1, sides: 5 },
  { x: 0.66, z: 0.02, height: 1.72, foot: 0.5, turn: 0.75, sides: 5 },
  { x: 0.18, z: 0.56, height: 1.02, foot: 0.5, turn: 0.3, sides: 5 },
  { x: -0.36, z: 0.52, height: 0.72, foot: 0.46, turn: 0.9, sides: 4 },
]

/** Height of the massif: the highest of its pyramids, each a little hollow towards its summit. */
export function massif(x: number, z: number): number {
  let high = -0.03
  for (const peak of PEAKS) {
    let away = 0
    for (let k = 0; k < peak.sides; k++) {
      const a = peak.turn + (k / peak.sides) * 2 * Math.PI
      away = Math.max(away, (x - peak.x) * Math.cos(a) + (z - peak.z) * Math.sin(a))
    }
    const t = 1 - away / peak.foot
    if (t > 0) high = Math.max(high, peak.height * t * (0.78 + 0.22 * t))
  }
  return high
}

const wobble = (x: number, z: number) => Math.sin(x * 9.1 + 2 * Math.sin(z * 7.3)) * Math.sin(z * 8.7 + x * 3.1)

export function drawEverest(pen: Pen, colour: string): void {
  const [rings, around, reach] = [17, 36, 1.15]
  const spot = (i: number, j: number): Vec3 => {
    const r = reach * (i / rings) ** 0.92
    const a = ((j + (i % 2) / 2) / around) * 2 * Math.PI
    const [x, z] = [0.06 * (1 - i / rings) + r * Math.cos(a), -0.12 * (1 - i / rings) + r * Math.sin(a)]
    const h = massif(x, z)
    return [x, h > 0.1 ? h + 0.045 * wobble(x, z) : h, z]
  }
  const by: Record<'snow' | 'rock' | 'light', Vec3[]> = { snow: [], rock: [], light: [] }
  const put = (a: Vec3, b: Vec3, c: Vec3) => by[surface(a, b, c)].push(a, b, c)
  for (let i = 0; i < rings; i++)
    for (let j = 0; j < around; j++) {
      const [a, b, c, d] = [spot(i, j), spot(i, j + 1), spot(i + 1, j), spot(i + 1, j + 1)]
      if (i % 2) {
        put(a, d, c)
        if (i > 0) put(a, b, d)
      } else {
        put(a, b, c)
        put(b, d, c)
      }
    }
  const paints: [Vec3[], Material][] = [
    [by.snow, SNOW],
    [by.rock, ROCK],
    [by.light, ROCK_LIGHT],
  ]
  for (const [corners, material] of paints) facets(pen, corners, material)
  plume(pen, colour)
}

/** Snow lies high and on what is not too steep; the rest is rock, lighter where it looks west. */
function surface(a: Vec3, b: Vec3, c: Vec3): 'snow' | 'rock' | 'light' {
  const y = (a[1] + b[1] + c[1]) / 3
  const x = (a[0] + b[0] + c[0]) / 3
  const z = (a[2] + b[2] + c[2]) / 3
  const line = 0.86 + 0.42 * wobble(x * 0.8, z * 0.8) + 0.3 * Math.sin(x * 4)
  if (y > line) return 'snow'
  return Math.sin(Math.atan2(z, x) * 3 + y * 2) > 0.1 ? 'light' : 'rock'
}

function plume(pen: Pen, colour: string): void {
  const [x0, z0] = [0.06, -0.12]
  const y0 = massif(x0, z0)
  sheet(
    pen,
    (u, v) => [
      x0 + 0.02 + u * 0.95,
      y0 -
        0.06 +
        0.16 * u +
        (v - 0.5) * 0.34 * Math.sin(Math.PI * Math.min(1, u * 0.75 + 0.12)) +
        0.05 * Math.sin(u * 6),
      z0 + 0.08 * Math.sin(u * 5),
    ],
    12,
    4,
    0.03,
    accent(colour, 0.5),
  )
}
