// How a figure's poses are played: late by 1.5 intervals, linear, held over pauses, jumping where told.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LivePoses } from '../../../client/state/live-poses.ts'
import type { Pose } from '../../../shared/pose/pose.ts'
import { makePose, PoseTrack } from '../../../shared/pose/pose-track.ts'

const at = (x: number, yaw = 0): Pose => ({ x, y: 0, z: 0, yaw, pitch: 0 })
const seen = (track: PoseTrack, now: number) => {
  const out = makePose()
  expect(track.sample(now, out)).toBe(true)
  return out
}

describe('a pose track', () => {
  it('[POSE-40] plays 1.5 intervals behind, linear in between, never beyond the newest', () => {
    const track = new PoseTrack(100)
    for (let i = 0; i < 5; i++) track.push(at(i), 0, i * 100)
    expect(seen(track, 400).x).toBeCloseTo(2.5)
    expect(seen(track, 425).x).toBeCloseTo(2.75)
    expect(seen(track, 5000).x).toBe(4)
    expect([track.moving(500), track.moving(560)]).toEqual([true, false])
  })

  it('[POSE-40] plays the last eight poses right, however many came before', () => {
    const track = new PoseTrack(100)
    for (let i = 0; i < 21; i++) {
      // No straight line, so that each pose counts.
      track.push(at(i * i), 0, i * 100)
      if (i < 8) continue
      for (const back of [0, 1, 2, 5]) expect(seen(track, (i - back + 1.5) * 100).x).toBeCloseTo((i - back) ** 2)
    }
  })

  it('[POSE-41] after a pause the last pose is held until one interval before the new one', () => {
    const track = new PoseTrack(100)
    track.push(at(0), 0, 0)
    track.push(at(1), 0, 3000)
    expect(seen(track, 3000).x).toBe(0)
    expect(seen(track, 3100).x).toBeCloseTo(0.5)
    expect(seen(track, 3150).x).toBe(1)
  })

  it('[POSE-42] a changed snap counter jumps: nothing is seen in between', () => {
    const track = new PoseTrack(100)
    track.push(at(0), 0, 0)
    track.push(at(40), 1, 100)
    for (let now = 0; now < 400; now += 7) {
      expect([0, 40]).toContain(seen(track, now).x)
      expect(track.snap(now)).toBe(seen(track, now).x === 40 ? 1 : 0)
    }
  })

  it('[POSE-43] what is not newer is dropped, whatever order it comes in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (times) => {
        const track = new PoseTrack(100)
        let newest = Number.NEGATIVE_INFINITY
        for (const time of times) {
          expect(track.push(at(time), 0, time)).toBe(time > newest)
          newest = Math.max(newest, time)
        }
        expect(seen(track, 1e9).x).toBe(newest)
      }),
    )
  })

  it('[POSE-40] angles turn the shorter way', () => {
    const track = new PoseTrack(100)
    track.push(at(0, 3), 0, 0)
    track.push(at(0, -3), 0, 100)
    expect(Math.abs(seen(track, 200).yaw)).toBeGreaterThan(3)
  })

  it('[POSE-40] a cleared track knows nobody', () => {
    const track = new PoseTrack(100)
    track.push(at(0), 0, 0)
    track.clear()
    expect([track.known, track.sample(0, makePose()), track.last(makePose())]).toEqual([false, false, false])
  })
})

describe('live poses', () => {
  it('[POSE-44] who left is not brought back by a late pose; who was out of sight is', () => {
    const live = new LivePoses()
    live.beginTick(1, 1000)
    live.pushFigure(7, at(1), 0)
    live.hide(7)
    live.pushFigure(7, at(2), 0)
    expect(live.figures.has(7)).toBe(true)
    live.leave(7)
    live.pushFigure(7, at(3), 0)
    expect(live.figures.has(7)).toBe(false)
  })

  it('[POSE-47] oneself is nobody else, whether the own handle is told before or after the first frame', () => {
    const live = new LivePoses()
    live.beginTick(1, 1000)
    live.pushFigure(5, at(1), 0)
    live.ownHandle = 5
    expect(live.figures.size).toBe(0)
    live.beginTick(2, 1100)
    live.pushFigure(5, at(1), 0)
    live.pushFigure(6, at(1), 0)
    expect([...live.figures.keys()]).toEqual([6])
  })

  it('[POSE-45] the network’s jitter does not shake the playback', () => {
    const live = new LivePoses()
    for (let tick = 1; tick <= 40; tick++) {
      live.beginTick(tick, 5000 + tick * 100 + [0, 35, 10, 60][tick % 4]!)
      live.pushGuide(at(tick), 0)
    }
    const steps: number[] = []
    let before = seen(live.guide, 5000 + 3800).x
    for (let now = 8820; now <= 8960; now += 20) {
      const { x } = seen(live.guide, now)
      steps.push(x - before)
      before = x
    }
    for (const step of steps) expect(step).toBeCloseTo(0.2, 1)
  })
})
