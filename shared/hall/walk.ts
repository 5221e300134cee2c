// Moving a person over the floor: a displacement in, a place outside every wall out, sliding along what stands in the way.
// Pure and free of allocation. Knows shapes only; what stands where is in walls.ts, how fast one goes is the caller's.

import { HALL } from './layout.ts'

/** An upright box, axis aligned, or an upright cylinder. Both reach from the floor to above the head. Metres. */
export type Wall =
  | {
      readonly kind: 'box'
      readonly west: number
      readonly east: number
      readonly north: number
      readonly south: number
    }
  | { readonly kind: 'round'; readonly x: number; readonly z: number; readonly radius: number }

/** Half the width one takes up, metres. */
export const BODY = 0.28

/** What one can step up or down, metres. */
export const STEP = 0.3

/** No piece of a way is longer than this, so that the thinnest wall (two bodies wide to the centre) is never jumped. */
const PIECE = 0.12

/** Times a place is pushed out of all walls before it counts as stuck. */
const PUSHES = 3

export interface Place {
  x: number
  z: number
}

/** The floor's height at a spot, metres. */
export type FloorHeight = (x: number, z: number) => number

const flat: FloorHeight = () => 0
const trial: Place = { x: 0, z: 0 }

/** Whether a body can stand here: inside the hall, clear of all walls. */
export function canStand(x: number, z: number, walls: readonly Wall[], slack = 1e-6): boolean {
  const reach = BODY - slack
  if (x < HALL.west + reach || x > HALL.east - reach || z < HALL.north + reach || z > HALL.south - reach) return false
  for (const wall of walls) if (overlaps(wall, x, z, reach)) return false
  return true
}

/**
 * Moves `place` by (dx, dz) metres in pieces, sliding along walls. Whatever the length, no wall is crossed; from a free
 * place one always ends on a free place. NaN and infinite displacements move nothing.
 * @returns metres really moved, as the crow flies
 */
export function walk(place: Place, dx: number, dz: number, walls: readonly Wall[], height: FloorHeight = flat): number {
  const length = Math.hypot(dx, dz)
  if (!Number.isFinite(length) || length === 0) return 0
  const fromX = place.x
  const fromZ = place.z
  const pieces = Math.min(Math.ceil(length / PIECE), 4000)
  const share = Math.min(1 / pieces, PIECE / length)
  for (let piece = 0; piece < pieces; piece++) {
    if (!stepOnce(place, dx * share, dz * share, walls, height)) break
  }
  return Math.hypot(place.x - fromX, place.z - fromZ)
}

/** Whether a body walks straight from one place to the other without touching anything. */
export function isClear(from: Place, to: Place, walls: readonly Wall[], height: FloorHeight = flat): boolean {
  const length = Math.hypot(to.x - from.x, to.z - from.z)
  const pieces = Math.max(1, Math.ceil(length / PIECE))
  let level = height(from.x, from.z)
  for (let piece = 1; piece <= pieces; piece++) {
    const x = from.x + ((to.x - from.x) * piece) / pieces
    const z = from.z + ((to.z - from.z) * piece) / pieces
    const next = height(x, z)
    if (Math.abs(next - level) > STEP || !canStand(x, z, walls)) return false
    level = next
  }
  return true
}

function stepOnce(place: Place, dx: number, dz: number, walls: readonly Wall[], height: FloorHeight): boolean {
  if (settle(place, dx, dz, walls, height)) return true
  // Edges of a platform do not push: slide along one axis instead.
  return settle(place, dx, 0, walls, height) || settle(place, 0, dz, walls, height)
}

function settle(place: Place, dx: number, dz: number, walls: readonly Wall[], height: FloorHeight): boolean {
  trial.x = clamp(place.x + dx, HALL.west + BODY, HALL.east - BODY)
  trial.z = clamp(place.z + dz, HALL.north + BODY, HALL.south - BODY)
  for (let push = 0; push < PUSHES; push++) {
    let touched = false
    for (const wall of walls) if (pushOut(wall, trial)) touched = true
    if (!touched) break
  }
  if (trial.x === place.x && trial.z === place.z) return false
  if (Math.hypot(trial.x - place.x, trial.z - place.z) > 2 * PIECE) return false
  if (!canStand(trial.x, trial.z, walls)) return false
  if (Math.abs(height(trial.x, trial.z) - height(place.x, place.z)) > STEP) return false
  place.x = trial.x
  place.z = trial.z
  return true
}

function overlaps(wall: Wall, x: number, z: number, reach: number): boolean {
  if (wall.kind === 'round') {
    const dx = x - wall.x
    const dz = z - wall.z
    const sum = wall.radius + reach
    return dx * dx + dz * dz < sum * sum
  }
  const dx = x - clamp(x, wall.west, wall.east)
  const dz = z - clamp(z, wall.north, wall.south)
  return dx * dx + dz * dz < reach * reach
}

function pushOut(wall: Wall, place: Place): boolean {
  if (!overlaps(wall, place.x, place.z, BODY)) return false
  if (wall.kind === 'round') {
    pushFrom(place, wall.x, wall.z, wall.radius + BODY)
    return true
  }
  const nearX = clamp(place.x, wall.west, wall.east)
  const nearZ = clamp(place.z, wall.north, wall.south)
  if (nearX !== place.x || nearZ !== place.z) pushFrom(place, nearX, nearZ, BODY)
  else pushFromInside(wall, place)
  return true
}

function pushFrom(place: Place, x: number, z: number, distance: number): void {
  const dx = place.x - x
  const dz = place.z - z
  const now = Math.hypot(dx, dz) || 1e-9
  const scale = (distance + 1e-7) / now
  place.x = x + dx * scale
  place.z = z + dz * scale
}

function pushFromInside(wall: Extract<Wall, { kind: 'box' }>, place: Place): void {
  const west = place.x - wall.west
  const east = wall.east - place.x
  const north = place.z - wall.north
  const south = wall.south - place.z
  const least = Math.min(west, east, north, south)
  if (least === west) place.x = wall.west - BODY
  else if (least === east) place.x = wall.east + BODY
  else if (least === north) place.z = wall.north - BODY
  else place.z = wall.south + BODY
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
