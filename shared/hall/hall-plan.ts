// What stands in the hall outside the booths: stage, screen, glass rooms, reception, planters, benches, seats for 120.
// models/build makes the geometry from it, the client the walls one bumps into. Metres, in the hall's own frame (layout.ts).

import type { Block, Face, Round, Spot } from './booth-plan.ts'

export const STAGE: Block = { x: 43.5, y: 0, z: 0, width: 6, height: 0.5, depth: 14 }

/** One step in front of the stage. */
export const STAGE_STEP: Block = { x: 40.1, y: 0, z: 0, width: 0.78, height: 0.25, depth: 8 }

export const LECTERN: Block = { x: 42.2, y: STAGE.height, z: -5.2, width: 0.5, height: 1.1, depth: 0.7 }

/** The picture on the screen wall (16:9), and the body behind it. */
export const SCREEN: Face = { x: 46.16, y: 3.35, z: 0, yaw: -Math.PI / 2, width: 9.2, height: 5.175 }
export const SCREEN_BODY: Block = { x: 46.35, y: 0.68, z: 0, width: 0.34, height: 5.34, depth: 9.4 }

/** The sea: one picture that fills the east wall's opening. */
export const SEA: Face = { x: 49.58, y: 4, z: 0, yaw: -Math.PI / 2, width: 41, height: 7.4 }

/** Where the host stands on the stage; y of the feet is {@link STAGE}.height. */
export const STAGE_SPOT: Spot = { x: 43, z: -2.6, yaw: Math.PI / 2 }

const ROWS = 10
const HALF_ROW = 6

/** 120 seats, first row first, from north to south: ten rows of twelve with an aisle over the ribbon. All look east. */
export const AUDIENCE: readonly Spot[] = Array.from({ length: ROWS * HALF_ROW * 2 }, (_, i) => {
  const row = Math.floor(i / (HALF_ROW * 2))
  const k = i % (HALF_ROW * 2)
  const z = k < HALF_ROW ? -1.3 - (HALF_ROW - 1 - k) * 0.66 : 1.3 + (k - HALF_ROW) * 0.66
  return { x: 38 - row * 1.0, z, yaw: -Math.PI / 2 }
})

export interface GlassRoom {
  readonly id: string
  /** Middle of the floor. */
  readonly x: number
  readonly z: number
  /** −1: on the north side, glass to the south. 1: the other way round. */
  readonly side: 1 | -1
}

/** Sizes of a glass room: the front is glass but for a doorway at its east end. */
export const GLASS_ROOM = { width: 5.6, depth: 6, height: 3.12, wall: 0.1, doorWidth: 1.5 } as const

/** The six rooms for negotiation, north row first, west to east. */
export const GLASS_ROOMS: readonly GlassRoom[] = ([-1, 1] as const).flatMap((side) =>
  [0, 1, 2].map((k): GlassRoom => ({ id: `room-${side < 0 ? k + 1 : k + 4}`, x: 30.5 + k * 6.2, z: side * 25, side })),
)

/** Desk in an arc around the receptionist: middle of the circle, radius to the middle of the desk, half its angle. */
export const RECEPTION_DESK = {
  x: -46.2,
  z: 0,
  radius: 5,
  halfAngle: 0.86,
  depth: 0.72,
  height: 1.1,
  parts: 9,
} as const

export const RECORD_WALL: Block = { x: -48.3, y: 0, z: 0, width: 0.3, height: 5.2, depth: 20 }

/** The lounge: a low table and four seats around it. */
export const LOUNGE_TABLE: Round = { x: -42.5, z: -16, radius: 0.62, height: 0.4 }
export const LOUNGE_SEATS: readonly Spot[] = [0, 1, 2, 3].map((k) => {
  const a = Math.PI / 4 + (k * Math.PI) / 2
  return { x: LOUNGE_TABLE.x + 1.65 * Math.sin(a), z: LOUNGE_TABLE.z + 1.65 * Math.cos(a), yaw: a }
})
export const LOUNGE_SEAT_RADIUS = 0.5

/** The hall itself at 1:20 on a low table: the floor map one walks around. */
export const FLOOR_MAP: Block = { x: -42.5, y: 0, z: 16, width: 5.4, height: 0.62, depth: 3.4 }

/** A stone pot with a small tree; the radius is the pot's. */
export const PLANTERS: readonly Round[] = [
  ...[0, 1, 2, 3, 4].flatMap((k) => {
    const x = -24 + k * 10
    return [-1, 1].map((s) => [x, s * ((k + (s > 0 ? 1 : 0)) % 2 === 0 ? 8.6 : 11)] as const)
  }),
  ...([-1, 1] as const).flatMap((s) => [[-37, s * 8.4] as const, [29.4, s * 12.6] as const, [40.6, s * 12.6] as const]),
].map(([x, z]) => ({ x, z, radius: 0.56, height: 0.6 }))

/** A bench's middle; its long side runs along x. */
export const BENCHES: readonly Spot[] = [0, 1, 2, 3, 4].flatMap((k) =>
  ([-1, 1] as const)
    .filter((s) => (k + (s > 0 ? 1 : 0)) % 2 === 1)
    .map((s) => ({ x: -24 + k * 10, z: s * 7.2, yaw: s < 0 ? Math.PI : 0 })),
)

export const BENCH = { width: 2, height: 0.44, depth: 0.55 } as const

const room = ({ x, z, side }: GlassRoom): Block[] => {
  const { width, depth, height, wall, doorWidth } = GLASS_ROOM
  const glass = width - wall - doorWidth
  return [
    { x, y: 0, z: z + side * (depth / 2 - wall / 2), width, height, depth: wall },
    { x: x - width / 2 + wall / 2, y: 0, z, width: wall, height, depth },
    { x: x + width / 2 - wall / 2, y: 0, z, width: wall, height, depth },
    { x: x - width / 2 + wall + glass / 2, y: 0, z: z - side * (depth / 2 - 0.05), width: glass, height, depth: 0.08 },
    { x, y: 0, z, width: 2.6, height: 0.74, depth: 1.1 },
  ]
}

/** Boxes that stop a walker. The stage is one of them: only its host stands up there. */
export const HALL_SOLIDS: readonly Block[] = [
  STAGE,
  STAGE_STEP,
  SCREEN_BODY,
  RECORD_WALL,
  FLOOR_MAP,
  ...BENCHES.map(({ x, z }): Block => ({ x, y: 0, z, ...BENCH })),
  ...GLASS_ROOMS.flatMap(room),
]

/** Round things that stop a walker; the desk is a row of circles along its arc. */
export const HALL_ROUNDS: readonly Round[] = [
  ...PLANTERS,
  LOUNGE_TABLE,
  ...LOUNGE_SEATS.map(({ x, z }): Round => ({ x, z, radius: LOUNGE_SEAT_RADIUS, height: 0.75 })),
  ...AUDIENCE.map(({ x, z }): Round => ({ x, z, radius: 0.2, height: 0.85 })),
  ...Array.from({ length: 13 }, (_, i): Round => {
    const a = ((i - 6) / 6) * RECEPTION_DESK.halfAngle
    const { x, z, radius, depth, height } = RECEPTION_DESK
    return { x: x + radius * Math.cos(a), z: z + radius * Math.sin(a), radius: depth / 2 + 0.06, height }
  }),
]
