// The pose of whoever leads a session, for those who follow: kept as due, newest wins, sent with the next tick.
// Who may lead is the session's business.

import type { Pose } from '../../shared/pose/pose.ts'
import { copyPose, makePose } from '../../shared/pose/pose-track.ts'
import { LEAD_BYTES, writeLead } from '../../shared/pose/tick-frame.ts'
import { cellAt } from './figure.ts'
import type { HotFrame } from './line.ts'

/** A tour's or show's lead, by the session's key. */
export class Lead {
  readonly #last = makePose()
  /** Packed, as it is sent. */
  readonly section = new Uint8Array(LEAD_BYTES)
  /** Frames of this tick by cell: what changed, and everything. */
  readonly changes = new Map<number, HotFrame | null>()
  readonly wholes = new Map<number, HotFrame>()
  /** The leading line's own figure, not drawn for followers; 0: none. */
  handle = 0
  /** False until a pose has come. */
  known = false
  cell = -1
  /** Tick that the frames belong to, and whether the pose was new in it. */
  packed = -1
  moved = false
  #fresh = false
  readonly #onKnown: () => void

  /** @param onKnown called when a pose comes and none was known: followers stand by their own cells until then */
  constructor(onKnown: () => void = () => undefined) {
    this.#onKnown = onKnown
  }

  /** The last pose, or null. */
  get pose(): Pose | null {
    return this.known ? this.#last : null
  }

  /** Takes a pose of who leads. @param snap 0–255 @param handle of the line's own figure in the hall, 0 without one */
  take(pose: Pose, snap: number, handle: number): void {
    copyPose(pose, this.#last)
    writeLead(this.section, 0, pose, snap)
    const appears = !this.known
    this.known = true
    this.handle = handle
    this.cell = cellAt(pose.x, pose.z)
    this.#fresh = true
    if (appears) this.#onKnown()
  }

  /** Begins a tick's frames, once for each tick. */
  begin(tick: number): void {
    if (this.packed === tick) return
    this.packed = tick
    this.moved = this.#fresh
    this.#fresh = false
    this.changes.clear()
    this.wholes.clear()
  }

  /** Nobody leads: followers keep what they have until somebody does. */
  clear(): void {
    this.known = false
    this.handle = 0
    this.cell = -1
    this.#fresh = false
    this.moved = false
  }
}
