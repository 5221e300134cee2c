// Dingxi: a spray of three potato flowers, violet stars on white, over potatoes and a bronze leaf.
// Stands on y 0, front to +z, within 1.15 m of the middle; one coloured part in the city's colour.

import { BufferGeometry, Float32BufferAttribute } from 'three'
import { lathe } from '../kit/lathe.ts'
import { accent, BRONZE, blend, type Material, paint, type Vec3, WHITE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ball, sheet, tube } from '../kit/shapes.ts'

const PEEL = paint('#b3936a', 0.75)

export function drawPotatoFlower(pen: Pen, colour: string): void {
  bloom(pen, [0.08, 1.95, 0.16], [0.95, 0.05, 0], 0.92, colour)
  bloom(pen, [-0.66, 1.16, 0.3], [1.05, 0, 0.5], 0.5, colour)
  bloom(pen, [0.74, 1.06, 0.34], [0.9, 0, -0.55], 0.46, colour)
  tube(
    pen,
    [
      [0, 0, 0],
      [0.08, 0.7, -0.06],
      [0.06, 1.4, -0.06],
      [0.08, 1.9, 0.1],
    ],
    0.05,
    BRONZE,
    14,
    7,
  )
  tube(
    pen,
    [
      [0.06, 0.6, -0.06],
      [-0.34, 0.85, 0.06],
      [-0.65, 1.14, 0.26],
    ],
    0.034,
    BRONZE,
    9,
    6,
  )
  tube(
    pen,
    [
      [0.06, 0.46, -0.04],
      [0.4, 0.72, 0.1],
      [0.73, 1.04, 0.3],
    ],
    0.034,
    BRONZE,
    9,
    6,
  )
  for (const [x, z, s] of [
    [0.5, 0.45, 0.27],
    [-0.44, 0.5, 0.23],
    [0.06, 0.72, 0.18],
    [0.74, 0.02, 0.2],
  ] as const)
    pen.place(x, s * 0.7, z, x * 4, () => ball(pen, [0, 0, 0], [s * 1.25, s * 0.85, s], PEEL, 12, 8))
  for (const [turn, y, size] of [
    [2.3, 0.5, 0.9],
    [4.2, 0.62, 0.8],
    [3.4, 0.3, 0.7],
  ] as const)
    pen.turn([0.05, y, -0.03], [0.2, turn, 0], () =>
      sheet(
        pen,
        (u, v) => [(u * 2 - 1) * 0.26 * Math.sin(Math.PI * v), 0.2 * Math.sin(v * 2), v * size],
        4,
        6,
        0.03,
        BRONZE,
      ),
    )
}

function bloom(pen: Pen, spot: Vec3, euler: Vec3, radius: number, colour: string): void {
  pen.turn(spot, euler, () => {
    corolla(pen, radius, 0, 1, blend(WHITE, colour, 0.34))
    corolla(pen, radius * 0.86, 0.03, 0.42, accent(colour, 0.5))
    lathe(
      pen,
      [
        [radius * 0.2, 0.02],
        [radius * 0.17, radius * 0.3],
        [radius * 0.08, radius * 0.5],
        [0, radius * 0.54],
      ],
      paint('#e3ab36', 0.4),
      14,
    )
  })
}

/** Five petals grown together, facing +y: ridged along their middles, cupped, tips bent back. `share` narrows them to a star. */
function corolla(pen: Pen, radius: number, lift: number, share: number, material: Material): void {
  const [around, rings] = [30, 4]
  const position: number[] = []
  const index: number[] = []
  for (const side of [1, -1])
    for (let j = 0; j <= rings; j++)
      for (let i = 0; i < around; i++) {
        const a = (i / around) * 2 * Math.PI
        const petal = Math.abs(Math.cos(2.5 * a))
        const t = j / rings
        const r = radius * t * (1 - share * 0.3 * (1 - petal) ** 1.6 - (1 - share) * 0.86 * (1 - petal ** 2.4))
        const dish = 0.34 * t - 0.34 * t ** 3 + 0.1 * petal * t * (1 - t)
        const half = t > 0.99 ? 0 : side * 0.016
        position.push(r * Math.sin(a), radius * dish + lift + half, r * Math.cos(a))
      }
  const half = around * (rings + 1)
  for (let j = 0; j < rings; j++)
    for (let i = 0; i < around; i++) {
      const [a, b] = [j * around + i, j * around + ((i + 1) % around)]
      const [c, d] = [a + around, b + around]
      index.push(a, c, d, a, d, b, half + a, half + d, half + c, half + a, half + b, half + d)
    }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3))
  geometry.setIndex(index)
  geometry.computeVertexNormals()
  pen.geometry(geometry, material)
}
