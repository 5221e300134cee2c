// Linyi: four freight containers, stacked and turned.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { box } from '../kit/box.ts'
import { accent, BRONZE, KIND, type Material, paint } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'

const STACK = [
  { x: 0, y: 0.02, turn: 0, hex: '#e9e5dd' },
  { x: 0.05, y: 0.7, turn: 0.32, hex: '' },
  { x: -0.08, y: 1.38, turn: -0.28, hex: '#b08a55' },
  { x: 0.1, y: 2.06, turn: 0.12, hex: '#5f7480' },
] as const

export function drawContainers(pen: Pen, colour: string): void {
  for (const { x, y, turn, hex } of STACK)
    pen.place(x, y, 0, turn, () => container(pen, hex ? paint(hex, 0.5) : accent(colour, 0.5)))
}

function container(pen: Pen, material: Material): void {
  const wall = { ...material, kind: KIND.plain }
  box(pen, { x: 0, y: 0, z: 0, width: 1.72, height: 0.62, depth: 0.7 }, wall, { bevel: 0.02 })
  pen.unseen(() => {
    for (let k = 0; k < 9; k++)
      for (const s of [1, -1])
        box(pen, { x: -0.72 + k * 0.18, y: 0.06, z: s * 0.362, width: 0.09, height: 0.5, depth: 0.02 }, wall, {
          bevel: 0.009,
          skip: s > 0 ? 'n' : 's',
          density: 4,
        })
    for (const s of [1, -1])
      for (const z of [-0.16, 0.16])
        box(pen, { x: s * 0.868, y: 0.06, z, width: 0.012, height: 0.5, depth: 0.28 }, wall, {
          bevel: 0,
          skip: s > 0 ? 'w' : 'e',
        })
  })
  for (const a of [1, -1])
    for (const h of [0, 0.55])
      box(pen, { x: a * 0.83, y: h - 0.005, z: 0, width: 0.09, height: 0.08, depth: 0.73 }, BRONZE, {
        bevel: 0.012,
        density: 3,
      })
}
