// The booths' spots as the hall knows them: where each is, and which lies under a click. Pure; drawing is spot-markers.ts's.

import type { BoothSummary } from '../../../shared/booth/booth.ts'
import { placeInHall } from '../../../shared/booth/spots.ts'
import { BACK_WALL, type Block, LINTEL, SIDE_WALL } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, PLOTS, type Plot } from '../../../shared/hall/layout.ts'
import { meet, type Ray } from './pick.ts'

/** A spot in the hall, metres. */
export interface HallMark {
  readonly booth: string
  readonly id: string
  readonly x: number
  readonly y: number
  readonly z: number
}

/** From so far, metres, a marker begins to show, and from so near it is whole and can be clicked. */
export const MARK_FAR = 17
export const MARK_NEAR = 12
/** How far from its middle a click still means a marker, metres; a little more than it is drawn. */
const CLICK_RADIUS = 0.2

/** The spots of all booths. */
export function marksInHall(booths: Readonly<Record<string, BoothSummary>>): readonly HallMark[] {
  return PLOTS.flatMap((plot) =>
    (booths[plot.id]?.own?.spots ?? []).map(({ id, at }) => ({ booth: plot.id, id, ...placeInHall(plot, at) })),
  )
}

/** The nearest marker a ray meets, within sight: not through a booth's walls or name. @param ownModels plots without furnishing */
export function pickMark(ray: Ray, marks: readonly HallMark[], ownModels: ReadonlySet<string>): HallMark | null {
  let best: HallMark | null = null
  let nearest = MARK_NEAR
  for (const mark of marks) {
    const at = meetBall(ray, mark)
    if (at >= nearest) continue
    nearest = at
    best = mark
  }
  return best && !isHidden(ray, nearest, ownModels) ? best : null
}

function meetBall(ray: Ray, { x, y, z }: HallMark): number {
  const along = (x - ray.x) * ray.dx + (y - ray.y) * ray.dy + (z - ray.z) * ray.dz
  if (along <= 0) return Number.POSITIVE_INFINITY
  const off = Math.hypot(ray.x + ray.dx * along - x, ray.y + ray.dy * along - y, ray.z + ray.dz * along - z)
  return off <= CLICK_RADIUS ? along : Number.POSITIVE_INFINITY
}

const HIDING = PLOTS.map((plot) => ({
  id: plot.id,
  always: [inHall(plot, LINTEL)],
  furnishing: [inHall(plot, BACK_WALL), inHall(plot, SIDE_WALL)],
}))

function inHall(plot: Plot, block: Block): Block {
  return { ...block, ...fromPlot(plot, block.x, block.z) }
}

/** A marker on a wall lies a hand's breadth in it. */
const SLACK = 0.15

function isHidden(ray: Ray, far: number, ownModels: ReadonlySet<string>): boolean {
  const hides = (block: Block) => meet(ray, block) < far - SLACK
  return HIDING.some(
    ({ id, always, furnishing }) => always.some(hides) || (!ownModels.has(id) && furnishing.some(hides)),
  )
}
