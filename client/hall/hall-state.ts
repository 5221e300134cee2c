// What the parts of one mounted hall share and write in place: intent, view, walls, the fade. No React state, no three objects.

import type { Wall } from '../../shared/hall/walk.ts'
import { hallWalls } from '../../shared/hall/walls.ts'
import { soundPose } from '../../shared/hall/where.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import { copyPose, type MutablePose, makePose } from '../../shared/pose/pose-track.ts'
import type { LivePoses } from '../state/live-poses.ts'
import { Intent } from './input/intent.ts'
import { FIELD_OF_VIEW } from './input/lens.ts'

/** Milliseconds a fade takes each way; hall.module.css has the same. */
const FADE_MS = 180

export class HallState {
  readonly live: LivePoses
  readonly intent = new Intent()
  /** Eye: place of the feet and gaze. Written by the walk or by following, read by the camera. */
  readonly view: MutablePose = makePose()
  /** Vertical field of view, degrees; two fingers make it smaller, a jump puts the ordinary lens back. */
  fov = FIELD_OF_VIEW
  walls: readonly Wall[] = hallWalls(new Set())
  /** The spot last told. */
  spot = ''
  /** Fiber's own request for a frame; set by the canvas. */
  invalidate: () => void = () => {}
  /** The frame before asked for this one: its time is a frame's time, not a pause. */
  continuous = false
  /** Covers the picture; set by the DOM around the canvas. */
  setFade: (opacity: number) => void = () => {}
  /** True while the picture is covered: no own steps meanwhile. */
  fading = false
  reducedMotion = false
  #inFrame = false
  #askedInFrame = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(live: LivePoses, start: Pose) {
    this.live = live
    this.place(start)
  }

  /** Asks for one more frame. */
  readonly wake = (): void => {
    if (this.#inFrame) this.#askedInFrame = true
    this.invalidate()
  }

  /** First thing in a frame. */
  beginFrame(): void {
    this.continuous = this.#askedInFrame
    this.#askedInFrame = false
    this.#inFrame = true
  }

  /** Last thing in a frame. */
  endFrame(): void {
    this.#inFrame = false
  }

  /** Puts the visitor somewhere at once. */
  place(pose: Pose): void {
    copyPose(soundPose(pose), this.view)
    this.fov = FIELD_OF_VIEW
    this.intent.stop()
    this.live.setOwn(this.view, true)
    this.wake()
  }

  /** Puts the visitor somewhere behind a short fade; no flight. */
  fadeTo(pose: Pose): void {
    clearTimeout(this.#timer)
    this.intent.stop()
    if (this.reducedMotion) {
      this.place(pose)
      return
    }
    this.fading = true
    this.setFade(1)
    this.#timer = setTimeout(() => {
      this.place(pose)
      this.#timer = setTimeout(() => {
        this.fading = false
        this.setFade(0)
        this.wake()
      }, FADE_MS)
    }, FADE_MS)
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }
}
