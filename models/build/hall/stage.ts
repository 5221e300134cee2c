// Stage, step, lectern and the screen's body. The picture on the screen is the client's.

import { LECTERN, SCREEN, SCREEN_BODY, STAGE, STAGE_STEP } from '../../../shared/hall/hall-plan.ts'
import { box } from '../kit/box.ts'
import { BRONZE_TRIM, DARK, OAK, paint, STONE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'

export function drawStage(pen: Pen): void {
  const raise = 0.08
  box(pen, { ...STAGE, y: raise, height: STAGE.height - raise }, OAK, { bevel: 0.02, skip: 'b', grain: 2 })
  box(pen, { ...STAGE, y: 0.004, height: raise - 0.01, width: STAGE.width - 0.2, depth: STAGE.depth - 0.2 }, DARK, {
    bevel: 0,
    density: 2,
    skip: 'bt',
  })
  box(pen, { ...STAGE_STEP, y: 0.05, height: STAGE_STEP.height - 0.05 }, OAK, { bevel: 0.02, skip: 'b', grain: 2 })
  box(
    pen,
    { ...STAGE_STEP, y: 0.004, height: 0.04, width: STAGE_STEP.width - 0.12, depth: STAGE_STEP.depth - 0.12 },
    DARK,
    { bevel: 0, density: 2, skip: 'bt' },
  )
  pen.unseen(() =>
    box(
      pen,
      {
        x: STAGE.x - STAGE.width / 2 - 0.008,
        y: STAGE.height - 0.06,
        z: 0,
        width: 0.012,
        height: 0.03,
        depth: STAGE.depth - 0.1,
      },
      BRONZE_TRIM,
      { bevel: 0, density: 1, skip: 'e' },
    ),
  )
  screen(pen)
  box(pen, { ...LECTERN, y: LECTERN.y + 0.004, height: LECTERN.height - 0.05, width: 0.36, depth: 0.56 }, OAK, {
    bevel: 0.02,
    skip: 'b',
    grain: 1,
  })
  pen.turn([LECTERN.x, LECTERN.y + LECTERN.height - 0.03, LECTERN.z], [0, 0, 0.14], () =>
    box(pen, { x: 0, y: 0, z: 0, width: LECTERN.width, height: 0.035, depth: LECTERN.depth }, STONE, { bevel: 0.01 }),
  )
}

function screen(pen: Pen): void {
  const body = paint('#2a2a2a', 0.5)
  const glass = { material: paint('#1b1d20', 0.25), glow: [0.32, 0.42, 0.48] as const }
  box(pen, SCREEN_BODY, body, { bevel: 0.02, density: 3, faces: { w: glass } })
  for (const z of [-3.4, 3.4])
    box(pen, { x: SCREEN.x + 0.22, y: STAGE.height + 0.002, z, width: 0.22, height: 0.16, depth: 0.3 }, BRONZE_TRIM, {
      density: 3,
      skip: 'b',
    })
}
