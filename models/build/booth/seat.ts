// The chair of the house: a round upholstered seat, a shell for a back, four oak legs. In booths, lounge and audience alike.

import { BufferGeometry, Float32BufferAttribute } from 'three'
import { lathe, type Profile } from '../kit/lathe.ts'
import { type Material, paint, TEXTILE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { rod } from '../kit/shapes.ts'

const LEG = paint('#a9855c', 0.55)

export interface SeatStyle {
  readonly cloth?: Material
  /** Segments around; the shell follows it. */
  readonly fine?: number
  readonly legs?: boolean
  /** Columns and rows of the shell, if not by `fine`. */
  readonly back?: readonly [number, number]
}

const CUSHION: Profile = [
  [0.16, 0.335],
  [0.27, 0.35],
  [0.305, 0.385],
  [0.305, 0.415],
  [0.27, 0.452],
  [0.14, 0.466],
  [0, 0.468],
]

/** Draws a seat that stands on y 0 and looks to −z (its back is at +z). */
export function drawSeat(pen: Pen, { cloth = TEXTILE, fine = 14, legs = true, back }: SeatStyle = {}): void {
  lathe(pen, fine > 8 ? CUSHION : CUSHION.filter((_, i) => i === 1 || i === 3 || i === 4 || i === 6), cloth, fine)
  shell(pen, cloth, back ?? (fine > 13 ? [fine, 5] : fine > 10 ? [9, 3] : [4, 1]))
  if (!legs) return
  for (let k = 0; k < 4; k++) {
    const a = (k * Math.PI) / 2 + Math.PI / 4
    const [s, c] = [Math.sin(a), Math.cos(a)]
    rod(pen, [s * 0.29, 0, c * 0.29], [s * 0.2, 0.36, c * 0.2], 0.013, LEG, 6, 0.018)
  }
}

/** The back: a piece of a widening cylinder, rounded off at both sides, closed along its rim. */
function shell(pen: Pen, cloth: Material, [columns, rows]: readonly [number, number]): void {
  const position: number[] = []
  const index: number[] = []
  for (const side of [1, -1])
    for (let j = 0; j <= rows; j++)
      for (let i = 0; i <= columns; i++) {
        const t = i / columns
        const a = -1.05 + t * 2.1
        const swell = Math.sin(Math.PI * t)
        const y = 0.47 + (j / rows) * (0.15 + 0.22 * swell ** 0.7)
        const rim = Math.min(1, (columns - Math.abs(2 * i - columns)) * 0.5, (rows - j) * 0.8 + 0.2, j * 0.8 + 0.4)
        const r = 0.3 + (0.06 * j) / rows + side * 0.024 * rim
        position.push(Math.sin(a) * r, y, Math.cos(a) * r)
      }
  const half = (columns + 1) * (rows + 1)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const a = j * (columns + 1) + i
      const [b, c, d] = [a + 1, a + columns + 2, a + columns + 1]
      index.push(a, b, c, a, c, d, half + a, half + c, half + b, half + a, half + d, half + c)
    }
  for (const j of [0, rows])
    for (let i = 0; i < columns; i++) {
      const a = j * (columns + 1) + i
      if (j) index.push(a, a + 1, half + a + 1, a, half + a + 1, half + a)
      else index.push(a, half + a + 1, a + 1, a, half + a, half + a + 1)
    }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3))
  geometry.setIndex(index)
  geometry.computeVertexNormals()
  pen.geometry(geometry, cloth)
}
