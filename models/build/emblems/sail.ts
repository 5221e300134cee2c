// Qingdao: a yacht's two curved sails on a bronze mast.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { accent, BRONZE, paint, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { rod, sheet } from '../kit/shapes.ts'

const SEA = paint('#7fa6b5', 0.12)

export function drawSail(pen: Pen, colour: string): void {
  sheet(pen, mainSail, 8, 10, 0.035, WHITE)
  sheet(pen, foreSail, 8, 9, 0.035, accent(colour))
  rod(pen, [0, 0.2, 0], [0, 3.2, 0], 0.035, BRONZE, 10, 0.02)
  rod(pen, [0, 0.47, 0], [-1.22, 0.44, 0.1], 0.022, BRONZE, 8)
  sheet(pen, hull, 16, 6, 0.05, BRONZE)
  sheet(pen, deck, 16, 2, 0.03, paint('#c8a77c', 0.5))
  for (const k of [0, 1, 2]) sheet(pen, (u, v) => wave(u, v, k), 14, 2, 0.05, SEA)
}

function mainSail(u: number, v: number): readonly [number, number, number] {
  const x = -0.05 - u * (1 - v) * 1.22
  return [
    x * (1 + 0.13 * Math.sin(v * 3.1)),
    0.52 + v * 2.6,
    0.34 * Math.sin(u * Math.PI * 0.62) * (1 - v) ** 0.7 + 0.03,
  ]
}

function foreSail(u: number, v: number): readonly [number, number, number] {
  return [u * (1 - v) * 1.0 + 0.08, 0.48 + v * 2.05, 0.3 * Math.sin(u * Math.PI * 0.6) * (1 - v) ** 0.7 + 0.02]
}

/** Half width of the hull at u: full in the middle, sharp at the bow. */
const beam = (u: number) => 0.34 * Math.sin(Math.PI * Math.min(1, 0.16 + u * 0.84)) ** 0.8

function hull(u: number, v: number): readonly [number, number, number] {
  const a = (v - 0.5) * Math.PI
  const keel = 0.3 * Math.sin(Math.PI * Math.min(1, 0.2 + u * 0.8)) ** 0.6
  return [-1.12 + u * 2.24, 0.4 + 0.06 * (2 * u - 1) ** 2 - keel * Math.cos(a), beam(u) * Math.sin(a)]
}

function deck(u: number, v: number): readonly [number, number, number] {
  return [-1.1 + u * 2.18, 0.39 + 0.06 * (2 * u - 1) ** 2, (v * 2 - 1) * beam(u) * 0.94]
}

function wave(u: number, v: number, k: number): readonly [number, number, number] {
  const z = [-0.42, 0.4, 0.66][k] ?? 0
  const reach = Math.sqrt(1.1 - z * z)
  return [(u * 2 - 1) * reach, 0.03 + v * (0.13 + 0.05 * Math.sin(u * 15 + k * 2)), z]
}
