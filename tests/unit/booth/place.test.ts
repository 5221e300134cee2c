// How a model is held inside its place and drawn to the middle and the edges.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ModelPlace } from '../../../shared/booth/booth.ts'
import { degreesOf, extentOf, holdPlace, snapMove, snapTurn, turnOf } from '../../../shared/booth/place.ts'
import { MODEL_PLACE } from '../../../shared/hall/booth-plan.ts'

const size = { x: 4, y: 3, z: 2 }
const at = (change: Partial<ModelPlace> = {}): ModelPlace => ({ x: 0, z: 0, yaw: 0, scale: 1, ...change })

const sizes = fc.record({
  x: fc.double({ min: 0.3, max: 6.4, noNaN: true }),
  y: fc.double({ min: 0.3, max: 4.6, noNaN: true }),
  z: fc.double({ min: 0.3, max: 5.9, noNaN: true }),
})
const places = fc.record({
  x: fc.double({ min: -3.2, max: 3.2, noNaN: true }),
  z: fc.double({ min: -2.95, max: 2.95, noNaN: true }),
  yaw: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  scale: fc.double({ min: 0.2, max: 3, noNaN: true }),
})

describe('the place of a model', () => {
  it('[BOOTH-19] what is turned fills the box around it', () => {
    expect(extentOf(size, at())).toEqual({ width: 4, depth: 2, height: 3 })
    const quarter = extentOf(size, at({ yaw: Math.PI / 2, scale: 0.5 }))
    expect([quarter.width, quarter.depth, quarter.height].map((n) => Math.round(n * 1000) / 1000)).toEqual([1, 2, 1.5])
    expect(extentOf(size, at({ yaw: Math.PI / 4 })).width).toBeCloseTo(6 / Math.SQRT2)
  })

  it('[BOOTH-19] what fits stands as it was asked for', () => {
    const asked = at({ x: 1.2, z: -1.9, yaw: 0 })
    expect(holdPlace(size, asked)).toMatchObject({ place: asked, tooLarge: 0, over: 0 })
  })

  it('[BOOTH-19] what is too large at its turn is made smaller, and by how much it would stick out is known', () => {
    const held = holdPlace(size, at({ scale: 2 }))
    expect(held.tooLarge).toBeCloseTo(8 - MODEL_PLACE.width)
    expect(held.place.scale).toBeCloseTo(MODEL_PLACE.height / 3)
    expect(holdPlace({ x: 6.4, y: 2, z: 5.9 }, at({ yaw: Math.PI / 2 })).place.scale).toBeCloseTo(5.9 / 6.4)
  })

  it('[BOOTH-19] what would stand over an edge is moved in', () => {
    const held = holdPlace(size, at({ x: 2, z: -2.5 }))
    expect(held.place.x).toBeCloseTo(MODEL_PLACE.width / 2 - 2)
    expect(held.place.z).toBeCloseTo(1 - MODEL_PLACE.depth / 2)
    expect(held.over).toBeCloseTo(0.8)
  })

  it('[BOOTH-19] whatever is asked for, it stands inside its place', () => {
    fc.assert(
      fc.property(sizes, places, (any, asked) => {
        const { place } = holdPlace(any, asked)
        const { width, depth, height } = extentOf(any, place)
        expect(Math.abs(place.x) + width / 2).toBeLessThanOrEqual(MODEL_PLACE.width / 2 + 1e-9)
        expect(Math.abs(place.z) + depth / 2).toBeLessThanOrEqual(MODEL_PLACE.depth / 2 + 1e-9)
        expect(height).toBeLessThanOrEqual(MODEL_PLACE.height + 1e-9)
        expect(holdPlace(any, place).over).toBeLessThan(1e-6)
      }),
    )
  })

  it('[BOOTH-20] a free move is drawn to the middle and to the edges, and stays inside', () => {
    expect(snapMove(size, at({ x: 0.1, z: -0.12 }))).toEqual(at())
    expect(snapMove(size, at({ x: 1.1, z: 0.6 }))).toEqual(at({ x: 1.2, z: 0.6 }))
    expect(snapMove(size, at({ x: -9, z: 9 }))).toEqual(at({ x: -1.2, z: 1.95 }))
    expect(snapMove(size, at({ x: 0.634 }))).toEqual(at({ x: 0.63 }))
    const wide = { x: 6.4, y: 2, z: 2 }
    expect(snapMove(wide, at({ x: 1 })).x).toBeCloseTo(0)
  })

  it('[BOOTH-20] a free turn is drawn to quarters, and is whole degrees', () => {
    expect(degreesOf(snapTurn((86 * Math.PI) / 180))).toBe(90)
    expect(degreesOf(snapTurn((-3 * Math.PI) / 180))).toBe(0)
    expect(degreesOf(snapTurn(0.7))).toBe(40)
    expect([degreesOf(turnOf(270)), degreesOf(turnOf(-180)), degreesOf(turnOf(540))]).toEqual([-90, 180, 180])
    expect(Math.abs(turnOf(1234))).toBeLessThanOrEqual(Math.PI)
  })
})
