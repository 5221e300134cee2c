// Whether a client's pose can be believed: not more often than it may be said, not faster than one can run, and jumps
// (a changed snap counter) only now and then. What is refused is dropped; the allowance grows back, so nobody is stuck.

import type { Pose } from '../../shared/pose/pose.ts'
import type { PosePacket } from '../../shared/pose/pose-code.ts'

/** Metres a second that are believed (the quickest walk is 5), and how many seconds of it may be made up for at once. */
const SPEED = 8
const SPEED_SECONDS = 2
/** Poses a second, and how many may come at once after a stall of the line. */
const RATE = 15
const RATE_BURST = 30
/** Jumps: one a second, six at once. */
const JUMP_BURST = 6

export interface Motion {
  known: boolean
  at: number
  metres: number
  poses: number
  jumps: number
  sequence: number
}

export const makeMotion = (): Motion => ({
  known: false,
  at: 0,
  metres: SPEED * SPEED_SECONDS,
  poses: RATE_BURST,
  jumps: JUMP_BURST,
  sequence: 0,
})

/**
 * Whether to take a packet of a figure that stands at `from`; books what it costs.
 * The first packet may be anywhere in the hall. An older sequence number (within 32,768) is refused.
 */
export function mayMove(motion: Motion, from: Pose, snap: number, packet: PosePacket, now: number): boolean {
  const seconds = Math.max(0, now - motion.at) / 1000
  motion.at = now
  motion.metres = Math.min(SPEED * SPEED_SECONDS, motion.metres + SPEED * seconds)
  motion.poses = Math.min(RATE_BURST, motion.poses + RATE * seconds)
  motion.jumps = Math.min(JUMP_BURST, motion.jumps + seconds)
  if (motion.poses < 1) return false
  motion.poses--
  if (!motion.known) {
    motion.known = true
    motion.sequence = packet.sequence
    return true
  }
  if (((packet.sequence - motion.sequence) & 0xffff) > 0x7fff || packet.sequence === motion.sequence) return false
  if (!isReachable(motion, from, snap, packet)) return false
  motion.sequence = packet.sequence
  return true
}

function isReachable(motion: Motion, from: Pose, snap: number, packet: PosePacket): boolean {
  if (packet.snap !== snap) {
    if (motion.jumps < 1) return false
    motion.jumps--
    return true
  }
  const metres = Math.hypot(packet.pose.x - from.x, packet.pose.z - from.z)
  if (metres > motion.metres) return false
  motion.metres -= metres
  return true
}
