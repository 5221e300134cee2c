// A pose as bytes, from a client to the server: 14 bytes, little-endian, centimetres and 32,768ths of π.
// kind u8 · snap u8 · sequence u16 · x i16 · y i16 · z i16 · yaw i16 · pitch i16. What the server sends is in tick-frame.ts.

import { HALL } from '../hall/layout.ts'
import { HotKind } from '../protocol/hot.ts'
import { angleBetween } from './ease.ts'
import type { Pose } from './pose.ts'
import { type MutablePose, makePose } from './pose-track.ts'

export const POSE_BYTES = 14

/** A pose is worth sending when it moved by this, metres, or turned by this, radians. */
export const CHANGED = { metres: 0.01, radians: (0.5 * Math.PI) / 180 } as const

/** Highest floor one can stand on and steepest look, metres and radians. */
const LIMITS = { top: 5, pitch: 1.6 } as const

/** A received pose packet; filled in place. */
export interface PosePacket {
  readonly pose: MutablePose
  /** 0–255, changed by each jump. */
  snap: number
  /** 0–65,535, counts on with each packet of a line. */
  sequence: number
}

export const makePosePacket = (): PosePacket => ({ pose: makePose(), snap: 0, sequence: 0 })

/** Whether a pose differs enough from what was sent last (1 cm or half a degree) to be sent. */
export function poseChanged(from: Pose, to: Pose): boolean {
  return (
    Math.hypot(to.x - from.x, to.y - from.y, to.z - from.z) >= CHANGED.metres ||
    Math.abs(angleBetween(from.yaw, to.yaw)) >= CHANGED.radians ||
    Math.abs(to.pitch - from.pitch) >= CHANGED.radians
  )
}

/** Metres as whole centimetres in an i16 (±327.67 m; beyond is cut off). */
export const toCentimetres = (metres: number): number => clamp16(Math.round(metres * 100))

/** An angle as a whole turn in an i16: −π … π is −32,768 … 32,767. Any angle is wrapped first. */
export function toTurn(radians: number): number {
  const turn = Math.round((radians / Math.PI) * 32768) & 0xffff
  return turn < 32768 ? turn : turn - 65536
}

/** Back from `toTurn`, radians in [−π, π). */
export const fromTurn = (turn: number): number => (turn / 32768) * Math.PI

/** The packet of a pose. @param snap 0–255 @param sequence 0–65,535 */
export function encodePose(pose: Pose, snap: number, sequence: number): Uint8Array {
  const bytes = new Uint8Array(POSE_BYTES)
  bytes[0] = HotKind.pose
  bytes[1] = snap
  write16(bytes, 2, sequence)
  writePose(bytes, 4, pose)
  return bytes
}

/** Five i16: x, y, z in cm, yaw, pitch. */
export function writePose(bytes: Uint8Array, at: number, pose: Pose): void {
  write16(bytes, at, toCentimetres(pose.x))
  write16(bytes, at + 2, toCentimetres(pose.y))
  write16(bytes, at + 4, toCentimetres(pose.z))
  write16(bytes, at + 6, toTurn(pose.yaw))
  write16(bytes, at + 8, toTurn(pose.pitch))
}

/** Back from `writePose`, into `pose`. */
export function readPose(bytes: Uint8Array, at: number, pose: MutablePose): void {
  pose.x = read16(bytes, at) / 100
  pose.y = read16(bytes, at + 2) / 100
  pose.z = read16(bytes, at + 4) / 100
  pose.yaw = fromTurn(read16(bytes, at + 6))
  pose.pitch = fromTurn(read16(bytes, at + 8))
}

/** Reads a packet into `into`. False for what is no pose packet or lies outside the hall; `into` is then of no meaning. */
export function decodePose(bytes: Uint8Array, into: PosePacket): boolean {
  if (bytes.length !== POSE_BYTES || bytes[0] !== HotKind.pose) return false
  into.snap = bytes[1] as number
  into.sequence = read16(bytes, 2) & 0xffff
  readPose(bytes, 4, into.pose)
  return isInHall(into.pose)
}

/** Inside the hall's rectangle, on a floor it has, with a neck that bends so far. */
export function isInHall(pose: Pose): boolean {
  return (
    pose.x >= HALL.west &&
    pose.x <= HALL.east &&
    pose.z >= HALL.north &&
    pose.z <= HALL.south &&
    pose.y >= 0 &&
    pose.y <= LIMITS.top &&
    Math.abs(pose.pitch) <= LIMITS.pitch
  )
}

/** Low 16 bits, little-endian. */
export function write16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value & 255
  bytes[at + 1] = (value >> 8) & 255
}

/** A signed 16-bit number, little-endian. */
export function read16(bytes: Uint8Array, at: number): number {
  return (((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << 16) >> 16
}

const clamp16 = (value: number) => Math.min(32767, Math.max(-32768, value))
