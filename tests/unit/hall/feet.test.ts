// From intent to steps: keys, the clicked spot, the gaze; and what a click lies on.

import { describe, expect, it } from 'vitest'
import { pick } from '../../../client/hall/booth/pick.ts'
import { Feet } from '../../../client/hall/camera/feet.ts'
import { SNAP, turnGaze } from '../../../client/hall/camera/gaze.ts'
import { Intent } from '../../../client/hall/input/intent.ts'
import { FIELD_OF_VIEW } from '../../../client/hall/input/lens.ts'
import { rayThrough } from '../../../client/hall/input/ray.ts'
import { HALL } from '../../../shared/hall/layout.ts'
import { hallWalls } from '../../../shared/hall/walls.ts'
import { makePose } from '../../../shared/pose/pose-track.ts'

const WALLS = hallWalls(new Set())
const standing = (x: number, z: number, yaw = 0) => Object.assign(makePose(), { x, z, yaw })

function run(feet: Feet, view: ReturnType<typeof standing>, intent: Intent, seconds: number, frames: number) {
  for (let i = 0; i < frames; i++) feet.step(view, intent, WALLS, 2.6, seconds / frames)
}

describe('feet', () => {
  it('[HALL-10] forward is where one looks, and one gets as far at 20 frames a second as at 120', () => {
    const far = [20, 120].map((perSecond) => {
      const view = standing(0, 0, -Math.PI / 2)
      const intent = new Intent()
      intent.forward = 1
      run(new Feet(), view, intent, 2, 2 * perSecond)
      expect(Math.abs(view.z)).toBeLessThan(1e-6)
      return view.x
    }) as [number, number]
    expect(far[0]).toBeGreaterThan(4)
    expect(Math.abs(far[0] - far[1])).toBeLessThan(0.12)
  })

  it('[HALL-11] a clicked spot is walked to and kept; a spot behind a wall is given up', () => {
    const view = standing(0, 0)
    const intent = new Intent()
    intent.walkTo(3, 2)
    run(new Feet(), view, intent, 5, 300)
    expect(Math.hypot(view.x - 3, view.z - 2)).toBeLessThan(0.1)
    expect(intent.hasTarget).toBe(false)
    const blocked = standing(-9, -15)
    intent.walkTo(-9, -9)
    run(new Feet(), blocked, intent, 8, 480)
    expect(intent.hasTarget).toBe(false)
    expect(blocked.z).toBeLessThan(-12.7)
  })

  it('[HALL-11] a key takes over from a clicked spot', () => {
    const view = standing(0, 0)
    const intent = new Intent()
    intent.walkTo(3, 2)
    intent.forward = 1
    run(new Feet(), view, intent, 0.1, 6)
    expect(intent.hasTarget).toBe(false)
  })

  it('[HALL-12] a snap turns by thirty degrees at once, dragging by what was dragged, and both are used up', () => {
    const view = standing(0, 0)
    const intent = new Intent()
    intent.snaps = 2
    intent.dragPitch = 9
    turnGaze(view, intent, 0.016)
    expect(view.yaw).toBeCloseTo(2 * SNAP)
    expect(view.pitch).toBe(1.2)
    expect(intent.active).toBe(false)
  })
})

describe('a click', () => {
  const look = (x: number, z: number, yaw: number, pitch: number) =>
    pick(rayThrough({ x, y: 0, z, yaw, pitch }, HALL.eyeHeight, 0.5, 0.5, 1.6, FIELD_OF_VIEW), WALLS)

  it('[HALL-13] on the floor is a spot of the floor', () => {
    const found = look(0, 0, -Math.PI / 2, -0.4)
    expect(found?.kind).toBe('floor')
    if (found?.kind === 'floor') expect(found.x).toBeCloseTo(HALL.eyeHeight / Math.tan(0.4), 3)
  })

  it('[HALL-13] on a booth’s boards, name or emblem is that booth; on a wall it is nothing', () => {
    expect(look(-9.9, -8.5, 0, 0)).toEqual({ kind: 'booth', id: 'heze' })
    expect(look(-9.9, -3.4, 0, 0.52)).toEqual({ kind: 'booth', id: 'heze' })
    expect(look(-9, -16, Math.PI, -0.3)).toBeNull()
  })
})
