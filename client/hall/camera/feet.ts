// One frame of walking: keys, stick or the spot one clicked on → a displacement → shared/hall/walk → the new place.
// Pure but for the view it writes; no three, no React.

import { type Wall, walk } from '../../../shared/hall/walk.ts'
import { floorHeight } from '../../../shared/hall/walls.ts'
import { ease } from '../../../shared/pose/ease.ts'
import type { MutablePose } from '../../../shared/pose/pose-track.ts'
import type { Intent } from '../input/intent.ts'

const FAST = 1.8
/** So near counts as there, metres. */
const ARRIVED = 0.08
/** Walking to a spot gives up after so long without getting nearer, seconds. */
const PATIENCE = 0.35
/** How quickly feet start and stop, per second. */
const PICK_UP = 12

export class Feet {
  #velocityX = 0
  #velocityZ = 0
  #stuck = 0

  /** True while the visitor still moves after the keys were let go. */
  get moving(): boolean {
    return this.#velocityX !== 0 || this.#velocityZ !== 0
  }

  /** Stands still at once: a jump. */
  halt(): void {
    this.#velocityX = this.#velocityZ = 0
    this.#stuck = 0
  }

  /**
   * Walks for `dt` seconds at `speed` m/s.
   * @returns whether the place changed
   */
  step(view: MutablePose, intent: Intent, walls: readonly Wall[], speed: number, dt: number): boolean {
    const want = wanted(view, intent)
    const pace = speed * (intent.fast ? FAST : 1)
    this.#velocityX = settle(ease(this.#velocityX, want.x * pace, PICK_UP, dt))
    this.#velocityZ = settle(ease(this.#velocityZ, want.z * pace, PICK_UP, dt))
    if (!this.moving) return false
    const distance = intent.hasTarget ? Math.hypot(intent.target.x - view.x, intent.target.z - view.z) : 0
    const moved = walk(view, this.#velocityX * dt, this.#velocityZ * dt, walls, floorHeight)
    const height = floorHeight(view.x, view.z)
    view.y = Math.abs(view.y - height) < 0.002 ? height : ease(view.y, height, 10, dt)
    if (intent.hasTarget) this.#arrive(view, intent, distance, dt)
    return moved > 1e-6 || view.y !== height
  }

  #arrive(view: MutablePose, intent: Intent, before: number, dt: number): void {
    const left = Math.hypot(intent.target.x - view.x, intent.target.z - view.z)
    this.#stuck = before - left < 0.1 * dt ? this.#stuck + dt : 0
    if (left > ARRIVED && this.#stuck < PATIENCE) return
    intent.hasTarget = false
    this.halt()
  }
}

const wish = { x: 0, z: 0 }

/** The wished direction, length 0 … 1, in hall coordinates. Keys win over a clicked spot. */
function wanted(view: MutablePose, intent: Intent): { x: number; z: number } {
  const forward = intent.forward + intent.stickForward
  const right = intent.right + intent.stickRight
  if (forward !== 0 || right !== 0) intent.hasTarget = false
  if (intent.hasTarget) {
    const dx = intent.target.x - view.x
    const dz = intent.target.z - view.z
    const distance = Math.hypot(dx, dz)
    const slow = Math.min(1, 0.25 + distance / 0.6) / (distance || 1)
    wish.x = dx * slow
    wish.z = dz * slow
    return wish
  }
  const scale = 1 / Math.max(1, Math.hypot(forward, right))
  const sin = Math.sin(view.yaw)
  const cos = Math.cos(view.yaw)
  wish.x = (-sin * forward + cos * right) * scale
  wish.z = (-cos * forward - sin * right) * scale
  return wish
}

const settle = (value: number) => (Math.abs(value) < 0.02 ? 0 : value)
