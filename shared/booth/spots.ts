// A booth's spots as things with a place: what everybody in the hall knows of them, where a new one goes, how one is moved, and
// where one stands to look at it. What a spot shows is content.ts's. Pure.

import { fromPlot, HALL, type Plot } from '../hall/layout.ts'
import { canStand, isClear, type Wall } from '../hall/walk.ts'
import { floorHeight } from '../hall/walls.ts'
import type { Pose } from '../pose/pose.ts'
import { type BoothContent, type ItemId, SPOT_RANGE } from './content.ts'

export type BoothSpot = BoothContent['spots'][number]
export type SpotShown = BoothSpot['shown']
export type SpotKind = SpotShown['kind']
/** In the order in which they are offered. */
export const SPOT_KINDS = ['text', 'picture', 'film', 'pdf', 'link', 'contact'] as const satisfies readonly SpotKind[]

/** In the plot's frame, metres. */
export type SpotPlace = BoothSpot['at']

/** The little of a spot that travels with its booth. */
export interface SpotMark {
  readonly id: ItemId
  readonly name: BoothSpot['name']
  readonly at: SpotPlace
  readonly kind: SpotKind
}

export const marksOf = ({ spots }: Pick<BoothContent, 'spots'>): readonly SpotMark[] =>
  spots.map(({ id, name, at, shown }) => ({ id, name, at, kind: shown.kind }))

/** Metres between the places a spot is moved to. */
export const SPOT_SNAP = 0.1
const PER_METRE = Math.round(1 / SPOT_SNAP)

/** The nearest place a spot may have: a whole number of snaps, inside the booth. */
export const snapped = ({ x, y, z }: SpotPlace): SpotPlace => ({
  x: onAxis(x, SPOT_RANGE.x),
  y: onAxis(y, SPOT_RANGE.y),
  z: onAxis(z, SPOT_RANGE.z),
})

function onAxis(value: number, [least, most]: readonly [number, number]): number {
  const near = Math.round(Math.min(most, Math.max(least, value)) * PER_METRE) / PER_METRE
  // A negative zero would read as another place.
  return near === 0 ? 0 : near
}

/** Height of a new spot: of the eyes of most, metres. */
const NEW_HEIGHT = 1.5
/** So near to another one, metres, no new spot is put. */
const APART = 0.7

/** Where a new spot goes: along the middle of the booth from the front, clear of the others. */
export function newPlace(others: readonly { readonly at: SpotPlace }[]): SpotPlace {
  for (const z of [0.8, -0.8, 2, -2]) {
    for (const x of [0, -1, 1, -2, 2, -3, 3]) {
      if (others.every(({ at }) => Math.hypot(at.x - x, at.z - z) >= APART)) return { x, y: NEW_HEIGHT, z }
    }
  }
  return { x: 0, y: NEW_HEIGHT, z: 0 }
}

/** A spot's place in the hall, metres. */
export const placeInHall = (plot: Plot, at: SpotPlace): SpotPlace => ({ ...fromPlot(plot, at.x, at.z), y: at.y })

/** How far before a spot one stands, metres, the best first. */
const BEFORE = [1.5, 1.2, 1.9, 0.9, 2.4] as const
/** Directions that are tried around it, of a full turn. */
const AROUND = 24

/**
 * Where one stands to look at a spot: some 1.5 m before it, free, on the side one comes from if one can walk there straight.
 * @param at in the hall
 * @returns the pose, turned to the spot, and whether it is walked to straight; null where nothing around it is free
 */
export function standBefore(
  at: SpotPlace,
  from: Pose,
  walls: readonly Wall[],
): { readonly pose: Pose; readonly straight: boolean } | null {
  const side = Math.atan2(from.x - at.x, from.z - at.z)
  let free: Pose | null = null
  for (const far of BEFORE) {
    for (let i = 0; i < AROUND; i++) {
      // Nearest to one's own side first, left and right in turns.
      const angle = side + (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * ((2 * Math.PI) / AROUND)
      const x = at.x + far * Math.sin(angle)
      const z = at.z + far * Math.cos(angle)
      if (!canStand(x, z, walls) || !seen(at, { x, z }, walls)) continue
      const pose = lookingAt(at, x, z)
      if (isClear(from, pose, walls, floorHeight)) return { pose, straight: true }
      free ??= pose
    }
  }
  return free && { pose: free, straight: false }
}

function lookingAt(at: SpotPlace, x: number, z: number): Pose {
  const y = floorHeight(x, z)
  const far = Math.hypot(at.x - x, at.z - z)
  const pitch = Math.atan2(at.y - y - HALL.eyeHeight, far)
  return { x, y, z, yaw: Math.atan2(x - at.x, z - at.z), pitch: Math.min(0.9, Math.max(-0.9, pitch)) }
}

/** Metres between the points of a line of sight that are tried. */
const SIGHT = 0.08

/** Whether no wall stands between; a wall that the spot is in hides it from no side. */
function seen(at: SpotPlace, from: { readonly x: number; readonly z: number }, walls: readonly Wall[]): boolean {
  const between = walls.filter((wall) => !covers(wall, at.x, at.z))
  const points = Math.ceil(Math.hypot(from.x - at.x, from.z - at.z) / SIGHT)
  for (let i = 1; i < points; i++) {
    const x = at.x + ((from.x - at.x) * i) / points
    const z = at.z + ((from.z - at.z) * i) / points
    if (between.some((wall) => covers(wall, x, z))) return false
  }
  return true
}

/** Whether a wall stands over a point; low round things are looked over. */
const covers = (wall: Wall, x: number, z: number): boolean =>
  wall.kind === 'box' && x > wall.west && x < wall.east && z > wall.north && z < wall.south
