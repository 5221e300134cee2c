import fc from 'fast-check'
import { expect, test } from 'vitest'
import { angleBetween } from '../../../shared/pose/ease.ts'
import type { Pose } from '../../../shared/pose/pose.ts'
import { decodePose, encodePose, makePosePacket, POSE_BYTES, poseChanged } from '../../../shared/pose/pose-code.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const poses: fc.Arbitrary<Pose> = fc.record({
  x: between(-50, 50),
  y: between(0, 5),
  z: between(-30, 30),
  yaw: between(-64, 64),
  pitch: between(-1.57, 1.57),
})

test('[POSE-1] a pose takes 14 bytes and comes back within half a centimetre and a hundredth of a degree', () => {
  fc.assert(
    fc.property(poses, fc.nat(255), fc.nat(65535), (pose, snap, sequence) => {
      const bytes = encodePose(pose, snap, sequence)
      const back = makePosePacket()
      expect(bytes.length).toBe(POSE_BYTES)
      expect(decodePose(bytes, back)).toBe(true)
      expect([back.snap, back.sequence]).toEqual([snap, sequence])
      for (const axis of ['x', 'y', 'z'] as const) expect(Math.abs(back.pose[axis] - pose[axis])).toBeLessThan(0.00501)
      expect(Math.abs(angleBetween(back.pose.yaw, pose.yaw))).toBeLessThan(0.0001)
      expect(Math.abs(back.pose.pitch - pose.pitch)).toBeLessThan(0.0001)
    }),
  )
})

test('[POSE-2] bytes of another length or kind, and poses outside the hall, are no pose', () => {
  const packet = makePosePacket()
  const good = encodePose({ x: 1, y: 0, z: 2, yaw: 0, pitch: 0 }, 0, 1)
  expect(decodePose(good, packet)).toBe(true)
  expect(decodePose(good.subarray(0, 13), packet)).toBe(false)
  expect(decodePose(Uint8Array.of(...good, 0), packet)).toBe(false)
  expect(decodePose(Uint8Array.of(2, ...good.subarray(1)), packet)).toBe(false)
  const outside: Partial<Pose>[] = [
    { x: 50.02 },
    { x: -51 },
    { z: 30.5 },
    { z: -31 },
    { y: -0.01 },
    { y: 5.01 },
    { pitch: 1.7 },
  ]
  for (const part of outside) {
    expect(decodePose(encodePose({ x: 0, y: 0, z: 0, yaw: 0, pitch: 0, ...part }, 0, 1), packet)).toBe(false)
  }
})

test('[POSE-2] any bytes at all are read or refused, never thrown at', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => void decodePose(bytes, makePosePacket())))
})

test('[POSE-3] a pose is worth sending from one centimetre or half a degree on', () => {
  const at: Pose = { x: 1, y: 0, z: 1, yaw: Math.PI - 0.001, pitch: 0 }
  expect(poseChanged(at, { ...at, x: 1.009 })).toBe(false)
  expect(poseChanged(at, { ...at, x: 1.0101 })).toBe(true)
  expect(poseChanged(at, { ...at, yaw: at.yaw + 0.008 })).toBe(false)
  expect(poseChanged(at, { ...at, yaw: at.yaw + 0.009 - 2 * Math.PI })).toBe(true)
  expect(poseChanged(at, { ...at, pitch: 0.01 })).toBe(true)
  // Over the seam at π the turn is small.
  expect(poseChanged(at, { ...at, yaw: at.yaw + 0.008 - 2 * Math.PI })).toBe(false)
})
