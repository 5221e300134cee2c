// The hall itself at 1:20 on a low table: plots in their cities' colours, the ribbon as a line of bronze, stage and sea.

import { FLOOR_MAP } from '../../../shared/hall/hall-plan.ts'
import { PLOTS } from '../../../shared/hall/layout.ts'
import { box } from '../kit/box.ts'
import { BRONZE_TRIM, DARK, OAK, paint, STONE } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { ribbonLine } from './walls.ts'

const SCALE = 1 / 20

export function drawFloorMap(pen: Pen): void {
  const { width, depth, height } = FLOOR_MAP
  pen.place(FLOOR_MAP.x, 0, FLOOR_MAP.z, 0, () => {
    box(pen, { x: 0, y: 0.004, z: 0, width: width - 0.5, height: 0.09, depth: depth - 0.5 }, DARK, {
      bevel: 0,
      density: 2,
      skip: 'bt',
    })
    box(pen, { x: 0, y: 0.09, z: 0, width, height: height - 0.13, depth }, OAK, { bevel: 0.02, skip: 't' })
    box(pen, { x: 0, y: height - 0.05, z: 0, width: width - 0.02, height: 0.05, depth: depth - 0.02 }, STONE, {
      bevel: 0.015,
      skip: 'b',
      density: 8,
    })
    const top = height + 0.002
    const thing = { bevel: 0, density: 10, skip: 'b' } as const
    for (const plot of PLOTS) {
      const [x, z] = [plot.x * SCALE, plot.z * SCALE]
      const open = plot.yaw === 0 ? 1 : -1
      box(pen, { x, y: top, z, width: 0.33, height: 0.012, depth: 0.33 }, OAK, thing)
      box(
        pen,
        { x, y: top + 0.013, z: z - open * 0.15, width: 0.33, height: 0.15, depth: 0.02 },
        paint('#e9e3d8', 0.8),
        thing,
      )
      box(
        pen,
        {
          x: x - open * plot.mirror * 0.055,
          y: top + 0.013,
          z: z + open * 0.15,
          width: 0.21,
          height: 0.19,
          depth: 0.03,
        },
        paint(plot.colour, 0.5),
        thing,
      )
    }
    box(pen, { x: 2.16, y: top, z: 0, width: 0.3, height: 0.03, depth: 0.7 }, OAK, thing)
    box(pen, { x: 2.47, y: top, z: 0, width: 0.03, height: 0.36, depth: 2.05 }, paint('#3f86a3', 0.2), thing)
    pen.unseen(() => strips(pen, top))
  })
}

function strips(pen: Pen, top: number): void {
  const line = ribbonLine(24)
  line.slice(1).forEach(([x1, z1], i) => {
    const [x0, z0] = line[i] ?? [x1, z1]
    const long = Math.hypot(x1 - x0, z1 - z0) * SCALE
    pen.place(((x0 + x1) / 2) * SCALE, top, ((z0 + z1) / 2) * SCALE, -Math.atan2(z1 - z0, x1 - x0), () =>
      box(pen, { x: 0, y: 0, z: 0, width: long + 0.004, height: 0.006, depth: 0.045 }, BRONZE_TRIM, {
        bevel: 0,
        density: 2,
        skip: 'bew',
      }),
    )
  })
}
