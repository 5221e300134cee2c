// The ray from the eye through a point of the picture. Pure: the same lens as the camera's, without the camera.

import type { Pose } from '../../../shared/pose/pose.ts'
import type { Ray } from '../booth/pick.ts'

/**
 * @param eye height of the eye, metres
 * @param u across the picture, 0 left … 1 right
 * @param v down the picture, 0 top … 1 bottom
 * @param aspect width / height
 * @param fov vertical field of view, degrees
 */
export function rayThrough(view: Pose, eye: number, u: number, v: number, aspect: number, fov: number): Ray {
  const half = Math.tan((fov * Math.PI) / 360)
  const right = (2 * u - 1) * half * aspect
  const up = (1 - 2 * v) * half
  const cosPitch = Math.cos(view.pitch)
  const sinPitch = Math.sin(view.pitch)
  // In the frame turned by yaw only: x right, y up, z backwards.
  const y = up * cosPitch + sinPitch
  const back = up * sinPitch - cosPitch
  const cosYaw = Math.cos(view.yaw)
  const sinYaw = Math.sin(view.yaw)
  const dx = right * cosYaw + back * sinYaw
  const dz = -right * sinYaw + back * cosYaw
  const length = Math.hypot(dx, y, dz)
  return { x: view.x, y: eye, z: view.z, dx: dx / length, dy: y / length, dz: dz / length }
}
