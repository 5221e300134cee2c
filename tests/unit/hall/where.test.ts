// Spots, links and the arc of a gathered group, on the real plan.

import { describe, expect, it } from 'vitest'
import { fromPlot, PLOTS } from '../../../shared/hall/layout.ts'
import { VIEW_POINTS } from '../../../shared/hall/view-points.ts'
import { canStand, isClear } from '../../../shared/hall/walk.ts'
import { floorHeight, hallWalls } from '../../../shared/hall/walls.ts'
import {
  approachPose,
  arcSpot,
  focusOf,
  gatherSpot,
  nearestPlot,
  SPOTS,
  soundPose,
  spotAt,
  spotById,
  spotLink,
} from '../../../shared/hall/where.ts'
import type { Pose } from '../../../shared/pose/pose.ts'

const WALLS = hallWalls(new Set())
const facing = (pose: Pose, at: { x: number; z: number }) => {
  const distance = Math.hypot(at.x - pose.x, at.z - pose.z)
  return (-Math.sin(pose.yaw) * (at.x - pose.x) - Math.cos(pose.yaw) * (at.z - pose.z)) / distance
}

describe('spots', () => {
  it('[HALL-6] every booth, zone, room and seat and the stage has an id, a link and a free place to stand', () => {
    expect(SPOTS.filter(({ kind }) => kind === 'booth')).toHaveLength(24)
    expect(SPOTS.filter(({ kind }) => kind === 'seat')).toHaveLength(120)
    expect(new Set(SPOTS.map(({ id }) => id)).size).toBe(SPOTS.length)
    for (const { id, pose } of SPOTS) {
      expect([id, canStand(pose.x, pose.z, WALLS)]).toEqual([id, true])
      expect(pose.y).toBe(floorHeight(pose.x, pose.z))
      expect(spotLink(id)).toBe(`/hall/${id}`)
    }
    expect(spotById('nowhere')).toBeUndefined()
  })

  it('[HALL-6] the fixed view points are free places', () => {
    expect(VIEW_POINTS.filter(({ pose }) => !canStand(pose.x, pose.z, WALLS)).map(({ id }) => id)).toEqual([])
  })

  it('[HALL-7] who stands at a booth or before it is at that booth; else at the stage, a room, a zone', () => {
    for (const plot of PLOTS) {
      const visit = spotById(plot.id)?.pose
      expect(visit && spotAt(visit.x, visit.z)).toBe(plot.id)
      expect(nearestPlot(plot.x, plot.z).plot).toBe(plot)
      const approach = approachPose(plot)
      expect(canStand(approach.x, approach.z, WALLS)).toBe(true)
    }
    expect([spotAt(-42, 0), spotAt(0, 0), spotAt(28, 0), spotAt(43, 2), spotAt(30.5, -25)]).toEqual([
      'reception',
      'city-display',
      'promotion',
      'stage',
      'room-1',
    ])
  })

  it('[HALL-7] a booth ends at its sides, at its back, and two metres before its front', () => {
    for (const plot of PLOTS) {
      const at = (right: number, ahead: number) => {
        const { x, z } = fromPlot(plot, right, ahead)
        return spotAt(x, z) === plot.id
      }
      expect([at(0, 5.4), at(0, 5.6), at(3.4, 0), at(3.6, 0), at(-3.6, 0), at(0, -3.4), at(0, -3.6)]).toEqual([
        ...[true, false, true, false, false, true, false],
      ])
    }
  })

  it('[HALL-7] the zones meet at −34 and 26 metres', () => {
    expect([-34.1, -33.9, 25.9, 26.1].map((x) => spotAt(x, 0))).toEqual([
      ...['reception', 'city-display', 'city-display', 'promotion'],
    ])
  })

  it('[HALL-8] whatever pose comes in, one stands inside the hall and looks neither straight up nor down', () => {
    const pose = soundPose({ x: 900, y: 7, z: -900, yaw: 1, pitch: 3 })
    expect(pose).toEqual({ x: 49.5, y: 0, z: -29.5, yaw: 1, pitch: 1.4 })
  })
})

describe('a gathered group', () => {
  it('[HALL-9] stands apart, turned to the booth, each place walked to straight from the guide', () => {
    for (const plot of PLOTS) {
      const guide = spotById(plot.id)?.pose as Pose
      const focus = focusOf(plot.id) as { x: number; z: number }
      const places = Array.from({ length: 40 }, (_, i) => arcSpot(i, guide, WALLS, focus))
      expect(places.every((place) => place !== null)).toBe(true)
      const found = places as Pose[]
      found.forEach((place, i) => {
        expect(isClear(guide, place, WALLS, floorHeight)).toBe(true)
        expect(facing(place, focus)).toBeGreaterThan(0.999)
        for (const other of found.slice(0, i))
          expect(Math.hypot(other.x - place.x, other.z - place.z)).toBeGreaterThan(0.5)
      })
    }
  })

  it('[HALL-9] nobody stands in a pillar or behind one', () => {
    const guide: Pose = { x: 0, y: 0, z: 0, yaw: 0, pitch: 0 }
    const pillars = [-1.6, 0, 1.6].map((x) => ({ kind: 'round', x, z: 2.4, radius: 0.5 }) as const)
    const places = Array.from({ length: 30 }, (_, i) => arcSpot(i, guide, pillars)).filter((place) => place !== null)
    expect(places.length).toBeGreaterThan(10)
    for (const place of places) {
      expect(canStand(place.x, place.z, pillars)).toBe(true)
      expect(isClear(guide, place, pillars, floorHeight)).toBe(true)
    }
  })

  it('[HALL-9] the same arguments give the same place; before the stage one gets a seat', () => {
    const guide = spotById('heze')?.pose as Pose
    expect(gatherSpot(7, guide, 'heze', WALLS)).toEqual(gatherSpot(7, guide, 'heze', WALLS))
    expect(gatherSpot(0, guide, 'stage', WALLS)).toEqual(spotById('seat-1')?.pose)
    expect(gatherSpot(120, guide, 'stage', WALLS)).toBeNull()
  })
})
