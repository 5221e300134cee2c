// Reception: the desk in an arc, the record wall with the house's name, the lounge.

import { LOUNGE_SEATS, LOUNGE_TABLE, RECEPTION_DESK, RECORD_WALL } from '../../../shared/hall/hall-plan.ts'
import { drawSeat } from '../booth/seat.ts'
import { box } from '../kit/box.ts'
import { lathe, type Profile } from '../kit/lathe.ts'
import { type Letters, text } from '../kit/letters.ts'
import { BRONZE_TRIM, DARK, KIND, OAK, paint, STONE, TEXTILE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'

const NAME = paint('#f4efe4', 0.5, KIND.plain, 0, 0.3)

export const HOUSE_NAME = {
  zh: '山东会客厅',
  en: 'An open window that never closes',
  motto: '永不落幕的开放窗口',
} as const

/** The desk: an arc of upright oak on a dark gap, a stone top, a line of bronze under it, closed at both ends. */
export function drawDesk(pen: Pen): void {
  const { x, z, radius, halfAngle, depth, height } = RECEPTION_DESK
  const arc = [Math.PI / 2 - halfAngle, Math.PI / 2 + halfAngle] as const
  const ringed = (half: number, low: number, high: number): Profile => [
    [radius - half, low],
    [radius + half, low],
    [radius + half, high],
    [radius - half, high],
    [radius - half, low],
  ]
  const body = depth / 2 - 0.06
  pen.place(x, 0, z, 0, () => {
    lathe(pen, ringed(body, 0.08, height - 0.06), OAK, 26, 'upright', arc)
    lathe(pen, ringed(body - 0.1, 0.004, 0.079), DARK, 26, 'upright', arc)
    lathe(pen, ringed(depth / 2, height - 0.05, height), STONE, 26, 'around', arc)
    pen.unseen(() => lathe(pen, ringed(body + 0.008, height - 0.1, height - 0.075), BRONZE_TRIM, 26, 'around', arc))
    for (const end of arc)
      pen.place(0, 0, 0, end, () => {
        const block = { x: 0, y: 0.08, z: radius, width: 0.03, height: height - 0.14, depth: 2 * body + 0.01 }
        box(pen, block, OAK, { bevel: 0.006, grain: 1, skip: 'b' })
        box(pen, { ...block, y: height - 0.052, height: 0.054, width: 0.05, depth }, STONE, { bevel: 0.008 })
      })
  })
}

export function drawRecordWall(pen: Pen, letters: Letters): void {
  const { x, width } = RECORD_WALL
  box(pen, { ...RECORD_WALL, y: 0.1, height: RECORD_WALL.height - 0.1 }, OAK, {
    bevel: 0.02,
    density: 3,
    grain: 1,
    skip: 'b',
  })
  box(pen, { ...RECORD_WALL, y: 0.004, width: width - 0.08, height: 0.09, depth: RECORD_WALL.depth - 0.1 }, DARK, {
    bevel: 0,
    density: 1,
    skip: 'bt',
  })
  pen.place(x + width / 2 + 0.012, 3.05, 0, Math.PI / 2, () => {
    text(pen, letters, HOUSE_NAME.zh, { size: 1.15, track: 140, align: 'middle' }, NAME)
    pen.place(0, -0.92, 0, 0, () =>
      text(pen, letters, HOUSE_NAME.motto, { size: 0.44, track: 120, align: 'middle' }, NAME),
    )
    pen.place(0, -1.42, 0, 0, () =>
      text(pen, letters, HOUSE_NAME.en, { size: 0.3, track: 30, align: 'middle', smooth: 2 }, NAME),
    )
    pen.unseen(() =>
      box(pen, { x: 0, y: -0.27, z: 0, width: 1.4, height: 0.035, depth: 0.014 }, BRONZE_TRIM, {
        bevel: 0,
        density: 1,
        skip: 'n',
      }),
    )
  })
}

export function drawLounge(pen: Pen): void {
  pen.place(LOUNGE_TABLE.x, 0.003, LOUNGE_TABLE.z, 0, () => {
    lathe(
      pen,
      [
        [0, 0.006],
        [2.3, 0.006],
      ].reverse() as [number, number][],
      paint('#a59c8e', 0.95, 4),
      40,
      'planar',
    )
    lathe(
      pen,
      [
        [0.3, 0.01],
        [0.3, 0.03],
        [0.08, 0.06],
        [0.07, 0.34],
        [0.2, 0.36],
      ],
      BRONZE_TRIM,
      24,
    )
    lathe(
      pen,
      [
        [0.5, 0.36],
        [0.61, 0.365],
        [0.62, 0.385],
        [0.61, 0.4],
        [0.3, 0.402],
        [0, 0.402],
      ],
      OAK,
      32,
      'planar',
    )
  })
  for (const seat of LOUNGE_SEATS)
    pen.place(seat.x, 0.008, seat.z, seat.yaw, () => drawSeat(pen, { cloth: TEXTILE, fine: 18 }), 1.32)
}
