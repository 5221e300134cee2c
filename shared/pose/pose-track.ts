// A buffer of somebody's last poses, played a little late so that the next one has arrived before it is needed.
// Pure and free of allocation once made: written by the receiver, read by the frame. Knows nothing of the wire.

import { angleBetween } from './ease.ts'
import type { Pose } from './pose.ts'

/** A pose that can be written in place. */
export type MutablePose = { -readonly [K in keyof Pose]: Pose[K] }

/** How many intervals the playback runs behind. */
export const PLAYED_BEHIND = 1.5

const KEPT = 8

interface Sample {
  at: number
  snap: number
  readonly pose: MutablePose
}

/** A fresh pose at the origin. */
export const makePose = (): MutablePose => ({ x: 0, y: 0, z: 0, yaw: 0, pitch: 0 })

/** Copies a pose into another, without a new object. */
export function copyPose(from: Pose, to: MutablePose): void {
  to.x = from.x
  to.y = from.y
  to.z = from.z
  to.yaw = from.yaw
  to.pitch = from.pitch
}

/** The track of one figure. All times in milliseconds of one clock. */
export class PoseTrack {
  readonly #ring: Sample[] = Array.from({ length: KEPT }, () => ({ at: 0, snap: 0, pose: makePose() }))
  readonly #interval: number
  #first = 0
  #count = 0

  /** @param interval milliseconds between two poses of a moving figure */
  constructor(interval: number) {
    this.#interval = interval
  }

  /** True once a pose has arrived and until `clear`. */
  get known(): boolean {
    return this.#count > 0
  }

  /** Time of the newest pose, or −∞. */
  get newest(): number {
    return this.#count ? this.#sample(this.#count - 1).at : Number.NEGATIVE_INFINITY
  }

  /** Forgets everything: the figure left. */
  clear(): void {
    this.#count = 0
  }

  /**
   * Takes a pose that holds at `at`. Poses come only on change: after a pause the last one is held until one interval
   * before the new one. What is not newer than the newest is dropped. A changed `snap` means: jump, do not slide.
   * @returns whether it was taken
   */
  push(pose: Pose, snap: number, at: number): boolean {
    if (at <= this.newest) return false
    if (this.#count) {
      const last = this.#sample(this.#count - 1)
      if (at - last.at > 2 * this.#interval) this.#append(last.pose, last.snap, at - this.#interval)
    }
    this.#append(pose, snap, at)
    return true
  }

  /**
   * Writes into `out` the pose that is seen at `now`, i.e. the one of `now − 1.5 intervals`, linear in between, the
   * shorter way round for angles. Never beyond the newest pose.
   * @returns whether the figure is known (out is untouched when not)
   */
  sample(now: number, out: MutablePose): boolean {
    if (!this.#count) return false
    const time = now - PLAYED_BEHIND * this.#interval
    let index = this.#count - 1
    while (index > 0 && this.#sample(index).at > time) index--
    const from = this.#sample(index)
    copyPose(from.pose, out)
    if (index === this.#count - 1 || time <= from.at) return true
    const to = this.#sample(index + 1)
    if (to.snap !== from.snap) return true
    blend(from.pose, to.pose, (time - from.at) / (to.at - from.at), out)
    return true
  }

  /** The snap counter of the pose seen at `now`: it changes in the frame in which a jump is seen. −1 when unknown. */
  snap(now: number): number {
    if (!this.#count) return -1
    const time = now - PLAYED_BEHIND * this.#interval
    let index = this.#count - 1
    while (index > 0 && this.#sample(index).at > time) index--
    return this.#sample(index).snap
  }

  /** Whether the pose seen at `now` is still going to change without a new arrival. */
  moving(now: number): boolean {
    return this.#count > 1 && now - PLAYED_BEHIND * this.#interval < this.newest
  }

  /** The newest pose itself, unplayed: for a new follower's first view. */
  last(out: MutablePose): boolean {
    if (!this.#count) return false
    copyPose(this.#sample(this.#count - 1).pose, out)
    return true
  }

  #sample(index: number): Sample {
    return this.#ring[(this.#first + index) % KEPT] as Sample
  }

  #append(pose: Pose, snap: number, at: number): void {
    if (this.#count === KEPT) this.#first = (this.#first + 1) % KEPT
    else this.#count++
    const slot = this.#sample(this.#count - 1)
    slot.at = at
    slot.snap = snap
    copyPose(pose, slot.pose)
  }
}

function blend(from: Pose, to: Pose, share: number, out: MutablePose): void {
  out.x = from.x + (to.x - from.x) * share
  out.y = from.y + (to.y - from.y) * share
  out.z = from.z + (to.z - from.z) * share
  out.yaw = from.yaw + angleBetween(from.yaw, to.yaw) * share
  out.pitch = from.pitch + (to.pitch - from.pitch) * share
}
