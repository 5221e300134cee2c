// What the server sends once a tick, and the client's echo. Little-endian.
//   tick:  kind u8 · sections u8 · tick u32 · [lead 11] · [crowd]
//   lead:  snap u8 · x, y, z, yaw, pitch i16 (as in pose-code.ts)
//   crowd: count u8 · count × (handle u16 · x i16 · z i16 · y u8 in 2 cm · yaw u8 · snap u8) · rest: (handle u16 · why u8)
//   echo:  kind u8 · flags u8 · tick u32
// The crowd holds what changed; with the `whole` bit it is everybody in sight and nobody else.

import { HotKind } from '../protocol/hot.ts'
import type { Pose } from './pose.ts'
import { fromTurn, read16, readPose, toCentimetres, toTurn, write16, writePose } from './pose-code.ts'
import { makePose } from './pose-track.ts'

export const Section = { lead: 1, crowd: 2, whole: 4 } as const

export const TICK_BYTES = 6
export const LEAD_BYTES = 11
export const ENTRY_BYTES = 9
export const GONE_BYTES = 3
export const ECHO_BYTES = 6

/** Why a figure is no longer sent: out of sight, and may come again; or gone for good. */
export const Gone = { hidden: 1, left: 2 } as const

export function writeTickHeader(bytes: Uint8Array, sections: number, tick: number): void {
  bytes[0] = HotKind.tick
  bytes[1] = sections
  write32(bytes, 2, tick)
}

/** The lead section, 11 bytes. @param snap 0–255 */
export function writeLead(bytes: Uint8Array, at: number, pose: Pose, snap: number): void {
  bytes[at] = snap
  writePose(bytes, at + 1, pose)
}

/** One figure, 9 bytes: a centimetre on the floor, 2 cm in height, 1.4° of turn. @param handle 1–65,535 @param snap 0–255 */
export function writeEntry(bytes: Uint8Array, at: number, handle: number, pose: Pose, snap: number): void {
  write16(bytes, at, handle)
  write16(bytes, at + 2, toCentimetres(pose.x))
  write16(bytes, at + 4, toCentimetres(pose.z))
  bytes[at + 6] = Math.min(255, Math.max(0, Math.round(pose.y * 50)))
  bytes[at + 7] = Math.round(toTurn(pose.yaw) / 256) & 255
  bytes[at + 8] = snap
}

export function writeGone(bytes: Uint8Array, at: number, handle: number, why: number): void {
  write16(bytes, at, handle)
  bytes[at + 2] = why
}

/** Where a read tick goes. The poses handed over are overwritten by the next call: copy them. LivePoses fits. */
export interface TickSink {
  beginTick(tick: number, arrived: number): void
  pushGuide(pose: Pose, snap: number): void
  pushFigure(handle: number, pose: Pose, snap: number): void
  /** Out of sight. */
  hide(handle: number): void
  /** Left for good. */
  leave(handle: number): void
}

/** Reads tick frames for one line; keeps who is in sight, so that a whole crowd hides the others. Makes no objects. */
export class TickReader {
  readonly #sink: TickSink
  readonly #pose = makePose()
  /** Handle → number of the whole frame that had it last. */
  readonly #seen = new Map<number, number>()
  #whole = 0
  #tick = 0

  constructor(sink: TickSink) {
    this.#sink = sink
  }

  /** The newest tick read, for the echo; 0 before the first. */
  get tick(): number {
    return this.#tick
  }

  /** A new line: forgets who was in sight. */
  clear(): void {
    this.#seen.clear()
    this.#tick = 0
  }

  /**
   * Reads a frame into the sink. False, and nothing handed over, for anything that is not a well-formed tick.
   * @param arrived performance.now() at arrival, handed on
   */
  read(bytes: Uint8Array, arrived: number): boolean {
    const crowdAt = crowdOffset(bytes)
    if (crowdAt < 0) return false
    const sections = bytes[1] as number
    this.#tick = read32(bytes, 2)
    this.#sink.beginTick(this.#tick, arrived)
    if (sections & Section.lead) {
      readPose(bytes, TICK_BYTES + 1, this.#pose)
      this.#sink.pushGuide(this.#pose, bytes[TICK_BYTES] as number)
    }
    if (sections & Section.crowd) this.#readCrowd(bytes, crowdAt, (sections & Section.whole) !== 0)
    return true
  }

  #readCrowd(bytes: Uint8Array, crowdAt: number, whole: boolean): void {
    if (whole) this.#whole++
    const goneAt = crowdAt + 1 + (bytes[crowdAt] as number) * ENTRY_BYTES
    for (let at = crowdAt + 1; at < goneAt; at += ENTRY_BYTES) this.#readEntry(bytes, at)
    for (let at = goneAt; at < bytes.length; at += GONE_BYTES) {
      const handle = read16(bytes, at) & 0xffff
      this.#seen.delete(handle)
      if (bytes[at + 2] === Gone.left) this.#sink.leave(handle)
      else this.#sink.hide(handle)
    }
    if (whole) for (const [handle, seen] of this.#seen) if (seen !== this.#whole) this.#hide(handle)
  }

  #readEntry(bytes: Uint8Array, at: number): void {
    const handle = read16(bytes, at) & 0xffff
    const pose = this.#pose
    pose.x = read16(bytes, at + 2) / 100
    pose.z = read16(bytes, at + 4) / 100
    pose.y = (bytes[at + 6] as number) / 50
    pose.yaw = fromTurn(((bytes[at + 7] as number) << 24) >> 16)
    pose.pitch = 0
    this.#seen.set(handle, this.#whole)
    this.#sink.pushFigure(handle, pose, bytes[at + 8] as number)
  }

  #hide(handle: number): void {
    this.#seen.delete(handle)
    this.#sink.hide(handle)
  }
}

// Where the crowd begins (or the end of the frame); −1 when the lengths do not add up.
function crowdOffset(bytes: Uint8Array): number {
  if (bytes.length < TICK_BYTES || bytes[0] !== HotKind.tick) return -1
  const sections = bytes[1] as number
  const at = TICK_BYTES + (sections & Section.lead ? LEAD_BYTES : 0)
  if (!(sections & Section.crowd)) return bytes.length === at ? at : -1
  if (bytes.length <= at) return -1
  const rest = bytes.length - at - 1 - (bytes[at] as number) * ENTRY_BYTES
  return rest >= 0 && rest % GONE_BYTES === 0 ? at : -1
}

export interface Echo {
  readonly tick: number
  readonly hidden: boolean
}

/** The client's echo. @param tick the newest tick it has @param hidden whether its tab is hidden */
export function encodeEcho(tick: number, hidden: boolean): Uint8Array {
  const bytes = new Uint8Array(ECHO_BYTES)
  bytes[0] = HotKind.echo
  bytes[1] = hidden ? 1 : 0
  write32(bytes, 2, tick)
  return bytes
}

/** Back from `encodeEcho`; null for anything else. */
export function decodeEcho(bytes: Uint8Array): Echo | null {
  if (bytes.length !== ECHO_BYTES || bytes[0] !== HotKind.echo || (bytes[1] as number) > 1) return null
  return { tick: read32(bytes, 2), hidden: bytes[1] === 1 }
}

function write32(bytes: Uint8Array, at: number, value: number): void {
  write16(bytes, at, value)
  write16(bytes, at + 2, value >>> 16)
}

const read32 = (bytes: Uint8Array, at: number) =>
  ((read16(bytes, at) & 0xffff) | ((read16(bytes, at + 2) & 0xffff) << 16)) >>> 0
