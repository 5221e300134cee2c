// Where one looks at one's booth from, and what a pointer on that picture means for the model. Pure; the same lens as the camera's.

import type { BoothModel, ModelPlace } from '../../../shared/booth/booth.ts'
import { APPROACH_SPOT, MODEL_PLACE, VISIT_SPOT, yawFromPlot } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, HALL, type Plot } from '../../../shared/hall/layout.ts'
import { floorHeight } from '../../../shared/hall/walls.ts'
import type { Pose } from '../../../shared/pose/pose.ts'
import type { Ray } from '../../hall/booth/pick.ts'
import { FIELD_OF_VIEW } from '../../hall/input/lens.ts'

export const LOOKS = ['front', 'above', 'walk'] as const
export type Look = (typeof LOOKS)[number]

export interface View {
  readonly pose: Pose
  /** Vertical field of view in a picture that is wide enough, degrees. */
  readonly fov: number
  /** What is nearer to the eye is left out, metres: from above, the ceiling. */
  readonly near: number
}

/** Height of the eye over the floor when one looks from above, and of what hangs from the ceiling, metres. */
const HIGH = 19
const CEILING = 6.3
/** How far before the booth's middle one stands on the aisle, metres. */
const AISLE = 8.4

/** Where one begins to look. */
export function viewOf(plot: Plot, look: Look): View {
  if (look === 'above') {
    const at = fromPlot(plot, 0, 0.3)
    const pose = { ...at, y: HIGH - HALL.eyeHeight, yaw: plot.yaw, pitch: -Math.PI / 2 }
    return { pose, fov: 27, near: HIGH - CEILING }
  }
  const spot = look === 'front' ? { x: APPROACH_SPOT.x, z: AISLE, yaw: 0 } : VISIT_SPOT
  const at = fromPlot(plot, spot.x, spot.z)
  const pose = {
    ...at,
    y: floorHeight(at.x, at.z),
    yaw: yawFromPlot(plot, spot.yaw),
    pitch: look === 'front' ? 0.07 : 0,
  }
  return { pose, fov: FIELD_OF_VIEW, near: 0.1 }
}

/** The middle of a model's floor in the hall, metres. */
export function middleOf(
  plot: Plot,
  { x, z }: Pick<ModelPlace, 'x' | 'z'>,
): { readonly x: number; readonly z: number } {
  const at = fromPlot(plot, MODEL_PLACE.x, MODEL_PLACE.z)
  const cos = Math.cos(plot.yaw)
  const sin = Math.sin(plot.yaw)
  return { x: at.x + x * cos + z * sin, z: at.z - x * sin + z * cos }
}

/**
 * Where a point is seen in the picture: across 0 left … 1 right, down 0 top … 1 bottom; null for one behind the eye.
 * @param at metres in the hall
 * @param aspect width / height
 * @param fov the lens, vertically, degrees
 */
export function seenAt(
  view: Pose,
  at: { readonly x: number; readonly y: number; readonly z: number },
  aspect: number,
  fov: number,
): { readonly u: number; readonly v: number } | null {
  const [dx, dy, dz] = [at.x - view.x, at.y - view.y - HALL.eyeHeight, at.z - view.z]
  const right = dx * Math.cos(view.yaw) - dz * Math.sin(view.yaw)
  const level = -dx * Math.sin(view.yaw) - dz * Math.cos(view.yaw)
  const ahead = level * Math.cos(view.pitch) + dy * Math.sin(view.pitch)
  const up = dy * Math.cos(view.pitch) - level * Math.sin(view.pitch)
  if (ahead < 0.1) return null
  const half = Math.tan((fov * Math.PI) / 360) * ahead
  return { u: 0.5 + right / (2 * half * aspect), v: 0.5 - up / (2 * half) }
}

/** How far before a model its handle for turning lies, metres. */
const HANDLE = 0.45

/** Where one takes hold of a model to turn it: on the floor before its front. */
export function handleOf(
  plot: Plot,
  size: BoothModel['size'],
  place: ModelPlace,
): { readonly x: number; readonly y: number; readonly z: number } {
  const out = (size.z * place.scale) / 2 + HANDLE
  const { x, z } = { x: place.x + out * Math.sin(place.yaw), z: place.z + out * Math.cos(place.yaw) }
  return { ...middleOf(plot, { x, z }), y: MODEL_PLACE.y }
}

/** The turn at which the handle lies under the pointer: `right` and `down` from the model's middle, pixels. */
export const turnedTo = (look: Look, right: number, down: number): number =>
  Math.atan2(right, down * (look === 'above' ? 1 : FORESHORTENED))

/** Metres around a model that still take hold of it. */
const GRIP = 0.2

/** Whether a ray through the picture meets the model's box as it stands. */
export function meetsModel(ray: Ray, plot: Plot, size: BoothModel['size'], place: ModelPlace): boolean {
  const middle = middleOf(plot, place)
  const yaw = plot.yaw + place.yaw
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  const dx = ray.x - middle.x
  const dz = ray.z - middle.z
  const half = { x: (size.x * place.scale) / 2 + GRIP, z: (size.z * place.scale) / 2 + GRIP }
  let from = 0
  let to = Number.POSITIVE_INFINITY
  for (const [o, d, low, high] of [
    [dx * cos - dz * sin, ray.dx * cos - ray.dz * sin, -half.x, half.x],
    [ray.y - MODEL_PLACE.y, ray.dy, -GRIP, size.y * place.scale + GRIP],
    [dx * sin + dz * cos, ray.dx * sin + ray.dz * cos, -half.z, half.z],
  ] as const) {
    const a = (low - o) / d
    const b = (high - o) / d
    from = Math.max(from, Math.min(a, b))
    to = Math.min(to, Math.max(a, b))
  }
  return to >= from
}

/** Seen from the front, up and down the picture stands for far and near: a longer way than it looks. */
const FORESHORTENED = 2.4

/**
 * How far a pointer's way over the picture moves the model on its floor.
 * @param right, down pixels
 * @param height of the picture, pixels
 * @param fov the lens, vertically, degrees
 */
export function draggedBy(
  look: Look,
  plot: Plot,
  place: Pick<ModelPlace, 'x' | 'z'>,
  { right, down, height, fov }: { right: number; down: number; height: number; fov: number },
): { readonly x: number; readonly z: number } {
  const { pose } = viewOf(plot, look)
  const middle = middleOf(plot, place)
  const distance = look === 'above' ? HIGH - 1 : Math.hypot(middle.x - pose.x, middle.z - pose.z)
  const metres = (2 * distance * Math.tan((fov * Math.PI) / 360)) / Math.max(1, height)
  return { x: right * metres, z: down * metres * (look === 'above' ? 1 : FORESHORTENED) }
}
