// What lies under a click: a booth's boards, name or emblem, or a spot of the floor. Pure geometry on the plans, no meshes.

import { type Block, LINTEL, PANELS, PLINTH } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, HALL, PLOTS, type Plot } from '../../../shared/hall/layout.ts'
import type { Wall } from '../../../shared/hall/walk.ts'

export interface Ray {
  readonly x: number
  readonly y: number
  readonly z: number
  /** Direction, length 1. */
  readonly dx: number
  readonly dy: number
  readonly dz: number
}

export type Picked =
  | { readonly kind: 'booth'; readonly id: string }
  | { readonly kind: 'floor'; readonly x: number; readonly z: number }

/** How high an emblem reaches, metres. */
const EMBLEM_HEIGHT = 3.2
/** What stops a click on the floor behind it: walls are about so high. */
const WALL_HEIGHT = 1.2

const targetsOf = (plot: Plot): readonly Block[] =>
  [
    LINTEL,
    ...PANELS.map((panel): Block => ({ ...panel, y: panel.y - panel.height / 2, depth: 0.2 })),
    { x: PLINTH.x, y: 0, z: PLINTH.z, width: 2 * PLINTH.radius, height: EMBLEM_HEIGHT, depth: 2 * PLINTH.radius },
  ].map((block) => ({ ...block, ...fromPlot(plot, block.x, block.z) }))

const TARGETS = PLOTS.map((plot) => ({ id: plot.id, blocks: targetsOf(plot) }))

/** The nearest thing a ray meets within `reach` metres, or null. */
export function pick(ray: Ray, walls: readonly Wall[], reach = 40): Picked | null {
  let best: Picked | null = null
  let nearest = reach
  for (const { id, blocks } of TARGETS) {
    for (const block of blocks) {
      const at = meet(ray, block)
      if (at < nearest) {
        nearest = at
        best = { kind: 'booth', id }
      }
    }
  }
  const floor = ray.dy < -1e-4 ? -ray.y / ray.dy : Number.POSITIVE_INFINITY
  if (floor >= nearest) return best
  const x = ray.x + ray.dx * floor
  const z = ray.z + ray.dz * floor
  const inside = x > HALL.west && x < HALL.east && z > HALL.north && z < HALL.south
  if (!inside || walls.some((wall) => meetWall(ray, wall) < floor)) return null
  return { kind: 'floor', x, z }
}

function meetWall(ray: Ray, wall: Wall): number {
  if (wall.kind === 'box') return meetBox(ray, wall.west, wall.east, 0, WALL_HEIGHT, wall.north, wall.south)
  const { x, z, radius } = wall
  return meetBox(ray, x - radius, x + radius, 0, WALL_HEIGHT / 3, z - radius, z + radius)
}

/** Distance at which a ray enters a block, or infinity. */
export function meet(ray: Ray, { x, y, z, width, height, depth }: Block): number {
  return meetBox(ray, x - width / 2, x + width / 2, y, y + height, z - depth / 2, z + depth / 2)
}

/** Slab test. */
function meetBox(ray: Ray, x0: number, x1: number, y0: number, y1: number, z0: number, z1: number): number {
  let from = 0
  let to = Number.POSITIVE_INFINITY
  for (const [o, d, low, high] of [
    [ray.x, ray.dx, x0, x1],
    [ray.y, ray.dy, y0, y1],
    [ray.z, ray.dz, z0, z1],
  ] as const) {
    const a = (low - o) / d
    const b = (high - o) / d
    from = Math.max(from, Math.min(a, b))
    to = Math.min(to, Math.max(a, b))
  }
  return to >= from && from > 0 ? from : Number.POSITIVE_INFINITY
}
