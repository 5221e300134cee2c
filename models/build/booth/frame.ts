// What a booth always shows: oak platform, the portal with the city's colour on its inner faces, the name on the lintel.
// Drawn in the plot's own frame through a pen that already stands on the plot.

import { LINTEL, PLATFORM, PORTAL, PORTAL_POSTS } from '../../../shared/hall/booth-plan.ts'
import { box } from '../kit/box.ts'
import { type Letters, text } from '../kit/letters.ts'
import { BRONZE_TRIM, LETTER, OAK, PLASTER, paint } from '../kit/material.ts'
import { at } from '../kit/part.ts'
import type { Pen } from '../kit/pen.ts'

export function drawFrame(pen: Pen, colour: string): void {
  box(pen, PLATFORM, OAK, { density: 8, skip: 'b', bevel: 0.006, grain: 0 })
  const edge = 0.02
  pen.unseen(() =>
    pen.nearOnly(() => {
      for (const s of [-1, 1]) {
        const off = s * (PLATFORM.width / 2 + edge / 2 + 0.002)
        box(pen, { x: 0, y: 0, z: off, width: PLATFORM.width, height: 0.018, depth: edge }, BRONZE_TRIM, trim)
        box(pen, { x: off, y: 0, z: 0, width: edge, height: 0.018, depth: PLATFORM.depth }, BRONZE_TRIM, trim)
      }
    }),
  )
  const inner = { material: paint(colour, 0.48) }
  box(pen, at(PORTAL_POSTS, 0), PLASTER, { skip: 'b', faces: { e: inner } })
  box(pen, at(PORTAL_POSTS, 1), PLASTER, { skip: 'b', faces: { w: inner } })
  box(pen, LINTEL, PLASTER, { faces: { b: inner }, skip: 'ew' })
  pen.unseen(() =>
    box(
      pen,
      { ...LINTEL, y: LINTEL.y + 0.006, z: PORTAL.z + PORTAL.depth / 2 + 0.006, height: 0.022, depth: 0.012 },
      BRONZE_TRIM,
      trim,
    ),
  )
}

const trim = { bevel: 0, density: 1, skip: 'b' } as const

/** The name in both scripts on the lintel's front, from the left for who reads it; `pen` stands on the plot unmirrored. */
export function drawName(pen: Pen, letters: Letters, zh: string, latin: string, mirror: 1 | -1, smooth: number): void {
  const left = mirror * PORTAL.x - PORTAL.width / 2 + PORTAL.post + 0.14
  const front = PORTAL.z + PORTAL.depth / 2 + 0.012
  pen.place(left, LINTEL.y + 0.3, front, 0, () => {
    const width = text(pen, letters, zh, { size: 0.5, track: 40, smooth }, LETTER)
    pen.place(width + 0.16, 0, 0, 0, () => {
      text(pen, letters, latin.toUpperCase(), { size: 0.25, track: 60, smooth }, LETTER)
    })
  })
}
