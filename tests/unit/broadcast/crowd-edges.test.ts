// The crowd where it is easily got wrong: walking into another cell, a lead that moves on, lines taken out of the middle of a
// group, numbers that run out.

import { describe, expect, test } from 'vitest'
import { cellAt, columnOf, makeFigure, middle, poseFigure, rowOf } from '../../../server/broadcast/figure.ts'
import { createGrid, NEAREST } from '../../../server/broadcast/grid.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import { openHall } from '../../support/fake-hall.ts'
import { seeded } from '../../support/seeded.ts'

const at = (x: number, z = 1) => ({ x, y: 0, z, yaw: 0, pitch: 0 })

describe.each([true, false])('lines with a stream: %s', (grouped) => {
  test('[POSE-8] who is farther than 12 m from the middle of one’s cell comes with every second tick', () => {
    const hall = openHall(grouped)
    const me = hall.enter({ x: 4, z: 4 })
    const [near, far] = [hall.enter({ x: 8, z: 4 }), hall.enter({ x: 24, z: 4 })]
    hall.tick(6)
    const changes = (mover: typeof near, from: number) => {
      me.line.frames.length = 0
      for (let i = 1; i <= 20; i++) {
        hall.move(mover.line, { x: from + i / 50, z: 4 })
        hall.tick()
      }
      return me.line.frames.filter(({ bytes }) => bytes.length > 6).length
    }
    expect([changes(near, 8), changes(far, 24)]).toEqual([20, 10])
  })

  test('[POSE-7] who walks into another cell sees who stands there', () => {
    const hall = openHall(grouped)
    const me = hall.enter({ x: 1, z: 1 })
    for (let i = 0; i < 45; i++) hall.enter({ x: 2 + i / 50, z: 2 })
    const there = hall.enter({ x: 26, z: 1 })
    hall.tick(6)
    expect(me.line.seen.has(there.handle)).toBe(false)
    hall.move(me.line, { x: 25, z: 1 }, 1)
    hall.tick()
    expect(me.line.seen.has(there.handle)).toBe(true)
  })

  test('[POSE-19] when the lead walks into another cell its followers see who stands there, and nobody else', () => {
    const hall = openHall(grouped)
    const lead = hall.crowd.lead('tour')
    const before = hall.enter({ x: -38, z: 1 })
    for (let i = 0; i < 45; i++) hall.enter({ x: 41 + i / 50, z: 2 })
    hall.enter({ x: 41, z: 1 })
    const follower = hall.enter({ x: 0, z: 25 })
    hall.crowd.follow(follower.line, 'tour')
    lead.take(at(-39), 0, 0)
    // Somebody looks from the cell beforehand, so that its figures are no news there.
    hall.tick(10)
    expect(follower.line.seen.has(before.handle)).toBe(true)
    lead.take(at(41), 1, 0)
    hall.tick()
    expect(follower.line.seen.size).toBe(NEAREST)
    expect(follower.line.seen.has(before.handle)).toBe(false)
  })

  test('[POSE-9] a lead that stands is not told again', () => {
    const hall = openHall(grouped)
    const follower = hall.enter({ x: 1, z: 1 })
    hall.crowd.follow(follower.line, 'tour')
    hall.crowd.lead('tour').take(at(5), 0, 0)
    hall.tick(6)
    follower.line.frames.length = 0
    hall.tick(40)
    expect(follower.line.frames.map(({ bytes }) => bytes.length)).toEqual([6, 6, 6, 6])
  })

  test('[POSE-19] when the session is over one sees those around oneself again', () => {
    const hall = openHall(grouped)
    const follower = hall.enter({ x: -40, z: 1 })
    const beside = hall.enter({ x: -39, z: 1 })
    for (let i = 0; i < 45; i++) hall.enter({ x: 40 + i / 50, z: 2 })
    hall.crowd.lead('tour').take(at(40), 0, 0)
    hall.crowd.follow(follower.line, 'tour')
    hall.tick(6)
    expect(follower.line.seen.has(beside.handle)).toBe(false)
    hall.crowd.dropLead('tour')
    hall.tick()
    expect(follower.line.seen.has(beside.handle)).toBe(true)
  })

  test('[POSE-49] one frame a line and tick, also in the tick in which a line falls behind', () => {
    const hall = openHall(grouped)
    const [me, other] = [hall.enter({ x: 1, z: 1 }), hall.enter({ x: 2, z: 1 })]
    hall.tick()
    me.line.lag = 5000
    for (let i = 1; i <= 20; i++) {
      const before = me.line.frames.length
      hall.move(other.line, { x: 2 + i / 50, z: 1 })
      hall.tick()
      expect(me.line.frames.length - before).toBeLessThanOrEqual(1)
    }
  })

  test('[POSE-17] more than a second behind is behind; a second is not', () => {
    const hall = openHall(grouped)
    const [me, other] = [hall.enter({ x: 1, z: 1 }), hall.enter({ x: 2, z: 1 })]
    const framesWith = (lag: number) => {
      me.line.lag = lag
      hall.tick(10)
      me.line.frames.length = 0
      for (let i = 1; i <= 20; i++) {
        hall.move(other.line, { x: 2 + i / 50, z: 1 })
        hall.tick()
      }
      return me.line.frames.length
    }
    expect([framesWith(1000), framesWith(1001)]).toEqual([20, 4])
  })

  test('[POSE-15] when one of a group is gone the others stay who they are: the last one’s hidden tab gets no poses', () => {
    const hall = openHall(grouped)
    const [first, second, last] = [hall.enter({ x: 1, z: 1 }), hall.enter({ x: 2, z: 1 }), hall.enter({ x: 3, z: 1 })]
    hall.tick()
    hall.gone(first.line)
    hall.hide(last.line, true)
    hall.tick()
    last.line.frames.length = 0
    for (let i = 1; i <= 30; i++) {
      hall.move(second.line, { x: 2 + i / 50, z: 1 })
      hall.tick()
    }
    expect(last.line.frames.map(({ bytes }) => bytes.length)).toEqual([6, 6, 6])
    hall.hide(last.line, false)
    hall.tick()
    expect(last.line.seen.get(second.handle)?.x).toBe(2.6)
  })

  test('[POSE-13] after a jump one walks on under its snap counter, and running too fast is refused again', () => {
    const hall = openHall(grouped)
    const { line } = hall.enter({ x: -40 })
    expect(hall.move(line, { x: 20 }, 1)).not.toBe(null)
    const steps = Array.from({ length: 20 }, (_, i) => hall.move(line, { x: 20 + i / 100 }, 1))
    expect(steps.every(Boolean)).toBe(true)
    expect(hall.move(line, { x: -40 }, 1)).toBe(null)
  })
})

test('[POSE-11] handles go round from 65,535 to 1, never through 0 and never to one that is worn', () => {
  const hall = openHall(true, 65_533)
  const worn = Array.from({ length: 3 }, () => hall.enter().handle)
  expect(worn).toEqual([65_534, 65_535, 1])
  const visitor = hall.enter()
  const given = new Set<number>()
  for (let i = 0; i < 65_535 - worn.length; i++) {
    hall.crowd.leave(visitor.line)
    given.add(hall.crowd.enter(visitor.line))
  }
  expect(given.size).toBe(65_535 - worn.length)
  for (const handle of [0, ...worn]) expect(given.has(handle)).toBe(false)
})

test('[POSE-16] a stream with more than 16 KB unsent misses the frame and gets everything once it has room', () => {
  const hall = openHall(true)
  const [me, other] = [hall.enter({ x: 1, z: 1 }), hall.enter({ x: 2, z: 1 })]
  hall.tick()
  me.line.unsent = 16 * 1024 + 1
  me.line.frames.length = 0
  hall.move(other.line, { x: 2.5, z: 1 })
  hall.tick()
  expect([me.line.frames.length, hall.figures.hotSkipped]).toEqual([0, 1])
})

test('[POSE-23] a line that was upgraded is written to directly within a second', () => {
  const hall = openHall(false)
  const me = hall.enter({ x: 1, z: 1 })
  hall.tick()
  me.line.upgrade()
  for (let i = 1; i <= 20; i++) {
    hall.move(me.line, { x: 1 + i / 50, z: 1 })
    hall.tick()
  }
  expect(hall.figures.hotSent).toBeGreaterThan(8)
})

test('[POSE-8] whatever the crowd, the nearest to the middle of a cell are the 40 that a look at everybody finds', () => {
  const random = seeded(7)
  for (let round = 0; round < 40; round++) {
    const grid = createGrid()
    const count = 30 + Math.floor(random() * 200)
    const spread = 5 + random() * 90
    const figures = Array.from({ length: count }, (_, i) => {
      const figure = makeFigure(i + 1, `person-${i}` as PersonId)
      poseFigure(figure, at((random() - 0.5) * spread, (random() - 0.5) * Math.min(60, spread)), 0, 1)
      grid.place(figure)
      return figure
    })
    const cell = cellAt((random() - 0.5) * 100, (random() - 0.5) * 60)
    const [column, row] = [columnOf(cell), rowOf(cell)]
    const distance = ({ pose }: (typeof figures)[number]) => Math.hypot(pose.x - middle(column), pose.z - middle(row))
    const wanted = figures.map(distance).sort((a, b) => a - b)
    const found = grid.nearest(cell).map(distance)
    expect(found.sort((a, b) => a - b)).toEqual(wanted.slice(0, NEAREST))
  }
})
