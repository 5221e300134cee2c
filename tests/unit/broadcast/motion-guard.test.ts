// Whether a pose is believed, packet by packet: order, the ring of sequence numbers, and allowances that never pile up.

import { expect, test } from 'vitest'
import { makeMotion, mayMove } from '../../../server/broadcast/motion-guard.ts'
import { makePosePacket } from '../../../shared/pose/pose-code.ts'
import { makePose } from '../../../shared/pose/pose-track.ts'

/** Somebody who stands at the origin and whose packets come when told. */
function walker() {
  const motion = makeMotion()
  const from = makePose()
  let now = 0
  let snap = 0
  return {
    later: (ms: number) => void (now += ms),
    /** Moves to `x`, metres. `jump`: under a changed snap counter. */
    moves(sequence: number, x = from.x, jump = false): boolean {
      const packet = makePosePacket()
      Object.assign(packet, { sequence, snap: jump ? snap + 1 : snap })
      packet.pose.x = x
      const believed = mayMove(motion, from, snap, packet, now)
      if (believed) {
        from.x = x
        snap = packet.snap
      }
      return believed
    },
  }
}

test('[POSE-48] the newest packet wins: the same again, and an older one that comes late, are dropped', () => {
  const one = walker()
  expect([one.moves(7), one.moves(9), one.moves(9), one.moves(8), one.moves(10)]).toEqual([
    true,
    true,
    false,
    false,
    true,
  ])
})

test('[POSE-48] after 65,535 the numbers go on with 0', () => {
  const one = walker()
  expect([one.moves(65_534), one.moves(65_535), one.moves(0), one.moves(1), one.moves(65_535)]).toEqual([
    true,
    true,
    true,
    true,
    false,
  ])
})

test('[POSE-13] who stood for an hour may make up for two seconds of walking, not for the hour', () => {
  const one = walker()
  one.moves(1, 0)
  one.later(3_600_000)
  expect(one.moves(2, 16.1)).toBe(false)
  expect(one.moves(3, 15.9)).toBe(true)
})

test('[POSE-13] after an hour without a jump it is still six at once', () => {
  const one = walker()
  one.moves(1)
  one.later(3_600_000)
  expect([2, 3, 4, 5, 6, 7, 8].map((n) => one.moves(n, n, true))).toEqual([true, true, true, true, true, true, false])
})

test('[POSE-14] after an hour of silence it is still 30 poses at once', () => {
  const one = walker()
  one.moves(0)
  one.later(3_600_000)
  expect(Array.from({ length: 60 }, (_, n) => one.moves(n + 1)).filter(Boolean)).toHaveLength(30)
})
