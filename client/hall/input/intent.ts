// What the visitor wants, gathered from keys, pointer, touch and gamepad between two frames; read and emptied by the walk.

import type { Pose } from '../../../shared/pose/pose.ts'

export class Intent {
  /** Held keys: −1 … 1. Forward, to the right, turning left, looking up. */
  forward = 0
  right = 0
  turn = 0
  pitch = 0
  fast = false
  /** From the stick on touch screens and from a gamepad; added to the keys. */
  stickForward = 0
  stickRight = 0
  stickTurn = 0
  stickPitch = 0
  /** Radians to turn and tilt since the last frame, from dragging. */
  dragYaw = 0
  dragPitch = 0
  /** Whole snaps to turn, positive to the left. */
  snaps = 0
  /** Where a click wants one to walk. */
  readonly target = { x: 0, z: 0 }
  hasTarget = false
  /** What the gaze turns to by itself, radians, until one looks or walks oneself. */
  readonly face = { yaw: 0, pitch: 0 }
  hasFace = false

  /** Whether anything wants the feet to move: breaks following. */
  get wantsToWalk(): boolean {
    return this.hasTarget || this.forward !== 0 || this.right !== 0 || this.stickForward !== 0 || this.stickRight !== 0
  }

  /** Whether anything at all wants another frame. */
  get active(): boolean {
    return this.wantsToWalk || this.wantsToLook || this.hasFace
  }

  /** Whether the gaze wants to move. */
  get wantsToLook(): boolean {
    return (
      this.turn !== 0 ||
      this.pitch !== 0 ||
      this.stickTurn !== 0 ||
      this.stickPitch !== 0 ||
      this.dragYaw !== 0 ||
      this.dragPitch !== 0 ||
      this.snaps !== 0
    )
  }

  /** Walk to a spot on the floor. */
  walkTo(x: number, z: number): void {
    this.target.x = x
    this.target.z = z
    this.hasTarget = true
    this.hasFace = false
  }

  /** Walk to a place and turn to where it looks. */
  walkAndFace(pose: Pose): void {
    this.walkTo(pose.x, pose.z)
    this.face.yaw = pose.yaw
    this.face.pitch = pose.pitch
    this.hasFace = true
  }

  /** Lets go of everything: focus lost, a jump, the hall covered. */
  stop(): void {
    this.forward = this.right = this.turn = this.pitch = 0
    this.stickForward = this.stickRight = this.stickTurn = this.stickPitch = 0
    this.dragYaw = this.dragPitch = this.snaps = 0
    this.fast = false
    this.hasTarget = this.hasFace = false
  }
}
