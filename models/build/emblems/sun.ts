// Rizhao: the sun rising behind three rows of waves, with bronze rays.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, type Material, paint, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { rod, sheet } from '../kit/shapes.ts'

const MIDDLE = 1.3

export function drawSun(pen: Pen, colour: string): void {
  pen.turn([0, MIDDLE, -0.16], [Math.PI / 2, 0, 0], () => lathe(pen, lens(0.84, 0.2), accent(colour, 0.3), 40))
  for (let i = 0; i <= 12; i++) {
    const a = ((i - 0.5) / 11) * Math.PI
    const [c, s] = [Math.cos(a), Math.sin(a)]
    const long = i % 2 ? 1.32 : 1.18
    rod(pen, [0.94 * c, MIDDLE + 0.94 * s, -0.16], [long * c, MIDDLE + long * s, -0.16], 0.04, BRONZE, 6, 0.018)
  }
  waves(pen, { z: 0.1, top: 0.92, crests: 3, shift: 0.5 }, paint('#2f5f7c', 0.2))
  waves(pen, { z: 0.34, top: 0.66, crests: 4, shift: 0.1 }, paint('#6f9db0', 0.2))
  waves(pen, { z: 0.58, top: 0.4, crests: 4, shift: 0.6 }, WHITE)
}

/** A disc with two bulging faces: many rings, so that the light has somewhere to be stored. */
function lens(radius: number, bulge: number): [number, number][] {
  const steps = 8
  const half = (sign: number, i: number): [number, number] => {
    const t = (i / steps) * (Math.PI / 2)
    return [radius * Math.sin(t), sign * bulge * Math.cos(t) ** 0.8]
  }
  const low = Array.from({ length: steps }, (_, i) => half(-1, i))
  const high = Array.from({ length: steps }, (_, i) => half(1, steps - 1 - i))
  return [...low, [radius, 0], ...high]
}

interface Row {
  readonly z: number
  readonly top: number
  readonly crests: number
  readonly shift: number
}

/** An upright sheet whose upper edge is a row of leaning crests; a grid, so that its light is smooth. */
function waves(pen: Pen, { z, top, crests, shift }: Row, material: Material): void {
  const reach = Math.sqrt(1.2 - z * z)
  const edge = (u: number) => {
    const t = u * crests + shift
    const f = t - Math.floor(t)
    const lean =
      f < 0.66 ? 0.5 - 0.5 * Math.cos((f / 0.66) * Math.PI) : 0.5 + 0.5 * Math.cos(((f - 0.66) / 0.34) * Math.PI)
    return top * (0.58 + 0.42 * lean)
  }
  sheet(
    pen,
    (u, v) => [(u * 2 - 1) * reach, v * edge(u), z + 0.05 * Math.sin(u * 9 + z * 9)],
    crests * 8,
    4,
    0.13,
    material,
  )
}
