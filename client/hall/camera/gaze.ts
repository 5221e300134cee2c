// Turning and tilting the gaze by one frame's intent. Pure; the same for walking and following.

import type { MutablePose } from '../../../shared/pose/pose-track.ts'
import type { Intent } from '../input/intent.ts'

const TURN_RATE = 1.9
const PITCH_RATE = 1.1
/** Radians a snap turns. */
export const SNAP = Math.PI / 6
const STEEPEST = 1.2

/** Applies and empties what was gathered since the last frame. `dt` in seconds. Returns whether the gaze moved. */
export function turnGaze(view: MutablePose, intent: Intent, dt: number): boolean {
  const yaw = intent.dragYaw + intent.snaps * SNAP + (intent.turn + intent.stickTurn) * TURN_RATE * dt
  const pitch = intent.dragPitch + (intent.pitch + intent.stickPitch) * PITCH_RATE * dt
  intent.dragYaw = intent.dragPitch = intent.snaps = 0
  if (yaw === 0 && pitch === 0) return false
  view.yaw += yaw
  view.pitch = Math.min(STEEPEST, Math.max(-STEEPEST, view.pitch + pitch))
  return true
}
