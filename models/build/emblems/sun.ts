// Rizhao: the sun rising behind three rows of waves, with bronze rays.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, type Material, paint, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { outline, plate, rod, type Step } from '../kit/shapes.ts'

export function drawSun(pen: Pen, colour: string): void {
  pen.turn([0, 1.34, -0.12], [Math.PI / 2, 0, 0], () => lathe(pen, lens(0.88, 0.2), accent(colour, 0.3), 48))
  for (let i = 0; i <= 8; i++) {
    const a = (i / 8) * Math.PI
    const [c, s] = [Math.cos(a), Math.sin(a)]
    const long = i % 2 ? 1.24 : 1.36
    rod(pen, [0.99 * c, 1.34 + 0.99 * s, -0.12], [long * c * 0.98, 1.34 + long * s, -0.12], 0.034, BRONZE, 8, 0.016)
  }
  waves(pen, 0.06, 1.02, 0, paint('#35657f', 0.25))
  waves(pen, 0.26, 0.74, 0.5, BRONZE)
  waves(pen, 0.46, 0.46, 0.15, WHITE)
}

/** A disc with two bulging faces: many rings, so that the light has somewhere to be stored. */
function lens(radius: number, bulge: number): [number, number][] {
  const steps = 9
  const half = (sign: number, i: number): [number, number] => {
    const t = (i / steps) * (Math.PI / 2)
    return [radius * Math.sin(t), sign * bulge * Math.cos(t) ** 0.8]
  }
  const low = Array.from({ length: steps }, (_, i) => half(-1, i))
  const high = Array.from({ length: steps }, (_, i) => half(1, steps - 1 - i))
  return [...low, [radius, 0], ...high]
}

/** A row of curling crests cut from one plate, `top` metres high. */
function waves(pen: Pen, z: number, top: number, shift: number, material: Material): void {
  const reach = Math.sqrt(1.2 - z * z)
  const steps: Step[] = [
    [-reach, 0],
    [-reach, top * 0.55],
  ]
  const count = 4
  const w = (2 * reach) / count
  for (let i = 0; i < count; i++) {
    const x = -reach + i * w
    const lift = top * (0.82 + 0.18 * Math.cos((i + shift) * 2.1))
    steps.push([x + w * 0.3, top * 0.55, x + w * 0.42, lift * 0.9])
    steps.push([x + w * 0.5, lift * 1.08, x + w * 0.78, lift])
    steps.push([x + w * 0.6, lift * 0.92, x + w * 0.62, lift * 0.76])
    steps.push([x + w * 0.68, top * 0.5, x + w, top * 0.55])
  }
  steps.push([reach, 0])
  plate(pen, outline(steps), 0.1, material, 0.015, 4)
}
