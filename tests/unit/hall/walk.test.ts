// Walking: never through a wall whatever the step, sliding along what stands in the way. Random walks on the real hall.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HALL, PLOTS } from '../../../shared/hall/layout.ts'
import { canStand, isClear, type Place, type Wall, walk } from '../../../shared/hall/walk.ts'
import { floorHeight, hallWalls, plotWalls } from '../../../shared/hall/walls.ts'

const WALLS = hallWalls(new Set())
const displacement = fc.double({ min: -40, max: 40, noNaN: true })
const start = fc
  .record({ x: fc.double({ min: -49, max: 49, noNaN: true }), z: fc.double({ min: -29, max: 29, noNaN: true }) })
  .filter(({ x, z }) => canStand(x, z, WALLS))

const box: Wall = { kind: 'box', west: 0, east: 1, north: -3, south: 3 }

describe('walking along walls', () => {
  it('[HALL-1] from a free place every step of any length ends on a free place', () => {
    fc.assert(
      fc.property(start, fc.array(fc.tuple(displacement, displacement), { maxLength: 12 }), (from, steps) => {
        const place: Place = { ...from }
        for (const [dx, dz] of steps) {
          walk(place, dx, dz, WALLS, floorHeight)
          expect(canStand(place.x, place.z, WALLS, 1e-5)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[HALL-1] one long step passes no wall that many short ones would not', () => {
    const shut: Wall[] = [
      { kind: 'box', west: -2, east: 2, north: 2, south: 2.1 },
      { kind: 'box', west: -2, east: 2, north: -2.1, south: -2 },
      { kind: 'box', west: 2, east: 2.1, north: -2.1, south: 2.1 },
      { kind: 'box', west: -2.1, east: -2, north: -2.1, south: 2.1 },
    ]
    fc.assert(
      fc.property(fc.array(fc.tuple(displacement, displacement), { minLength: 1, maxLength: 30 }), (steps) => {
        const place = { x: 0, z: 0 }
        for (const [dx, dz] of steps) walk(place, dx, dz, shut)
        expect(Math.max(Math.abs(place.x), Math.abs(place.z))).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('[HALL-2] a wall met at an angle is slid along', () => {
    const place = { x: -1, z: 0 }
    walk(place, 2, 1.5, [box])
    expect(place.x).toBeCloseTo(-0.28, 3)
    expect(place.z).toBeGreaterThan(1)
  })

  it('[HALL-2] the edge of the stage, which is no wall, is slid along as well', () => {
    const place = { x: 43, z: 9 }
    walk(place, 2, -4, WALLS, floorHeight)
    expect(floorHeight(place.x, place.z)).toBe(0)
    expect(place.x).toBeCloseTo(45, 1)
  })

  it('[HALL-2] a pillar met off its middle is walked around', () => {
    const place = { x: -2, z: 0.1 }
    for (let i = 0; i < 60; i++) walk(place, 0.1, 0, [{ kind: 'round', x: 0, z: 0, radius: 0.5 }])
    expect(place.x).toBeGreaterThan(1)
  })

  it('[HALL-1] a gap narrower than a body is no way in, from any side', () => {
    const slit: Wall[] = [
      { kind: 'box', west: 0, east: 3, north: -3, south: -0.2 },
      { kind: 'box', west: 0, east: 3, north: 0.2, south: 3 },
      { kind: 'round', x: 3.4, z: 0, radius: 0.5 },
    ]
    for (let turn = 0; turn < 32; turn++) {
      const angle = (turn / 32) * 2 * Math.PI
      const place = { x: 1.5 + 5 * Math.cos(angle), z: 5 * Math.sin(angle) }
      for (let i = 0; i < 60; i++) {
        walk(place, (1.5 - place.x) * 0.1, -place.z * 0.1, slit)
        expect(canStand(place.x, place.z, slit, 1e-5)).toBe(true)
      }
    }
  })

  it('[HALL-3] nobody leaves the hall, and a nonsense step moves nobody', () => {
    const place = { x: 49, z: 29 }
    walk(place, 1e6, 1e6, [])
    expect(place.x).toBeLessThan(HALL.east)
    expect(place.z).toBeLessThan(HALL.south)
    const before = { ...place }
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) walk(place, bad, 1, [])
    expect(place).toEqual(before)
    for (const [x, z] of [
      [50, 0],
      [-50, 0],
      [0, 30],
      [0, -30],
      [900, 900],
    ] as const) {
      expect(canStand(x, z, [])).toBe(false)
    }
  })

  it('[HALL-4] the stage is climbed by its step only', () => {
    const bySide = { x: 43.5, z: 9 }
    walk(bySide, 0, -6, WALLS, floorHeight)
    expect(floorHeight(bySide.x, bySide.z)).toBe(0)
    const byStep = { x: 39.2, z: 0.4 }
    walk(byStep, 3, 0, WALLS, floorHeight)
    expect(floorHeight(byStep.x, byStep.z)).toBe(0.5)
  })

  it('[HALL-5] a city with its own model leaves only the frame in the way', () => {
    for (const plot of PLOTS) expect(plotWalls(plot, true).length).toBeLessThan(plotWalls(plot, false).length)
  })

  it('[HALL-1] clear is what can be walked straight', () => {
    expect(isClear({ x: -1, z: 0 }, { x: 2, z: 0 }, [box])).toBe(false)
    expect(isClear({ x: -1, z: 4 }, { x: 2, z: 4 }, [box])).toBe(true)
    // Up to the stage from its side, and by its step.
    expect(isClear({ x: 43.5, z: 9 }, { x: 43.5, z: 3 }, [], floorHeight)).toBe(false)
    expect(isClear({ x: 39.2, z: 0.4 }, { x: 42, z: 0.4 }, [], floorHeight)).toBe(true)
  })
})
