// The ready tour's stops, and the plans of the other kinds.

import { describe, expect, it } from 'vitest'
import { rundownFor } from '../../../server/session/templates.ts'
import { CITIES } from '../../../shared/hall/cities.ts'
import { plotById } from '../../../shared/hall/layout.ts'
import { canStand } from '../../../shared/hall/walk.ts'
import { hallWalls } from '../../../shared/hall/walls.ts'
import { spotAt } from '../../../shared/hall/where.ts'
import { bilingual, id, pose } from '../../../shared/protocol/parts.ts'
import { KIND_RULES, SESSION_KINDS } from '../../../shared/session/kinds.ts'
import { must } from '../../support/must.ts'

describe('the ready tour', () => {
  const tour = rundownFor('guided-tour')

  it('[LIVE-54] stops at each of the 23 cities once, west to east', () => {
    const spots = tour.map((cue) => (cue.where.kind === 'stop' ? cue.where.spot : ''))
    expect([...spots].sort()).toEqual(CITIES.map((city) => city.id).sort())
    const columns = spots.map((spot) => plotById(spot)?.column ?? -1)
    expect(columns).toEqual([...columns].sort((a, b) => a - b))
  })

  it('[LIVE-54] at each stop the guide stands at the booth, looking at it', () => {
    const stops = tour.flatMap(({ where }) => (where.kind === 'stop' ? [where] : []))
    expect(stops).toHaveLength(23)
    for (const where of stops) {
      const plot = must(plotById(where.spot))
      const { x, z, yaw } = where.pose
      expect(pose.safeParse(where.pose).success).toBe(true)
      expect(spotAt(x, z)).toBe(where.spot)
      expect(canStand(x, z, hallWalls(new Set()))).toBe(true)
      const [dx, dz] = [plot.x - x, plot.z - z]
      const ahead = (-Math.sin(yaw) * dx - Math.cos(yaw) * dz) / Math.hypot(dx, dz)
      expect(ahead).toBeGreaterThan(0.9)
      expect(Math.hypot(dx, dz)).toBeGreaterThan(3.5)
    }
  })

  it('[LIVE-54] every kind has a plan: stops where people walk, the stage where they sit', () => {
    for (const kind of SESSION_KINDS) {
      const rundown = rundownFor(kind)
      expect(new Set(rundown.map((cue) => cue.id)).size).toBe(rundown.length)
      const places = new Set<string>(rundown.map((cue) => cue.where.kind))
      expect(KIND_RULES[kind].moves || !places.has('stop')).toBe(true)
      for (const cue of rundown) {
        expect(id().safeParse(cue.id).success).toBe(true)
        expect(bilingual(80).parse(cue.title)).toEqual(cue.title)
      }
    }
  })
})
