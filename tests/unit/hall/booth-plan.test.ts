// The plan of the booth and of the hall's furniture: nothing leaves its plot, nothing stands in something else or on the ribbon.

import { describe, expect, it } from 'vitest'
import {
  APPROACH_SPOT,
  type Block,
  FRAME_SOLIDS,
  FURNISHING_ROUNDS,
  FURNISHING_SOLIDS,
  HOST_SPOT,
  LINTEL,
  MODEL_PLACE,
  PANELS,
  PLATFORM,
  PORTAL,
  panelOrder,
  VISIT_SPOT,
  yawFromPlot,
} from '../../../shared/hall/booth-plan.ts'
import { AUDIENCE, BENCHES, GLASS_ROOMS, HALL_ROUNDS, HALL_SOLIDS, PLANTERS } from '../../../shared/hall/hall-plan.ts'
import { fromPlot, HALL, PLOT_SIZE, PLOTS, plotById, ribbonZ } from '../../../shared/hall/layout.ts'

const edges = (b: Block) => [b.x - b.width / 2, b.x + b.width / 2, b.z - b.depth / 2, b.z + b.depth / 2] as const

const free = (x: number, z: number, blocks: readonly Block[], margin: number) =>
  blocks.every((b) => {
    const [west, east, north, south] = edges(b)
    return x < west - margin || x > east + margin || z < north - margin || z > south + margin
  })

describe('the booth plan', () => {
  it('[HALL-20] keeps every part of a default booth within its plot of 7 by 7 metres', () => {
    for (const block of [PLATFORM, LINTEL, MODEL_PLACE, ...FRAME_SOLIDS, ...FURNISHING_SOLIDS])
      for (const edge of edges(block)) expect(Math.abs(edge)).toBeLessThanOrEqual(PLOT_SIZE / 2)
    for (const r of FURNISHING_ROUNDS) {
      expect(Math.abs(r.x) + r.radius).toBeLessThanOrEqual(PLOT_SIZE / 2)
      expect(Math.abs(r.z) + r.radius).toBeLessThanOrEqual(PLOT_SIZE / 2)
    }
  })

  it('[HALL-20] leaves free where one stands, visits and presents', () => {
    for (const spot of [APPROACH_SPOT, VISIT_SPOT, HOST_SPOT]) {
      expect(free(spot.x, spot.z, [...FRAME_SOLIDS, ...FURNISHING_SOLIDS], 0.3)).toBe(true)
      for (const r of FURNISHING_ROUNDS) expect(Math.hypot(spot.x - r.x, spot.z - r.z)).toBeGreaterThan(r.radius + 0.3)
    }
  })

  it('[HALL-20] keeps the place of an uploaded model clear of the portal that always stays', () => {
    expect(free(MODEL_PLACE.x, PORTAL.z - PORTAL.depth / 2, [MODEL_PLACE], 0)).toBe(true)
  })

  it('[HALL-20] shows the first board on the left in plain and in mirrored plots', () => {
    for (const plot of PLOTS) {
      const [left, right] = panelOrder(plot).map((i) => PANELS[i])
      if (!left || !right) throw new Error('two boards')
      const toRight = (fromPlot(plot, right.x, 0).x - fromPlot(plot, left.x, 0).x) * (plot.yaw === 0 ? 1 : -1)
      expect(toRight).toBeGreaterThan(0)
    }
  })

  it('[HALL-20] turns a yaw with its plot', () => {
    const plot = plotById('weifang')
    if (!plot) throw new Error('no plot')
    expect(yawFromPlot(plot, 0.5)).toBeCloseTo(Math.PI - 0.5)
  })
})

describe('the hall plan', () => {
  it('[HALL-21] seats 120 and has six glass rooms', () => {
    expect(AUDIENCE).toHaveLength(120)
    expect(GLASS_ROOMS).toHaveLength(6)
  })

  it('[HALL-21] keeps everything inside the hall and out of the plots', () => {
    const spots = [...HALL_SOLIDS, ...HALL_ROUNDS]
    for (const s of spots) {
      expect(Math.abs(s.x)).toBeLessThan(HALL.east)
      expect(Math.abs(s.z)).toBeLessThan(HALL.south)
      for (const plot of PLOTS)
        expect(Math.max(Math.abs(s.x - plot.x), Math.abs(s.z - plot.z))).toBeGreaterThan(PLOT_SIZE / 2)
    }
    expect(PLANTERS.length + BENCHES.length).toBeGreaterThan(15)
  })

  it('[HALL-21] leaves the ribbon free from the desk to the stage', () => {
    for (let x = -40; x < 39; x += 0.25) {
      const z = ribbonZ(x)
      expect(free(x, z, HALL_SOLIDS, 0.5)).toBe(true)
      for (const r of HALL_ROUNDS) expect(Math.hypot(x - r.x, z - r.z)).toBeGreaterThan(r.radius + 0.4)
    }
  })
})
