// Where everybody is, now: one mutable object, not a store. Receivers write it, frames read it, React never hears of it.
// Own pose is written by the camera and read by net/send-pose. Names and badges are not here (they are props: they change seldom).

import type { Pose } from '../../shared/pose/pose.ts'
import { copyPose, type MutablePose, makePose, PoseTrack } from '../../shared/pose/pose-track.ts'
import { TICK_HZ } from '../../shared/protocol/hot.ts'

const INTERVAL = 1000 / TICK_HZ
/** How many handles of those who left are remembered, so that a late packet can't bring one back. */
const REMEMBERED = 512
/** Share of the way by which a worse (later) tick moves the estimate: follows a drifting clock, ignores single late ticks. */
const DRIFT = 0.02

/** One seen figure: its track, and what was last drawn (kept between frames by the people layer). */
export interface LiveFigure {
  readonly handle: number
  readonly track: PoseTrack
  readonly shown: MutablePose
}

export class LivePoses {
  /** Own pose; mutated in place. */
  readonly own: MutablePose = makePose()
  /** Rises with each jump (fade, gather, restore), 0–255: others then do not slide. */
  ownSnap = 0
  /** Rises each time `own` changed; send-pose compares it with what it sent. */
  ownVersion = 0
  /** The leading guide's track; cleared when the session ends or the lead changes hands. */
  readonly guide = new PoseTrack(INTERVAL)
  /** Handle of the guide's figure: not drawn for who follows from the guide's own eyes. 0 = none. */
  guideHandle = 0
  /** Own figure's handle: never among the others. 0 = not told yet. */
  #ownHandle = 0
  /** Rises with each entry into the hall: the server has made a figure that stands nowhere yet. */
  entries = 0
  /** Others by handle. */
  readonly figures = new Map<number, LiveFigure>()
  /** Wakes the canvas; set by the hall while it is mounted. */
  onChange: (() => void) | null = null

  #offset: number | null = null
  #at = 0
  readonly #gone: number[] = []

  /**
   * A tick frame arrived: gives every pose of it one time on the local clock, free of the network's jitter.
   * @param tick the server's running number, `TICK_HZ` a second
   * @param arrived performance.now() at arrival
   */
  beginTick(tick: number, arrived: number): void {
    const offset = arrived - tick * INTERVAL
    if (this.#offset === null || offset < this.#offset || offset > this.#offset + 2000) this.#offset = offset
    else this.#offset += (offset - this.#offset) * DRIFT
    this.#at = tick * INTERVAL + this.#offset
    this.onChange?.()
  }

  /** The guide's pose of this tick. */
  pushGuide(pose: Pose, snap: number): void {
    this.guide.push(pose, snap, this.#at)
  }

  get ownHandle(): number {
    return this.#ownHandle
  }

  /** Told at each entry. Frames that came before may have brought the own figure: it goes. */
  set ownHandle(handle: number) {
    this.#ownHandle = handle
    this.entries++
    this.hide(handle)
  }

  /** Another figure's pose of this tick. One who left is not brought back; oneself is nobody else. */
  pushFigure(handle: number, pose: Pose, snap: number): void {
    if (handle === this.#ownHandle || this.#gone.includes(handle)) return
    let figure = this.figures.get(handle)
    if (!figure) {
      figure = { handle, track: new PoseTrack(INTERVAL), shown: makePose() }
      this.figures.set(handle, figure)
    }
    figure.track.push(pose, snap, this.#at)
  }

  /** Somebody left the hall for good (a handle is never used again). */
  leave(handle: number): void {
    this.hide(handle)
    this.#gone.push(handle)
    if (this.#gone.length > REMEMBERED) this.#gone.shift()
  }

  /** A figure is no longer among the nearest; it may come again. */
  hide(handle: number): void {
    if (this.figures.delete(handle)) this.onChange?.()
  }

  /** The line was lost or made new: nobody is known, the next ticks count anew. */
  clear(): void {
    this.figures.clear()
    this.guide.clear()
    this.#offset = null
    this.onChange?.()
  }

  /** Own pose after a frame or a jump. `jumped` raises the snap counter. */
  setOwn(pose: Pose, jumped: boolean): void {
    copyPose(pose, this.own)
    if (jumped) this.ownSnap = (this.ownSnap + 1) & 255
    this.ownVersion++
  }
}
