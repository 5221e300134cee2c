// The lamps of the hall: spots over every booth, stage, rooms and record wall, and the lit ceiling as a formula.
// "1.0" of light is the irradiance/π under which a white wall is just white. Values were found by looking.

import { PLINTH, PORTAL, TABLE } from '../../../shared/hall/booth-plan.ts'
import { GLASS_ROOMS } from '../../../shared/hall/hall-plan.ts'
import { fromPlot, HALL, PLOTS, type Plot } from '../../../shared/hall/layout.ts'
import type { Vec3 } from '../kit/material.ts'

export interface Spot {
  readonly from: Vec3
  readonly to: Vec3
  /** Light on the target, square on. */
  readonly strength: number
  /** Half angles of the cone, radians: full light inside the first, none outside the second. */
  readonly inner: number
  readonly outer: number
  /** Radius of the disc it shines from, metres. */
  readonly radius: number
  readonly colour: Vec3
}

const WARM: Vec3 = [1, 0.945, 0.865]
const STAGE_LIGHT: Vec3 = [1, 0.945, 0.87]

/** Above this height a ray meets the ceiling, metres. */
export const CEILING_HEIGHT = 7.6
export const CEILING_COLOUR: Vec3 = [1, 0.972, 0.93]

const bell = (x: number, width: number) => Math.exp(-((x / width) ** 2))

/** What the ceiling sends down at (x, z) into a direction with upward part `rise` (0 … 1). */
export function ceilingLight(x: number, z: number, rise: number): number {
  const rows = bell(Math.abs(z) - 9.4, 5) + bell(Math.abs(z) - 22.5, 5)
  const cove = Math.exp(-((HALL.south - Math.abs(z)) ** 2) / 6.8) + Math.exp(-((x - HALL.west) ** 2) / 6.8)
  return (0.66 + 0.32 * rows + 0.04 * Math.exp((-z * z) / 30) + 1.1 * cove) * (0.5 + 0.5 * rise)
}

/** All spots of the hall. */
export function lamps(): Spot[] {
  return [...PLOTS.flatMap(boothLamps), ...houseLamps()]
}

function boothLamps(plot: Plot): Spot[] {
  const spot = (p: Vec3, t: Vec3, strength: number, inner: number, outer: number): Spot => {
    const [from, to] = [fromPlot(plot, p[0], p[2]), fromPlot(plot, t[0], t[2])]
    return { from: [from.x, p[1], from.z], to: [to.x, t[1], to.z], strength, inner, outer, radius: 0.2, colour: WARM }
  }
  const { x: ex, z: ez } = PLINTH
  return [
    spot([ex - 0.9, 6.9, ez + 2.6], [ex, 1.5, ez], 1.6, 0.1, 0.3),
    spot([ex + 1.2, 6.9, ez - 1.6], [ex, 1.3, ez], 0.77, 0.12, 0.3),
    spot([-1.35, 6.6, 0.2], [-1.4, 1.5, -3.1], 0.87, 0.16, 0.42),
    spot([0.85, 6.6, 0.2], [0.75, 1.5, -3.1], 0.87, 0.16, 0.42),
    spot([TABLE.x, 6.9, TABLE.z + 0.8], [TABLE.x, 0.5, TABLE.z], 0.77, 0.12, 0.36),
    spot([PORTAL.x, 6.9, 5.4], [PORTAL.x, 3.5, 3.3], 0.59, 0.2, 0.42),
  ]
}

function houseLamps(): Spot[] {
  const stage = [-4.5, 0, 4.5].map(
    (z): Spot => ({
      from: [38, 7, z],
      to: [43, 0.5, z],
      strength: 0.95,
      inner: 0.15,
      outer: 0.35,
      radius: 0.2,
      colour: STAGE_LIGHT,
    }),
  )
  const record = [-6, -2, 2, 6].map(
    (z): Spot => ({
      from: [-45, 7, z],
      to: [-48.2, 2.6, z],
      strength: 1,
      inner: 0.2,
      outer: 0.42,
      radius: 0.2,
      colour: STAGE_LIGHT,
    }),
  )
  const rooms = GLASS_ROOMS.map(
    ({ x, z }): Spot => ({
      from: [x, 2.95, z],
      to: [x, 0.7, z],
      strength: 1.5,
      inner: 0.6,
      outer: 1.2,
      radius: 0.3,
      colour: WARM,
    }),
  )
  const map: Spot = {
    from: [-42.5, 7, 14.5],
    to: [-42.5, 0.6, 16],
    strength: 1,
    inner: 0.3,
    outer: 0.5,
    radius: 0.2,
    colour: WARM,
  }
  const lounge: Spot = {
    from: [-42.5, 7, -15],
    to: [-42.5, 0.3, -16],
    strength: 0.8,
    inner: 0.25,
    outer: 0.45,
    radius: 0.2,
    colour: WARM,
  }
  return [...stage, ...record, ...rooms, map, lounge]
}
