// Placing in the studio: fields, keys, what a pointer on the picture means.

import { describe, expect, it } from 'vitest'
import { rayThrough } from '../../../client/hall/input/ray.ts'
import {
  draggedBy,
  handleOf,
  LOOKS,
  meetsModel,
  middleOf,
  seenAt,
  turnedTo,
  viewOf,
} from '../../../client/studio/preview/looks.ts'
import { fieldOf, stepOfKey, stepped, toMiddle, withField } from '../../../client/studio/preview/placing.ts'
import type { ModelPlace } from '../../../shared/booth/booth.ts'
import { HALL, PLOTS, plotById } from '../../../shared/hall/layout.ts'
import { must } from '../../support/must.ts'

const size = { x: 4, y: 3, z: 2 }
const at = (change: Partial<ModelPlace> = {}): ModelPlace => ({ x: 0, z: 0, yaw: 0, scale: 1, ...change })

describe('the numbers of a place', () => {
  it('[UI-122] each field is read in metres, degrees and percent, with the limits of the place', () => {
    expect(fieldOf('x', size, at({ x: 0.5 }))).toEqual({ value: 0.5, min: -1.2, max: 1.2, step: 0.1, fine: 0.01 })
    expect(fieldOf('z', size, at({ z: -9 })).value).toBe(-1.95)
    expect(fieldOf('yaw', size, at({ yaw: Math.PI / 2 }))).toMatchObject({ value: 90, step: 15, fine: 1 })
    expect(fieldOf('scale', size, at({ scale: 0.8 }))).toMatchObject({ value: 80, min: 20, max: 150, step: 5 })
  })

  it('[UI-122] a number out of range is the nearest in it; a turn goes round', () => {
    expect(withField('x', 7, size, at())).toEqual(at({ x: 1.2 }))
    expect(withField('scale', 1000, size, at())).toEqual(at({ scale: 3 }))
    expect(withField('yaw', 270, size, at()).yaw).toBeCloseTo(-Math.PI / 2)
    expect(toMiddle(at({ x: 1, z: 1, yaw: 1, scale: 2 }))).toEqual(at({ yaw: 1, scale: 2 }))
  })

  it('[UI-122] a step goes on to the next whole one, and stops at the edge', () => {
    expect(stepped('x', 1, size, at({ x: 0.34 })).x).toBe(0.4)
    expect(stepped('x', -1, size, at({ x: -1.2 })).x).toBe(-1.2)
    expect(stepped('scale', -1, size, at()).scale).toBe(0.95)
    expect(stepped('yaw', 1, size, at()).yaw).toBeCloseTo(Math.PI / 12)
  })

  it('[UI-122] keys of the picture: arrows move, with Shift they turn, plus and minus are the size', () => {
    expect([stepOfKey('ArrowLeft', false), stepOfKey('ArrowUp', false)]).toEqual([
      ['x', -1],
      ['z', -1],
    ])
    expect([stepOfKey('ArrowRight', true), stepOfKey('+', true), stepOfKey('-', false)]).toEqual([
      ['yaw', 1],
      ['scale', 1],
      ['scale', -1],
    ])
    expect([stepOfKey('ArrowUp', true), stepOfKey('w', false)]).toEqual([null, null])
  })
})

describe('the view of one’s own booth', () => {
  const through = (city: string, look: 'front' | 'above', u: number, v: number) => {
    const { pose, fov } = viewOf(must(plotById(city)), look)
    return rayThrough(pose, pose.y + HALL.eyeHeight, u, v, 1.5, fov)
  }

  it('[UI-120] from each look one sees the model in the middle of its place, in every booth', () => {
    for (const plot of PLOTS) {
      for (const look of ['front', 'above'] as const)
        expect(meetsModel(through(plot.id, look, 0.5, 0.5), plot, size, at()), `${plot.id} ${look}`).toBe(true)
      expect(meetsModel(through(plot.id, 'above', 0.05, 0.05), plot, size, at())).toBe(false)
      for (const look of LOOKS) expect(Number.isFinite(viewOf(plot, look).pose.y)).toBe(true)
    }
  })

  it('[UI-121] a model is taken hold of where it stands, turned and moved as it is', () => {
    const plot = must(plotById('qingdao'))
    const { pose, fov } = viewOf(plot, 'above')
    const beam = { x: 5, y: 1, z: 0.4 }
    const place = at({ x: 0.5, z: 0.3, yaw: Math.PI / 4 })
    const hit = (along: number, across: number) => {
      const [sin, cos] = [Math.sin(place.yaw), Math.cos(place.yaw)]
      const on = middleOf(plot, { x: 0.5 + along * cos + across * sin, z: 0.3 - along * sin + across * cos })
      const { u, v } = must(seenAt(pose, { ...on, y: 0.024 }, 1, fov))
      return meetsModel(rayThrough(pose, pose.y + HALL.eyeHeight, u, v, 1, fov), plot, beam, place)
    }
    expect([hit(0, 0), hit(2, 0), hit(-2, 0), hit(0, 1.2), hit(0, -1.2)]).toEqual([true, true, true, false, false])
  })

  it('[UI-121] to the right in the picture is to the right in the place, down is to the front, in every booth', () => {
    for (const city of ['qingdao', 'yantai', 'jinan', 'kashgar']) {
      const plot = must(plotById(city))
      const [lens, way] = [viewOf(plot, 'above').fov, { height: 400, right: 100, down: 0 }]
      const by = draggedBy('above', plot, at(), { ...way, fov: lens })
      expect(by.x).toBeGreaterThan(1)
      expect(by.z).toBe(0)
      // What lay under the pointer lies under it still.
      const after = at({ x: by.x })
      const [u, v] = [0.5 + 100 / 600, 0.45]
      expect(meetsModel(through(city, 'above', u, v), plot, { x: 0.5, y: 1, z: 0.8 }, after), city).toBe(true)
      expect(middleOf(plot, after)).not.toEqual(middleOf(plot, at()))
    }
  })

  it('[UI-121] what is seen at a point of the picture lies on the ray through it', () => {
    for (const plot of PLOTS)
      for (const look of LOOKS) {
        const { pose, fov } = viewOf(plot, look)
        const ray = rayThrough(pose, pose.y + HALL.eyeHeight, 0.3, 0.8, 1.5, fov)
        const seen = must(
          seenAt(pose, { x: ray.x + 3 * ray.dx, y: ray.y + 3 * ray.dy, z: ray.z + 3 * ray.dz }, 1.5, fov),
        )
        expect(
          [seen.u, seen.v].map((n) => Number(n.toFixed(6))),
          `${plot.id} ${look}`,
        ).toEqual([0.3, 0.8])
        expect(seenAt(pose, { x: ray.x - ray.dx, y: ray.y - ray.dy, z: ray.z - ray.dz }, 1.5, fov)).toBeNull()
      }
  })

  it('[UI-121] the handle lies before the front, and a model turns so that it lies under the pointer', () => {
    for (const city of ['qingdao', 'yantai', 'jinan', 'kashgar']) {
      const plot = must(plotById(city))
      const { pose, fov } = viewOf(plot, 'above')
      for (const yaw of [0, 1, -2.4]) {
        const place = at({ x: 0.4, yaw })
        const point = (on: { x: number; z: number }) => must(seenAt(pose, { y: 0.024, ...on }, 1, fov))
        const [handle, middle] = [point(handleOf(plot, size, place)), point(middleOf(plot, place))]
        expect(turnedTo('above', handle.u - middle.u, handle.v - middle.v), `${city} ${yaw}`).toBeCloseTo(yaw)
      }
    }
  })
})
