// From where the pictures of a model are taken: at eye height, from the front and both sides, far enough to see it whole, and once
// from near. Pure; nobody sees a booth's back.

import { MODEL_PLACE } from '../../../shared/hall/booth-plan.ts'
import { HALL } from '../../../shared/hall/layout.ts'

type Triple = readonly [x: number, y: number, z: number]

/** Where one stands and looks, metres; the model stands on the origin, its front towards z. */
export interface StillView {
  readonly eye: Triple
  readonly at: Triple
  /** Vertical field of view, degrees. */
  readonly fov: number
}

const FOV = 42
/** Of the picture that the model may fill, from its middle. */
const FILL = 0.94
/** Radians from the front. The first is also the thumbnail's. */
const TURNS = [0.62, 0, -0.62, 1.35, -1.35] as const
/** The near look: so much of the way, and this far from the model's front at least, metres. */
const NEAR = 0.55
const NEAREST = 0.9
const FARTHEST = 60

/**
 * Looks at a model of a size, metres.
 * @param aspect width / height of the pictures
 */
export function stillViews(size: { readonly x: number; readonly y: number; readonly z: number }, aspect: number) {
  const height = HALL.eyeHeight - MODEL_PLACE.y
  const from = (turn: number, distance: number): StillView => ({
    eye: [Math.sin(turn) * distance, height, Math.cos(turn) * distance],
    at: [0, size.y / 2, 0],
    fov: FOV,
  })
  const whole = (turn: number): StillView => {
    let distance = 1
    while (distance < FARTHEST && !fits(from(turn, distance), size, aspect)) distance += 0.1
    return from(turn, distance)
  }
  const around = TURNS.map(whole)
  const front = whole(0).eye[2]
  const near = from(0.25, Math.max(front * NEAR, size.z / 2 + NEAREST))
  return [...around, { ...near, at: [0, Math.min(height, size.y / 2), 0] satisfies Triple }]
}

/** Whether all corners of the box are inside the picture, and before the eye. */
function fits({ eye, at, fov }: StillView, { x, y, z }: { x: number; y: number; z: number }, aspect: number): boolean {
  const ahead = unit([at[0] - eye[0], at[1] - eye[1], at[2] - eye[2]])
  const right = unit([-ahead[2], 0, ahead[0]])
  const up = cross(right, ahead)
  const half = Math.tan((fov * Math.PI) / 360) * FILL
  return [0, 1, 2, 3, 4, 5, 6, 7].every((corner) => {
    const point: Triple = [
      (corner & 1 ? 0.5 : -0.5) * x - eye[0],
      (corner & 2 ? y : 0) - eye[1],
      (corner & 4 ? 0.5 : -0.5) * z - eye[2],
    ]
    const depth = dot(point, ahead)
    return (
      depth > 0.3 && Math.abs(dot(point, up)) <= depth * half && Math.abs(dot(point, right)) <= depth * half * aspect
    )
  })
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const cross = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

function unit(v: Triple): Triple {
  const length = Math.sqrt(dot(v, v))
  return [v[0] / length, v[1] / length, v[2] / length]
}
