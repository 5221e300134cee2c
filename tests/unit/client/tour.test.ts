// What a session does to one's feet: where the gathered stand, and how one goes on after a reload.

import { describe, expect, it } from 'vitest'
import { gatherPlace } from '../../../client/app/gather.ts'
import { followBefore, rememberTour } from '../../../client/app/tour-memory.ts'
import { PLOTS } from '../../../shared/hall/layout.ts'
import { canStand } from '../../../shared/hall/walk.ts'
import { hallWalls } from '../../../shared/hall/walls.ts'
import { approachPose, spotById } from '../../../shared/hall/where.ts'
import type { Pose } from '../../../shared/pose/pose.ts'
import { memoryShelf } from './fake-socket.ts'

const model = { hash: 'a', size: { x: 1, y: 1, z: 1 } } as never
const booth = (id: string, own: boolean) => ({
  id,
  name: { zh: '', en: '' },
  summary: { zh: '', en: '' },
  summaryIsSample: true,
  model: own ? model : null,
  own: null,
  revision: 1,
})

describe('gathering', () => {
  it.each([false, true])('[UI-49] at every booth all stand free of walls and furnishing; own models: %s', (own) => {
    const booths = Object.fromEntries(PLOTS.map(({ id }) => [id, booth(id, own)]))
    const walls = hallWalls(new Set(own ? PLOTS.map(({ id }) => id) : []))
    const guides = PLOTS.flatMap((plot) =>
      [approachPose(plot), spotById(plot.id)?.pose].filter((pose) => pose !== undefined),
    )
    const inWalls: Pose[] = []
    let placed = 0
    for (const guide of guides) {
      for (let handle = 1; handle <= 40; handle++) {
        const place = gatherPlace(guide, handle, booths)
        if (!place) continue
        placed++
        if (!canStand(place.x, place.z, walls)) inWalls.push(place)
      }
    }
    expect(placed).toBeGreaterThan(guides.length * 20)
    expect(inWalls).toEqual([])
  })
})

describe('after a reload', () => {
  it('[UI-51] who walked alone is free, who followed follows, each in their session only', () => {
    const kept = memoryShelf()
    const shelf = () => kept
    expect(followBefore('session-0001', shelf)).toBe(null)
    for (const mode of ['free', 'together', 'spotlight'] as const) {
      rememberTour('session-0001', mode, shelf)
      expect(followBefore('session-0001', shelf)).toBe(mode)
      expect(followBefore('session-0002', shelf)).toBe(null)
    }
    rememberTour(null, 'free', shelf)
    expect(followBefore('session-0001', shelf)).toBe(null)
  })

  it('[UI-51] without a shelf nothing is remembered and nothing breaks', () => {
    const shelf = () => {
      throw new Error('denied')
    }
    rememberTour('session-0001', 'together', shelf)
    expect(followBefore('session-0001', shelf)).toBe(null)
  })
})
