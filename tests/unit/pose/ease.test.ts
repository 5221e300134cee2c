// Easing that does not depend on the frame rate.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { angleBetween, ease, easeAngle } from '../../../shared/pose/ease.ts'

const number = fc.double({ min: -100, max: 100, noNaN: true })
const dt = fc.double({ min: 0, max: 2, noNaN: true })

it('[POSE-46] two half steps make one whole, and no step overshoots', () => {
  fc.assert(
    fc.property(number, number, fc.double({ min: 0.1, max: 30, noNaN: true }), dt, (from, to, rate, time) => {
      const whole = ease(from, to, rate, time)
      expect(ease(ease(from, to, rate, time / 2), to, rate, time / 2)).toBeCloseTo(whole, 6)
      expect(whole).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-9)
      expect(whole).toBeLessThanOrEqual(Math.max(from, to) + 1e-9)
    }),
  )
})

it('[POSE-46] an angle turns by at most half a circle and arrives', () => {
  fc.assert(
    fc.property(number, number, (from, to) => {
      expect(Math.abs(angleBetween(from, to))).toBeLessThanOrEqual(Math.PI + 1e-9)
      expect(Math.abs(angleBetween(easeAngle(from, to, 50, 10), to))).toBeLessThan(1e-6)
    }),
  )
})
