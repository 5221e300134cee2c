// The hall's four walls with their shadow gap and oak lining, and the frame around the sea. Cut every 20 m for culling:
// each piece is drawn into the chunk it lies in.

import { SEA } from '../../../shared/hall/hall-plan.ts'
import { HALL, ribbonZ } from '../../../shared/hall/layout.ts'
import { box } from '../kit/box.ts'
import { BRONZE_TRIM, DARK, OAK, PLASTER } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'

const THICK = 0.3
const wall = { density: 2, bevel: 0 } as const

/** North (−1) or south (1) wall between two x. */
export function drawLongWall(pen: Pen, side: 1 | -1, from: number, to: number): void {
  const [x, width] = [(from + to) / 2, to - from]
  const z = side * (HALL.south + THICK / 2)
  box(pen, { x, y: 0, z, width, height: HALL.wallHeight, depth: THICK }, PLASTER, {
    ...wall,
    skip: side < 0 ? 'newtb' : 'sewtb',
  })
  box(pen, { x, y: 0, z: side * 29.97, width, height: 0.12, depth: 0.05 }, DARK, {
    density: 1,
    bevel: 0,
    skip: side < 0 ? 'bnew' : 'bsew',
  })
  for (let k = 0; k < 5; k++) {
    const at = -24 + k * 10
    if (at < from || at >= to) continue
    box(pen, { x: at, y: 0.15, z: side * 29.92, width: 2.2, height: 4.4, depth: 0.12 }, OAK, {
      density: 3,
      grain: 1,
      skip: side < 0 ? 'n' : 's',
    })
    pen.unseen(() =>
      box(pen, { x: at, y: 4.6, z: side * 29.9, width: 2.2, height: 0.03, depth: 0.1 }, BRONZE_TRIM, {
        bevel: 0,
        density: 1,
        skip: side < 0 ? 'n' : 's',
      }),
    )
  }
}

export function drawWestWall(pen: Pen): void {
  const depth = HALL.south - HALL.north
  box(pen, { x: HALL.west - THICK / 2, y: 0, z: 0, width: THICK, height: HALL.wallHeight, depth }, PLASTER, {
    ...wall,
    skip: 'wnstb',
  })
  box(pen, { x: HALL.west + 0.03, y: 0, z: 0, width: 0.05, height: 0.12, depth }, DARK, {
    density: 1,
    bevel: 0,
    skip: 'bwns',
  })
}

/** East wall: plaster on both sides, the opening for the sea between, with its deep frame. The sea itself is the client's. */
export function drawEastWall(pen: Pen): void {
  const half = SEA.width / 2
  for (const s of [-1, 1]) {
    const depth = HALL.south - half
    box(
      pen,
      { x: HALL.east + THICK / 2, y: 0, z: s * (half + depth / 2), width: THICK, height: HALL.wallHeight, depth },
      PLASTER,
      { ...wall, skip: 'enstb' },
    )
    box(pen, { x: 49.5, y: 0, z: s * (half + 0.25), width: 0.8, height: 8, depth: 0.5 }, PLASTER, {
      density: 3,
      skip: 'b',
    })
  }
  box(pen, { x: 49.5, y: 7.7, z: 0, width: 0.8, height: 1.7, depth: 2 * half - 0.02 }, PLASTER, {
    density: 2,
    skip: 'tns',
  })
  box(pen, { x: 49.6, y: 0.0, z: 0, width: 0.5, height: 0.28, depth: 2 * half - 0.02 }, DARK, {
    density: 2,
    skip: 'bns',
  })
}

/** What the bake sees of the sea: a glowing wall, not written to a file. */
export function drawSeaGlow(pen: Pen): void {
  box(
    pen,
    { x: SEA.x + 0.15, y: SEA.y - SEA.height / 2, z: 0, width: 0.3, height: SEA.height, depth: SEA.width },
    DARK,
    {
      bevel: 0,
      density: 0.5,
      skip: 'tbnse',
      faces: { w: { material: DARK, glow: [0.22, 0.46, 0.55] } },
    },
  )
}

/** Where the ribbon leaves the reception, for the floor map's line. */
export const ribbonLine = (steps: number): (readonly [number, number])[] =>
  Array.from({ length: steps + 1 }, (_, i) => {
    const x = -42 + (82 * i) / steps
    return [x, ribbonZ(x)] as const
  })
