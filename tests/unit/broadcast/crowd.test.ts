import { describe, expect, test } from 'vitest'
import { NEAREST } from '../../../server/broadcast/grid.ts'
import type { Pose } from '../../../shared/pose/pose.ts'
import { openHall } from '../../support/fake-hall.ts'

describe.each([true, false])('lines with a stream: %s', (grouped) => {
  test('[POSE-7] two in the hall see each other, and a step is seen with the next tick', () => {
    const hall = openHall(grouped)
    const a = hall.enter({ x: 1, z: 1 })
    const b = hall.enter({ x: 3, z: 1 })
    hall.tick()
    expect([...a.line.seen.keys()].sort()).toEqual([a.handle, b.handle])
    hall.move(b.line, { x: 3.5, z: 1 })
    hall.tick()
    expect(a.line.seen.get(b.handle)?.x).toBe(3.5)
  })

  test('[POSE-7] one frame serves all viewers of a cell, and holds only what changed', () => {
    const hall = openHall(grouped)
    const all = Array.from({ length: 12 }, (_, i) => hall.enter({ x: 1 + i * 0.1, z: 1 }))
    hall.tick()
    hall.move(all[0]!.line, { x: 1.5, z: 1 })
    hall.tick()
    expect(new Set(all.map(({ line }) => line.frames.at(-1)?.frame)).size).toBe(1)
    expect(all[5]!.line.frames.at(-1)?.bytes.length).toBe(6 + 1 + 9)
  })

  test('[POSE-8] at most 40 are seen, the nearest to the middle of the cell', () => {
    const hall = openHall(grouped)
    const all = Array.from({ length: 300 }, (_, i) =>
      hall.enter({ x: (i % 60) * 1.6 - 48, z: Math.floor(i / 60) * 11 - 22 }),
    )
    const me = hall.enter({ x: 6, z: 6 })
    hall.tick(6)
    expect(me.line.seen.size).toBe(NEAREST)
    const distance = ({ x, z }: Pose) => Math.hypot(x - 6, z - 6)
    const farthest = Math.max(...[...me.line.seen.values()].map(distance))
    const nearer = all.filter(({ line }) => distance(hall.crowd.pose(line)!) < farthest - 0.02)
    for (const { handle } of nearer) expect(me.line.seen.has(handle)).toBe(true)
  })

  test('[POSE-9] nothing is sent while nothing moves but a sign of life once a second', () => {
    const hall = openHall(grouped)
    const a = hall.enter({ x: 1, z: 1 })
    hall.tick(2)
    a.line.frames.length = 0
    hall.tick(40)
    expect(a.line.frames.map(({ bytes }) => bytes.length)).toEqual([6, 6, 6, 6])
  })

  test('[POSE-10] who leaves is gone with the next tick, and a late packet does not bring them back', () => {
    const hall = openHall(grouped)
    const a = hall.enter({ x: 1, z: 1 })
    const b = hall.enter({ x: 2, z: 1 })
    hall.tick()
    hall.crowd.leave(b.line)
    expect(hall.move(b.line, { x: 2.1, z: 1 })).toBe(null)
    hall.tick(7)
    expect(a.line.seen.has(b.handle)).toBe(false)
    expect(a.line.left).toEqual([b.handle])
    hall.gone(b.line)
    expect(hall.move(b.line, { x: 2.1, z: 1 })).toBe(null)
    expect(hall.crowd.enter(b.line)).toBe(0)
  })

  test('[POSE-18] who followed before the lead had a pose gets it when it comes, as after a restart of the server', () => {
    const hall = openHall(grouped)
    const guide = hall.enter({ x: 1, z: 1 })
    const follower = hall.enter({ x: 30, z: 20 })
    hall.crowd.follow(follower.line, 'tour')
    hall.tick(3)
    hall.crowd.lead('tour').take({ x: 5, y: 0, z: 5, yaw: 0, pitch: 0 }, 1, guide.handle)
    hall.tick(2)
    expect(follower.line.guide?.x).toBe(5)
    hall.crowd.lead('tour').take({ x: 9, y: 0, z: 5, yaw: 0, pitch: 0 }, 1, guide.handle)
    hall.tick()
    expect(follower.line.guide?.x).toBe(9)
  })

  test('[POSE-11] a handle is new each visit', () => {
    const hall = openHall(grouped)
    const { line, handle } = hall.enter({ x: 1, z: 1 })
    expect(hall.crowd.enter(line)).toBe(handle)
    hall.crowd.leave(line)
    expect(hall.crowd.enter(line)).not.toBe(handle)
  })

  test('[POSE-12] of one person with two lines the figure that moved last is seen', () => {
    const hall = openHall(grouped)
    const watcher = hall.enter({ x: 0.5, z: 0.5 })
    const first = hall.enter({ x: 1, z: 1 }, 'wei')
    const second = hall.enter({ x: 2, z: 1 }, 'wei')
    hall.tick()
    expect([...watcher.line.seen.keys()].sort()).toEqual([watcher.handle, second.handle])
    hall.move(first.line, { x: 1.2, z: 1 })
    hall.tick(6)
    expect([...watcher.line.seen.keys()].sort()).toEqual([watcher.handle, first.handle])
  })

  test('[POSE-13] who runs faster than 8 m/s is not believed; after a while the allowance is back', () => {
    const hall = openHall(grouped)
    const { line } = hall.enter({ x: 0, z: 0 })
    expect(hall.move(line, { x: 15.9 })).not.toBe(null)
    expect(hall.move(line, { x: 20 })).toBe(null)
    expect(hall.crowd.pose(line)?.x).toBe(15.9)
    hall.later(1000)
    expect(hall.move(line, { x: 20 })).not.toBe(null)
  })

  test('[POSE-13] a jump is believed with a changed snap counter, six at once, then one a second', () => {
    const hall = openHall(grouped)
    const { line } = hall.enter({ x: -40 })
    const jumps = Array.from({ length: 8 }, (_, i) => hall.move(line, { x: i % 2 ? -40 : 40 }, i + 1) !== null)
    expect(jumps).toEqual([true, true, true, true, true, true, false, false])
    hall.later(1000)
    expect(hall.move(line, { x: 40 }, 9)).not.toBe(null)
  })

  test('[POSE-14] of more than 15 poses a second the rest is dropped, but for 30 after a stall', () => {
    const hall = openHall(grouped)
    const { line } = hall.enter({ x: 0 })
    const taken = Array.from({ length: 60 }, (_, i) => hall.move(line, { x: i / 100 })).filter(Boolean)
    expect(taken.length).toBe(29)
    hall.later(1000)
    expect(Array.from({ length: 60 }, (_, i) => hall.move(line, { x: i / 100 })).filter(Boolean).length).toBe(15)
  })

  test('[POSE-15] a hidden tab gets a sign of life only, and everything with one frame when it is back', () => {
    const hall = openHall(grouped)
    const a = hall.enter({ x: 1, z: 1 })
    const b = hall.enter({ x: 2, z: 1 })
    hall.tick()
    hall.hide(a.line, true)
    a.line.frames.length = 0
    for (let i = 0; i < 30; i++) {
      hall.move(b.line, { x: 2 + i / 10, z: 1 })
      hall.tick()
    }
    expect(a.line.frames.map(({ bytes }) => bytes.length)).toEqual([6, 6, 6])
    hall.hide(a.line, false)
    hall.tick()
    expect(a.line.seen.get(b.handle)?.x).toBe(4.9)
  })

  test('[POSE-16] a line that missed a frame gets everything with the next it takes', () => {
    const hall = openHall(grouped)
    const a = hall.enter({ x: 1, z: 1 })
    const b = hall.enter({ x: 2, z: 1 })
    const c = hall.enter({ x: 3, z: 1 })
    hall.tick()
    a.line.takes = false
    hall.move(b.line, { x: 2.5, z: 1 })
    hall.crowd.leave(c.line)
    hall.tick(3)
    a.line.takes = true
    hall.tick()
    expect([...a.line.seen.keys()].sort()).toEqual([a.handle, b.handle])
    expect(a.line.seen.get(b.handle)?.x).toBe(2.5)
  })

  test('[POSE-17] a line that lags gets every fifth tick, each with everything', () => {
    const hall = openHall(grouped)
    const a = hall.enter({ x: 1, z: 1 })
    const b = hall.enter({ x: 2, z: 1 })
    hall.tick()
    a.line.lag = 5000
    hall.tick(10)
    a.line.frames.length = 0
    for (let i = 1; i <= 20; i++) {
      hall.move(b.line, { x: 2 + i / 50, z: 1 })
      hall.tick()
    }
    expect(a.line.frames.length).toBe(4)
    expect(a.line.seen.get(b.handle)?.x).toBe(2.38)
  })

  test('[POSE-18] followers get the lead with each tick in which it moved; a new follower at once', () => {
    const hall = openHall(grouped)
    const guide = hall.enter({ x: 10, z: 5 })
    const follower = hall.enter({ x: -20, z: 5 })
    hall.crowd.lead('tour').take({ x: 10, y: 0, z: 5, yaw: 1, pitch: 0 }, 0, guide.handle)
    hall.tick()
    hall.crowd.follow(follower.line, 'tour')
    hall.tick()
    expect(follower.line.guide?.x).toBe(10)
    hall.tick(3)
    hall.crowd.lead('tour').take({ x: 10.3, y: 0, z: 5, yaw: 1, pitch: 0 }, 0, guide.handle)
    hall.tick()
    expect(follower.line.guide?.x).toBe(10.3)
    expect(follower.line.frames.at(-1)?.frame.length).toBe(19)
  })

  test("[POSE-19] followers see the crowd around the guide, without the guide's own figure", () => {
    const hall = openHall(grouped)
    const guide = hall.enter({ x: 40, z: 5 })
    const byGuide = hall.enter({ x: 41, z: 5 })
    const follower = hall.enter({ x: -40, z: 5 })
    const others = Array.from({ length: 45 }, (_, i) => hall.enter({ x: -39 + i / 10, z: 6 }))
    hall.crowd.lead('tour').take({ x: 40, y: 0, z: 5, yaw: 1, pitch: 0 }, 0, guide.handle)
    hall.crowd.follow(follower.line, 'tour')
    hall.tick(6)
    expect(follower.line.seen.has(byGuide.handle)).toBe(true)
    expect(follower.line.seen.has(guide.handle)).toBe(false)
    expect(byGuide.line.seen.has(guide.handle)).toBe(true)
    hall.crowd.follow(follower.line, null)
    hall.tick()
    expect(follower.line.seen.has(others[20]!.handle)).toBe(true)
  })

  test('[POSE-22] people are counted by spot', () => {
    const hall = openHall(grouped)
    hall.enter({ x: -29, z: -9.4 })
    hall.enter({ x: -29, z: -9 })
    hall.enter({ x: -45, z: 20 })
    hall.enter()
    expect(hall.crowd.counts()).toEqual({ kashgar: 2, reception: 1 })
  })
})
