// What a booth shows until its city has a model of its own: walls, boards, plinth and emblem, table, seats, shelf.
// Drawn in the plot's own frame, mirrored where the plot is.

import {
  BACK_WALL,
  EMBLEM_TURN,
  PANELS,
  PLATFORM,
  PLINTH,
  SEATS,
  SIDE_WALL,
  TABLE,
} from '../../../shared/hall/booth-plan.ts'
import type { Emblem } from '../emblems/catalogue.ts'
import { box } from '../kit/box.ts'
import { lathe, type Profile } from '../kit/lathe.ts'
import { type Letters, text } from '../kit/letters.ts'
import { BACK_LETTER, BOARD, BRONZE_TRIM, DARK, LINEN, OAK, PLASTER, paint, STONE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { drawSeat } from './seat.ts'
import { drawShelf } from './shelf.ts'
import { drawTableThings } from './table-things.ts'

export function drawFurnishing(pen: Pen, colour: string): void {
  drawWalls(pen)
  drawBoards(pen)
  drawTable(pen)
  for (const seat of SEATS) pen.place(seat.x, PLATFORM.height, seat.z, seat.yaw, () => drawSeat(pen))
  drawShelf(pen, colour)
  pen.nearOnly(() => drawTableThings(pen, colour))
}

function drawWalls(pen: Pen): void {
  box(pen, BACK_WALL, LINEN, { bevel: 0.015, skip: 'b', faces: { n: { material: PLASTER } } })
  box(pen, SIDE_WALL, PLASTER, { bevel: 0.015, skip: 'b' })
  const lining = { x: SIDE_WALL.x + 0.125, y: 0.1, z: SIDE_WALL.z, width: 0.04, height: 3.1, depth: 2.9 }
  box(pen, lining, OAK, { bevel: 0.008, grain: 1 })
  const skirting = { x: 0.11, y: 0.026, z: -3.08, width: 6.2, height: 0.09, depth: 0.03 }
  box(pen, skirting, DARK, { bevel: 0, density: 2, skip: 'bnew' })
}

/** The boards hang a hand's breadth off the wall on a dark frame: a shadow gap all round. */
function drawBoards(pen: Pen): void {
  for (const { x, y, z, width, height } of PANELS) {
    const low = y - height / 2
    box(pen, { x, y: low, z: z - 0.016, width, height, depth: 0.03 }, BOARD, { bevel: 0.006, skip: 'n' })
    const back = { x, y: low + 0.06, z: z - 0.052, width: width - 0.12, height: height - 0.12, depth: 0.036 }
    box(pen, back, DARK, { bevel: 0, density: 2, skip: 'ns' })
    pen.unseen(() =>
      pen.nearOnly(() => {
        const rail = { x, y: y + height / 2 + 0.16, z: -2.99, width: width * 0.6, height: 0.03, depth: 0.03 }
        box(pen, rail, BRONZE_TRIM, { bevel: 0, density: 2 })
        for (const s of [-1, 1])
          box(pen, { ...rail, x: x + s * width * 0.27, z: -3.05, width: 0.018, depth: 0.1 }, BRONZE_TRIM, trim)
      }),
    )
  }
}

const trim = { bevel: 0, density: 1 } as const

function drawTable(pen: Pen): void {
  const top = TABLE.height - PLATFORM.height
  pen.place(TABLE.x, PLATFORM.height + 0.002, TABLE.z, 0.35, () => {
    lathe(
      pen,
      [
        [0.33, 0],
        [0.34, 0.012],
        [0.32, 0.024],
        [0.07, 0.04],
        [0.045, 0.07],
        [0.04, top - 0.06],
        [0.16, top - 0.036],
      ],
      BRONZE_TRIM,
      16,
    )
    const r = TABLE.radius
    lathe(
      pen,
      [
        [r - 0.06, top - 0.036],
        [r - 0.008, top - 0.03],
        [r, top - 0.014],
        [r - 0.008, top - 0.002],
        [r - 0.03, top],
        [r * 0.5, top],
        [0, top],
      ],
      OAK,
      26,
      'planar',
    )
  })
}

/** The round plinth on its dark gap; its second level is turned anew with fewer sides. */
export function drawPlinth(pen: Pen): void {
  turnPlinth(pen, 38)
  const { part, far } = pen
  if (!far) return
  pen.part = far
  pen.unseen(() => turnPlinth(pen, 19))
  pen.part = part
}

const PLINTH_TOP = PLINTH.height - PLATFORM.height

function turnPlinth(pen: Pen, sides: number): void {
  const r = PLINTH.radius
  const gap: Profile = [
    [r - 0.14, 0],
    [r - 0.14, 0.08],
  ]
  const body: Profile = [
    [r - 0.16, 0.075],
    [r - 0.03, 0.075],
    [r, 0.1],
    [r, PLINTH_TOP - 0.025],
    [r - 0.008, PLINTH_TOP - 0.007],
    [r - 0.025, PLINTH_TOP],
    [r * 0.78, PLINTH_TOP],
    [r * 0.5, PLINTH_TOP],
    [r * 0.22, PLINTH_TOP],
    [0, PLINTH_TOP],
  ]
  pen.place(PLINTH.x, PLATFORM.height + 0.002, PLINTH.z, 0, () => {
    lathe(pen, gap, DARK, sides)
    lathe(pen, body, STONE, sides)
  })
}

/** The emblem on the plinth, turned to the aisle. */
export function drawEmblem(pen: Pen, emblem: Emblem, colour: string): void {
  pen.place(
    PLINTH.x,
    PLATFORM.height + 0.002 + PLINTH_TOP,
    PLINTH.z,
    EMBLEM_TURN,
    () => emblem.draw(pen, colour),
    emblem.scale,
  )
}

/** The name on the back of the booth, tone on tone; `pen` stands on the plot unmirrored. */
export function drawBackName(pen: Pen, letters: Letters, zh: string, latin: string, colour: string): void {
  pen.place(3, 0, BACK_WALL.z - BACK_WALL.depth / 2 - 0.012, Math.PI, () => {
    pen.place(0, 1.5, 0, 0, () => text(pen, letters, zh, { size: 1.15, track: 60, smooth: 2 }, BACK_LETTER))
    pen.place(0.06, 1.06, 0, 0, () =>
      text(pen, letters, latin.toUpperCase(), { size: 0.26, track: 80, smooth: 2 }, BACK_LETTER),
    )
    pen.unseen(() =>
      box(pen, { x: 0.42, y: 0.765, z: -0.002, width: 0.72, height: 0.03, depth: 0.012 }, paint(colour), {
        bevel: 0,
        density: 1,
        skip: 'n',
      }),
    )
  })
}
