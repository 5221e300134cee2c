// Two fingers and the lens.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FIELD_OF_VIEW, lensFor, NARROWEST, pinched } from '../../../client/hall/input/lens.ts'

const tan = (degrees: number) => Math.tan((degrees * Math.PI) / 360)

it('[HALL-23] fingers apart look closer, together wider, and the picture grows as they do', () => {
  const closer = pinched(58, 100, 120)
  expect(tan(58) / tan(closer)).toBeCloseTo(1.2)
  expect(pinched(closer, 120, 100)).toBeCloseTo(58)
})

it('[HALL-23] whatever two fingers do, the lens stays within its limits', () => {
  const pixels = fc.double({ min: 0, max: 4000, noNaN: true })
  fc.assert(
    fc.property(fc.array(pixels, { minLength: 2 }), (distances) => {
      let fov = FIELD_OF_VIEW
      distances.forEach((after, i) => {
        fov = pinched(fov, distances[i - 1] ?? after, after)
        expect(fov).toBeGreaterThanOrEqual(NARROWEST - 1e-9)
        expect(fov).toBeLessThanOrEqual(FIELD_OF_VIEW)
      })
    }),
  )
})

it('[HALL-23] fingers on one spot change nothing', () => {
  expect(pinched(50, 0, 80)).toBe(50)
  expect(pinched(50, 80, 0)).toBe(50)
})

it('[HALL-29] an upright picture shows more than a slit from left to right, a wide one is left as it is', () => {
  const across = (aspect: number) => tan(lensFor(FIELD_OF_VIEW, aspect)) * aspect
  expect(lensFor(FIELD_OF_VIEW, 1.6)).toBe(FIELD_OF_VIEW)
  expect(lensFor(FIELD_OF_VIEW, 0.62)).toBe(FIELD_OF_VIEW)
  expect(across(390 / 844)).toBeCloseTo(across(0.62))
  expect(lensFor(FIELD_OF_VIEW, 0.2)).toBeLessThan(78)
  expect(lensFor(FIELD_OF_VIEW, 0)).toBe(FIELD_OF_VIEW)
})

it('[HALL-29] two fingers enlarge an upright picture as much as any other', () => {
  const closer = pinched(FIELD_OF_VIEW, 100, 120)
  expect(tan(lensFor(FIELD_OF_VIEW, 0.46)) / tan(lensFor(closer, 0.46))).toBeCloseTo(1.2)
})
