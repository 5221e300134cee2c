// The default booth in its plot's own frame: where each part stands and how big it is. models/build makes the geometry from it,
// client and shared/hall make the walls one bumps into. What stands outside the booths is in hall-plan.ts.
// Metres; x to the right for who looks in from the front, y up, z out of the open front; origin on the floor in the plot's
// middle. In a mirrored plot (`plot.mirror` −1) every x changes its sign; `fromPlot` does it.

import type { Plot } from './layout.ts'

/** An upright box: x, z of its middle, y of its bottom; width along x, height along y, depth along z. */
export interface Block {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly width: number
  readonly height: number
  readonly depth: number
}

/** An upright cylinder on the floor. */
export interface Round {
  readonly x: number
  readonly z: number
  readonly radius: number
  readonly height: number
}

/** A spot with a direction. Yaw as in a pose: 0 looks along −z, growing to the left. */
export interface Spot {
  readonly x: number
  readonly z: number
  readonly yaw: number
}

/** An upright rectangle that shows something; x, y, z of its middle, yaw of who looks at it from the front. */
export interface Face extends Spot {
  readonly y: number
  readonly width: number
  readonly height: number
}

export const PLATFORM: Block = { x: 0, y: 0, z: 0, width: 6.6, height: 0.024, depth: 6.6 }

export const BACK_WALL: Block = { x: 0, y: 0, z: -3.2, width: 6.7, height: 3.3, depth: 0.2 }

export const SIDE_WALL: Block = { x: -3.25, y: 0, z: -1.59, width: 0.2, height: 3.3, depth: 2.98 }

/** The gate in front, moved to the side wall. Its lintel carries the name, its inner faces the city's colour. */
export const PORTAL = { x: -1.15, z: 3, width: 4.4, height: 4.15, depth: 0.62, post: 0.16, lintel: 0.95 } as const

const postX = PORTAL.width / 2 - PORTAL.post / 2

const post = (x: number): Block => ({
  x,
  y: 0,
  z: PORTAL.z,
  width: PORTAL.post,
  height: PORTAL.height,
  depth: PORTAL.depth,
})

export const PORTAL_POSTS: readonly Block[] = [post(PORTAL.x - postX), post(PORTAL.x + postX)]

export const LINTEL: Block = {
  x: PORTAL.x,
  y: PORTAL.height - PORTAL.lintel,
  z: PORTAL.z,
  width: PORTAL.width - 2 * PORTAL.post,
  height: PORTAL.lintel,
  depth: PORTAL.depth,
}

/** Carries the emblem, in the open corner. */
export const PLINTH: Round = { x: 2.15, z: 1.9, radius: 1.22, height: 0.43 }

/** How far the emblem is turned to the nave, radians (about y, mirrored with the plot). */
export const EMBLEM_TURN = 0.45

/** The two boards on the back wall; the picture lies in the board's front face. */
export const PANELS: readonly Face[] = [
  { x: -1.4, y: 1.66, z: -3.02, yaw: 0, width: 1.75, height: 2.1 },
  { x: 0.7, y: 1.66, z: -3.02, yaw: 0, width: 1.75, height: 2.1 },
]

/** Indices of {@link PANELS} from left to right for who looks at the back wall. */
export const panelOrder = (plot: Plot): readonly [number, number] => (plot.mirror === 1 ? [0, 1] : [1, 0])

export const TABLE: Round = { x: -1.05, z: -0.75, radius: 0.5, height: 0.745 }

export const SEATS: readonly Spot[] = [
  { x: -0.1, z: -0.85, yaw: 1.45 },
  { x: -2, z: -0.6, yaw: -1.5 },
]

/** Radius in which a seat stops one. */
export const SEAT_RADIUS = 0.36

export const SHELF: Block = { x: 2.5, y: 0, z: -2.88, width: 1.15, height: 2, depth: 0.4 }

/** Where the person who presents stands: beside the second board, turned to the front. */
export const HOST_SPOT: Spot = { x: 1.75, z: -1.7, yaw: Math.PI - 0.35 }

/** Where a link to the booth puts one: inside the portal, eyes on the boards. */
export const VISIT_SPOT: Spot = { x: -0.75, z: 1.55, yaw: 0.02 }

/** Where one stands to see the whole booth, outside on the aisle. */
export const APPROACH_SPOT: Spot = { x: -0.9, z: 5.6, yaw: 0 }

/** The box an uploaded model may fill: its middle, on the platform, behind the portal. */
export const MODEL_PLACE: Block = { x: 0, y: PLATFORM.height, z: -0.35, width: 6.4, height: 4.6, depth: 5.9 }

/** What stops a walker and is always there. */
export const FRAME_SOLIDS: readonly Block[] = PORTAL_POSTS

/** What stops a walker only while the city has no model of its own. */
export const FURNISHING_SOLIDS: readonly Block[] = [BACK_WALL, SIDE_WALL, SHELF]

/** The round things that stop a walker only while the city has no model of its own. */
export const FURNISHING_ROUNDS: readonly Round[] = [
  PLINTH,
  TABLE,
  ...SEATS.map(({ x, z }): Round => ({ x, z, radius: SEAT_RADIUS, height: 0.8 })),
]

/** A yaw in the plot's frame as a yaw of the hall. */
export const yawFromPlot = (plot: Plot, yaw: number): number => plot.yaw + plot.mirror * yaw
