// Turning and tilting the gaze by one frame's intent. Pure; the same for walking and following.

import { easeAngle } from '../../../shared/pose/ease.ts'
import type { MutablePose } from '../../../shared/pose/pose-track.ts'
import type { Intent } from '../input/intent.ts'

const TURN_RATE = 1.9
const PITCH_RATE = 1.1
/** Radians a snap turns. */
export const SNAP = Math.PI / 6
const STEEPEST = 1.2
/** How quickly the gaze turns to what is walked to, per second, and how near counts as there, radians. */
const FACE_RATE = 4
const FACED = 0.005

/** Applies and empties what was gathered since the last frame. `dt` in seconds. Returns whether the gaze moved. */
export function turnGaze(view: MutablePose, intent: Intent, dt: number): boolean {
  const yaw = intent.dragYaw + intent.snaps * SNAP + (intent.turn + intent.stickTurn) * TURN_RATE * dt
  const pitch = intent.dragPitch + (intent.pitch + intent.stickPitch) * PITCH_RATE * dt
  intent.dragYaw = intent.dragPitch = intent.snaps = 0
  if (yaw === 0 && pitch === 0) return intent.hasFace && turnToFace(view, intent, dt)
  intent.hasFace = false
  view.yaw += yaw
  view.pitch = Math.min(STEEPEST, Math.max(-STEEPEST, view.pitch + pitch))
  return true
}

function turnToFace(view: MutablePose, intent: Intent, dt: number): boolean {
  const { face } = intent
  // Who walks by keys has left the way to what was to be looked at.
  if (intent.forward !== 0 || intent.right !== 0 || intent.stickForward !== 0 || intent.stickRight !== 0) {
    intent.hasFace = false
    return false
  }
  view.yaw = easeAngle(view.yaw, face.yaw, FACE_RATE, dt)
  view.pitch = easeAngle(view.pitch, face.pitch, FACE_RATE, dt)
  const left = Math.abs(Math.sin((view.yaw - face.yaw) / 2)) + Math.abs(view.pitch - face.pitch)
  if (left < FACED) intent.hasFace = false
  return true
}
