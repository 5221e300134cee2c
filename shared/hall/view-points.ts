// Ten fixed places to look from: pictures, benches and tests all use these. 1–4 are those of the design's pictures.

import type { Pose } from '../pose/pose.ts'
import { HALL } from './layout.ts'

export interface ViewPoint {
  readonly id: string
  readonly pose: Pose
}

type Spot = readonly [x: number, y: number, z: number]

/** The pose that looks from one point (its y is the eye's) at another. */
export function lookFrom(eye: Spot, at: Spot): Pose {
  const dx = at[0] - eye[0]
  const dz = at[2] - eye[2]
  return {
    x: eye[0],
    y: eye[1] - HALL.eyeHeight,
    z: eye[2],
    yaw: Math.atan2(-dx, -dz),
    pitch: Math.atan2(at[1] - eye[1], Math.hypot(dx, dz)),
  }
}

const view = (id: string, eye: Spot, at: Spot): ViewPoint => ({ id, pose: lookFrom(eye, at) })

export const VIEW_POINTS: readonly ViewPoint[] = [
  view('nave-from-west', [-33.5, 1.65, 2.6], [0, 2.0, -1.2]),
  view('heze-from-nave', [-15.2, 1.65, -1.2], [-7.9, 1.75, -9.2]),
  view('inside-heze', [-10.6, 1.65, -8.0], [-9.0, 1.4, -12.6]),
  view('stage-and-sea', [22.5, 1.65, 3.2], [46, 2.3, -0.6]),
  view('nave-from-east', [14.5, 1.65, 2.6], [-10, 1.7, -3.4]),
  view('weifang-from-nave', [-3.4, 1.65, 1.4], [1.6, 1.7, 8.4]),
  view('reception', [-40, 1.65, -7], [-48, 2.2, 2]),
  view('south-aisle', [-31, 1.65, 15.8], [-5, 1.8, 17]),
  view('dongying-to-zibo', [0.5, 1.65, -0.5], [7, 1.8, -8]),
  view('north-west-corner', [-33.5, 1.65, -15.6], [-27, 1.9, -22]),
]

/** A walk along the ribbon past all cities, for the bench: from and to, metres, within one zone; seconds. */
export const RIBBON_WALK = { fromX: -33.5, toX: 25.5, seconds: 28 } as const
