// Two fingers and the lens.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FIELD_OF_VIEW, NARROWEST, pinched } from '../../../client/hall/input/lens.ts'

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
