// Spots: every booth, zone, room, seat and the stage has an id, a place to stand and a link (/hall/<spot>).
// Also which spot one is at, the nearest plot, and the arc in which a gathered group stands.

import type { Pose } from '../pose/pose.ts'
import { APPROACH_SPOT, type Spot, VISIT_SPOT, yawFromPlot } from './booth-plan.ts'
import { AUDIENCE, GLASS_ROOMS, STAGE, STAGE_SPOT } from './hall-plan.ts'
import { fromPlot, HALL, PLOT_SIZE, PLOTS, type Plot, plotById, type Zone, zoneAt } from './layout.ts'
import { canStand, isClear, type Wall } from './walk.ts'
import { floorHeight } from './walls.ts'

export type SpotKind = 'booth' | 'zone' | 'room' | 'stage' | 'seat'

export interface HallSpot {
  readonly id: string
  readonly kind: SpotKind
  readonly zone: Zone
  /** Where a link to it puts one, and the way one then looks. */
  readonly pose: Pose
}

const EAST = -Math.PI / 2
const WEST = Math.PI / 2

/** Every spot: booths in the order of the ribbon, then zones, rooms, stage, seats 1–120. */
export const SPOTS: readonly HallSpot[] = [
  ...PLOTS.map((plot) => spot(plot.id, 'booth', inPlot(plot, VISIT_SPOT))),
  spot('reception', 'zone', { x: -37, z: 1.2, yaw: WEST }),
  spot('city-display', 'zone', { x: -33.5, z: 2.6, yaw: EAST }),
  spot('promotion', 'zone', { x: 26.6, z: 0, yaw: EAST }),
  spot('stage', 'stage', STAGE_SPOT),
  ...GLASS_ROOMS.map((room) =>
    // Before the table, on the side of the doorway, looking along it.
    spot(room.id, 'room', { x: room.x + 1.95, z: room.z - room.side * 1.4, yaw: room.side > 0 ? 2.4 : 0.74 }),
  ),
  ...AUDIENCE.map((seat, i) => spot(`seat-${i + 1}`, 'seat', { ...seat, x: seat.x - 0.5 })),
]

const BY_ID = new Map(SPOTS.map((entry) => [entry.id, entry]))

/** The spot with this id, or undefined. */
export const spotById = (id: string): HallSpot | undefined => BY_ID.get(id)

/** Link to a spot inside the client. */
export const spotLink = (id: string): string => `/hall/${id}`

/** Where one sees a whole booth, outside on the aisle. */
export function approachPose(plot: Plot): Pose {
  return standing(inPlot(plot, APPROACH_SPOT))
}

/** The plot whose middle is nearest, and how far that is, metres. */
export function nearestPlot(x: number, z: number): { readonly plot: Plot; readonly distance: number } {
  let best = PLOTS[0] as Plot
  let least = Number.POSITIVE_INFINITY
  for (const plot of PLOTS) {
    const distance = Math.hypot(plot.x - x, plot.z - z)
    if (distance < least) {
      best = plot
      least = distance
    }
  }
  return { plot: best, distance: least }
}

/** Metres before a booth's front that still count as being at it. */
const FORECOURT = 2

/** The id of the spot one is at: a booth (its plot and two metres before it), the stage, a glass room, else the zone. */
export function spotAt(x: number, z: number): string {
  const { plot } = nearestPlot(x, z)
  const front = plot.yaw === 0 ? z - plot.z : plot.z - z
  const half = PLOT_SIZE / 2
  if (Math.abs(x - plot.x) <= half && front >= -half && front <= half + FORECOURT) return plot.id
  if (floorHeight(x, z) === STAGE.height) return 'stage'
  for (const room of GLASS_ROOMS) if (Math.abs(x - room.x) < 2.8 && Math.abs(z - room.z) < 3) return room.id
  return zoneAt(x)
}

const FIRST_ROW = 1.7
const ROW_STEP = 0.85
const ELBOW_ROOM = 0.75
const HALF_ARC = 1.25
/** The furthest arc is 15 m away. */
const ROWS = 16

/**
 * Where the `index`th of a gathered group stands: on arcs around the guide, on the guide's side away from what is shown,
 * facing it. Nobody stands in a wall, in the air or behind one: each place is walked to straight from the guide's.
 * The same arguments give the same place, and two indices never the same.
 * @param index 0, 1, 2 …
 * @param focus what everybody is to look at, usually the middle of the booth; without it, two metres ahead of the guide
 * @returns a pose, or null when the surroundings hold no further place
 */
export function arcSpot(
  index: number,
  guide: Pose,
  walls: readonly Wall[],
  focus?: { x: number; z: number },
): Pose | null {
  const at = focus ?? { x: guide.x - 2 * Math.sin(guide.yaw), z: guide.z - 2 * Math.cos(guide.yaw) }
  const away = Math.atan2(guide.x - at.x, guide.z - at.z)
  const around = walls.filter((wall) => isNear(wall, guide))
  let free = 0
  for (let row = 0; row < ROWS; row++) {
    const radius = FIRST_ROW + row * ROW_STEP
    const places = Math.max(3, Math.floor((2 * HALF_ARC * radius) / ELBOW_ROOM) + 1)
    for (let k = 0; k < places; k++) {
      const angle = away + fromMiddle(k, places) * HALF_ARC
      const x = guide.x + radius * Math.sin(angle)
      const z = guide.z + radius * Math.cos(angle)
      if (!canStand(x, z, around) || !isClear(guide, { x, z }, around, floorHeight)) continue
      if (free++ === index) return { x, y: floorHeight(x, z), z, yaw: Math.atan2(x - at.x, z - at.z), pitch: 0 }
    }
  }
  return null
}

/**
 * Where the `index`th of a gathered group goes when the guide is at `spotId`: a seat when the stage is on, else the arc
 * around the guide, turned to the booth. Null when there is no further place.
 */
export function gatherSpot(index: number, guide: Pose, spotId: string, walls: readonly Wall[]): Pose | null {
  if (spotId === 'stage') return spotById(`seat-${index + 1}`)?.pose ?? null
  return arcSpot(index, guide, walls, focusOf(spotId))
}

/** The middle of what a spot's booth shows: the focus for {@link arcSpot}. Undefined for a spot that is no booth. */
export function focusOf(spotId: string): { x: number; z: number } | undefined {
  const plot = plotById(spotId)
  return plot && fromPlot(plot, 0, -1.2)
}

/** Whether a wall can matter to anybody of the group. */
function isNear(wall: Wall, { x, z }: Pose): boolean {
  const reach = FIRST_ROW + ROWS * ROW_STEP + 1
  if (wall.kind === 'round') return Math.hypot(wall.x - x, wall.z - z) < reach + wall.radius
  return wall.west < x + reach && wall.east > x - reach && wall.north < z + reach && wall.south > z - reach
}

/** −1 … 1 for the kth of n places, the middle first, then alternately right and left. */
function fromMiddle(k: number, n: number): number {
  const side = k % 2 === 0 ? -1 : 1
  return (side * Math.ceil(k / 2) * 2) / Math.max(1, n - 1 + ((n - 1) % 2))
}

function inPlot(plot: Plot, local: Spot): Spot {
  return { ...fromPlot(plot, local.x, local.z), yaw: yawFromPlot(plot, local.yaw) }
}

function standing({ x, z, yaw }: Spot): Pose {
  return { x, y: floorHeight(x, z), z, yaw, pitch: 0 }
}

function spot(id: string, kind: SpotKind, where: Spot): HallSpot {
  return { id, kind, zone: zoneAt(where.x), pose: standing(where) }
}

/** A pose kept inside the hall, on the floor, out of walls: for links and for what the net brings. */
export function soundPose(pose: Pose): Pose {
  const x = Math.min(HALL.east - 0.5, Math.max(HALL.west + 0.5, pose.x))
  const z = Math.min(HALL.south - 0.5, Math.max(HALL.north + 0.5, pose.z))
  return { x, y: floorHeight(x, z), z, yaw: pose.yaw, pitch: Math.min(1.4, Math.max(-1.4, pose.pitch)) }
}
