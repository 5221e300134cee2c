// From where a level is looked at.

import { describe, expect, it } from 'vitest'
import { nearestLooks, viewsFrom } from '../../bench/looks/view.ts'

describe('looks at a level', () => {
  it('[MODEL-102] are taken from as near as the hall shows it: in front of the booth, from the one behind, from across', () => {
    const { near, mid, far } = nearestLooks()
    expect(near).toBeCloseTo(6.02, 1)
    expect(mid).toBeCloseTo(7.21, 1)
    expect(far).toBeCloseTo(11.57, 1)
  })

  it('[MODEL-102] go from left, front and right, at eye height above the platform', () => {
    const views = viewsFrom(6, 4)
    expect(views).toHaveLength(3)
    for (const { eye, at } of views) {
      expect(Math.hypot(eye[0], eye[2])).toBeCloseTo(6)
      expect(eye[1]).toBeCloseTo(1.626)
      expect(at).toEqual([0, 2, 0])
    }
  })
})
