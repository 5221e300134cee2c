// The six rooms for negotiation: plaster box, bronze frame in front, a table and six stools. The panes are a mesh of their own.

import { GLASS_ROOM, type GlassRoom } from '../../../shared/hall/hall-plan.ts'
import { box } from '../kit/box.ts'
import { lathe } from '../kit/lathe.ts'
import { BRONZE_TRIM, KIND, OAK, PLASTER, paint, TEXTILE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ball, rod } from '../kit/shapes.ts'

const { width, depth, height, wall, doorWidth } = GLASS_ROOM
const glassWidth = width - 2 * wall - doorWidth

export function drawGlassRoom(pen: Pen, room: GlassRoom): void {
  const { x, z, side } = room
  const clear = height - 0.14
  const back = z + side * (depth / 2 - wall / 2)
  box(pen, { x, y: clear + 0.01, z, width, height: 0.13, depth }, PLASTER, { density: 3 })
  box(pen, { x, y: 0, z: back, width: width - 2 * wall - 0.02, height: clear, depth: wall }, OAK, {
    density: 3,
    grain: 1,
    skip: 'bt',
  })
  for (const s of [-1, 1])
    box(pen, { x: x + s * (width / 2 - wall / 2), y: 0, z, width: wall, height: clear, depth: depth - 0.02 }, PLASTER, {
      density: 3,
      skip: 'bt',
    })
  frame(pen, room, clear)
  table(pen, x, z)
}

function frame(pen: Pen, { x, z, side }: GlassRoom, clear: number): void {
  const front = z - side * (depth / 2 - 0.05)
  const left = x - width / 2 + wall
  const style = { density: 2, bevel: 0.006, skip: 'bt' } as const
  for (const at of [0.03, glassWidth / 2, glassWidth - 0.03, width - 2 * wall - 0.03])
    box(pen, { x: left + at, y: 0, z: front, width: 0.05, height: clear, depth: 0.07 }, BRONZE_TRIM, style)
  box(
    pen,
    { x: left + glassWidth / 2, y: 0, z: front, width: glassWidth - 0.12, height: 0.06, depth: 0.06 },
    BRONZE_TRIM,
    { ...style, skip: 'bew' },
  )
  box(pen, { x, y: clear - 0.07, z: front, width: width - 2 * wall - 0.12, height: 0.06, depth: 0.06 }, BRONZE_TRIM, {
    ...style,
    skip: 'ew',
  })
}

function table(pen: Pen, x: number, z: number): void {
  box(pen, { x, y: 0.695, z, width: 2.6, height: 0.045, depth: 1.1 }, OAK, { density: 3, bevel: 0.014, grain: 0 })
  box(pen, { x, y: 0.005, z, width: 1.6, height: 0.68, depth: 0.36 }, BRONZE_TRIM, {
    density: 3,
    bevel: 0.01,
    skip: 'b',
  })
  for (let q = -1; q <= 1; q++)
    for (const e of [1, -1])
      pen.place(x + q * 0.8, 0, z + e * 0.95, 0, () => {
        lathe(
          pen,
          [
            [0.2, 0.4],
            [0.24, 0.41],
            [0.25, 0.45],
            [0.24, 0.49],
            [0.14, 0.5],
            [0, 0.5],
          ],
          TEXTILE,
          16,
        )
        rod(pen, [0, 0.01, 0], [0, 0.41, 0], 0.03, BRONZE_TRIM, 8)
        lathe(
          pen,
          [
            [0.19, 0.004],
            [0.18, 0.02],
            [0, 0.03],
          ],
          BRONZE_TRIM,
          14,
        )
      })
  pen.unseen(() => {
    rod(pen, [x, 2.05, z], [x, 2.99, z], 0.012, BRONZE_TRIM, 5)
    ball(pen, [x, 1.95, z], [0.26, 0.15, 0.26], paint('#f6e6c6', 0.8, KIND.glow, 0, 0.7), 18, 8)
  })
}

/** One pane in front of each room, left of the doorway; two triangles a pane. */
export function drawPanes(pen: Pen, rooms: readonly GlassRoom[]): void {
  const tint = paint('#dfeceb', 0.06)
  for (const { x, z, side } of rooms)
    for (const k of [0, 1]) {
      const half = glassWidth / 2
      const middle = x - width / 2 + wall + half * (k + 0.5)
      box(
        pen,
        {
          x: middle,
          y: 0.06,
          z: z - side * (depth / 2 - 0.05),
          width: half - 0.06,
          height: height - 0.3,
          depth: 0.012,
        },
        tint,
        {
          bevel: 0,
          density: 0.5,
          skip: side > 0 ? 'tbews' : 'tbewn',
        },
      )
    }
}
