// All that the bake needs of a scene, flattened into typed arrays that worker threads can share.
// Samples are numbered through: texels of all charts, then welded vertices, then the probe grid.

import { HALL } from '../../../shared/hall/layout.ts'
import { at, type Part } from '../kit/part.ts'
import type { HallScene } from '../scene.ts'
import { lamps, type Spot } from './lamps.ts'

/** Cells of the probe grid along x and z, and its height over the floor in metres. */
export const PROBES = { columns: 50, rows: 30, height: 1.1, directions: 6 } as const

/** Numbers a chart takes in {@link BakeInput}.charts: origin, u, v, normal, columns, rows, first sample, glows, glow rgb. */
export const CHART_STRIDE = 19

export interface BakeInput {
  /** Corners of all triangles that shadow, 9 numbers each. */
  readonly corners: Float32Array
  /** Linear rgb a triangle. */
  readonly albedo: Float32Array
  /** Chart of a triangle or −1. */
  readonly chartOf: Int32Array
  /** Vertex sample that answers for a vertex-lit triangle. */
  readonly sampleOf: Int32Array
  readonly charts: Float64Array
  /** Position and normal of vertex samples, 6 numbers each. */
  readonly vertices: Float32Array
  readonly texels: number
  readonly samples: number
  readonly lamps: readonly Spot[]
}

const weldKey = (part: Part, i: number): string => {
  const p = [0, 1, 2].map((k) => Math.round(at(part.position, 3 * i + k) * 200))
  const n = [0, 1, 2].map((k) => Math.round(at(part.normal, 3 * i + k) * 4))
  return `${p.join()}|${n.join()}`
}

/** Welds vertices that carry their own light: same spot within 5 mm, same direction within about 10°. */
export class Welder {
  readonly #known = new Map<string, number>()
  readonly vertices: number[] = []

  /** Number of the sample for a vertex of a part, made if new. */
  sample(part: Part, i: number): number {
    const key = weldKey(part, i)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const made = this.#known.size
    this.#known.set(key, made)
    for (const list of [part.position, part.normal])
      this.vertices.push(at(list, 3 * i), at(list, 3 * i + 1), at(list, 3 * i + 2))
    return made
  }
}

/** The welded sample of each vertex of each part, −1 for vertices lit by a chart. */
export function weldParts(scene: HallScene): { welder: Welder; samplesOf: Map<Part, Int32Array> } {
  const welder = new Welder()
  const samplesOf = new Map<Part, Int32Array>()
  for (const part of new Set([...scene.parts, ...scene.written]))
    samplesOf.set(
      part,
      Int32Array.from(part.chart, (chart, i) => (chart < 0 ? welder.sample(part, i) : -1)),
    )
  return { welder, samplesOf }
}

function packCharts(scene: HallScene): { charts: Float64Array; texels: number } {
  const charts = new Float64Array(scene.charts.length * CHART_STRIDE)
  let texels = 0
  scene.charts.forEach((chart, i) => {
    const { origin, u, v, normal, columns, rows, glow } = chart
    charts.set(
      [...origin, ...u, ...v, ...normal, columns, rows, texels, glow ? 1 : 0, ...(glow ?? [0, 0, 0])],
      i * CHART_STRIDE,
    )
    texels += columns * rows
  })
  return { charts, texels }
}

/** Flattens a scene for the bake. */
export function bakeInput(scene: HallScene, samplesOf: Map<Part, Int32Array>, welder: Welder): BakeInput {
  const { charts, texels } = packCharts(scene)
  const corners: number[] = []
  const albedo: number[] = []
  const chartOf: number[] = []
  const sampleOf: number[] = []
  for (const part of scene.parts) {
    const samples = samplesOf.get(part)
    if (!samples) continue
    part.occludes.forEach((occludes, t) => {
      if (!occludes) return
      for (let k = 0; k < 3; k++) {
        const i = at(part.index, 3 * t + k)
        corners.push(at(part.position, 3 * i), at(part.position, 3 * i + 1), at(part.position, 3 * i + 2))
      }
      const first = at(part.index, 3 * t)
      albedo.push(...at(part.material, first).colour)
      chartOf.push(at(part.chart, first))
      sampleOf.push(at(samples, first))
    })
  }
  const probes = PROBES.columns * PROBES.rows * PROBES.directions
  return {
    corners: new Float32Array(corners),
    albedo: new Float32Array(albedo),
    chartOf: new Int32Array(chartOf),
    sampleOf: new Int32Array(sampleOf),
    charts,
    vertices: new Float32Array(welder.vertices),
    texels,
    samples: texels + welder.vertices.length / 6 + probes,
    lamps: lamps(),
  }
}

/** Middle of a probe cell. */
export function probeSpot(column: number, row: number): readonly [number, number, number] {
  const x = HALL.west + ((column + 0.5) * (HALL.east - HALL.west)) / PROBES.columns
  return [x, PROBES.height, HALL.north + ((row + 0.5) * (HALL.south - HALL.north)) / PROBES.rows]
}
