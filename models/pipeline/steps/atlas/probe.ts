// Looks of a simple surface, taken from the model before anything was taken away: at single places, and so many over each triangle
// that one can tell whether colours at the vertices are enough.
import { Vector3 } from 'three'
import type { Chart, Surface } from './charts.ts'
import { LOOK, type Triple } from './look.ts'
import { crossed, type Source } from './source.ts'

/** Triangles whose distance from the source tells that of all. */
const TELLING = 300

/** Asks a source along one surface. */
export class Probe {
  readonly surface: Surface
  readonly #source: Source
  readonly #reach: number
  readonly #normals: Float32Array
  readonly #place = new Vector3()
  readonly #normal = new Vector3()

  constructor(surface: Surface, source: Source) {
    this.surface = surface
    this.#source = source
    const count = surface.corners.length / 3
    this.#normals = new Float32Array(count * 3)
    for (let triangle = 0; triangle < count; triangle++) {
      const normal = crossed(...this.#corners(triangle))
      const length = Math.hypot(...normal) || 1
      for (let k = 0; k < 3; k++) this.#normals[triangle * 3 + k] = (normal[k] ?? 0) / length
    }
    this.#reach = this.#reachOf(count)
  }

  #reachOf(count: number): number {
    const step = Math.max(1, Math.floor(count / TELLING))
    const some = Array.from({ length: Math.floor(count / step) }, (_, at) => at * step)
    const middles = some.flatMap((triangle) => {
      const three = this.#corners(triangle)
      return [0, 1, 2].map((k) => three.reduce((sum, corner) => sum + (corner[k] ?? 0) / 3, 0))
    })
    const normals = some.flatMap((triangle) => [...this.#normals.subarray(triangle * 3, triangle * 3 + 3)])
    return this.#source.reachOf(Float32Array.from(middles), Float32Array.from(normals))
  }

  /** Adds the look at a place of a triangle. `metres`: how wide it is read. */
  add(out: Float32Array, to: number, triangle: number, shares: Triple, metres: number): void {
    const { positions, corners } = this.surface
    this.#place.set(0, 0, 0)
    for (let k = 0; k < 3; k++) {
      const from = (corners[triangle * 3 + k] ?? 0) * 3
      const share = shares[k] ?? 0
      this.#place.x += (positions[from] ?? 0) * share
      this.#place.y += (positions[from + 1] ?? 0) * share
      this.#place.z += (positions[from + 2] ?? 0) * share
    }
    this.#normal.fromArray(this.#normals, triangle * 3)
    this.#source.look(out, to, this.#place, this.#normal, metres, this.#reach)
  }

  /** Square metres. */
  area(triangle: number): number {
    return Math.hypot(...crossed(...this.#corners(triangle))) / 2
  }

  #corners(triangle: number): readonly [Triple, Triple, Triple] {
    const at = (k: number): Triple => {
      const from = (this.surface.corners[triangle * 3 + k] ?? 0) * 3
      const { positions } = this.surface
      return [positions[from] ?? 0, positions[from + 1] ?? 0, positions[from + 2] ?? 0]
    }
    return [at(0), at(1), at(2)]
  }
}

/** A chart without a picture of its own: colours at its vertices, one finish and one glow. */
export interface Plain {
  /** RGBA (linear) by vertex number. */
  readonly colours: ReadonlyMap<number, readonly number[]>
  /** The mean look. */
  readonly mean: Float32Array
  /** How far off this is from the truth: root of the mean square, of stored values 0 … 1. */
  readonly error: number
}

const INNER: readonly Triple[] = [
  [1 / 3, 1 / 3, 1 / 3],
  [0.6, 0.2, 0.2],
  [0.2, 0.6, 0.2],
  [0.2, 0.2, 0.6],
]
const AT_CORNER: readonly Triple[] = [
  [0.86, 0.07, 0.07],
  [0.07, 0.86, 0.07],
  [0.07, 0.07, 0.86],
]

/** The chart with colours at its vertices, and what is lost by that. */
export function plainOf(probe: Probe, chart: Chart): Plain {
  const sums = new Map<number, { colour: Float32Array; weight: number }>()
  const mean = new Float32Array(LOOK.size)
  const inner = new Float32Array(chart.triangles.length * INNER.length * LOOK.size)
  const one = new Float32Array(LOOK.size)
  let whole = 0
  chart.triangles.forEach((triangle, index) => {
    const area = probe.area(triangle)
    const metres = Math.sqrt(area) / 3
    whole += area
    AT_CORNER.forEach((shares, k) => {
      probe.add(one.fill(0), 0, triangle, shares, metres)
      const vertex = probe.surface.corners[triangle * 3 + k] ?? 0
      const sum = sums.get(vertex) ?? { colour: new Float32Array(4), weight: 0 }
      sums.set(vertex, sum)
      sum.weight += area
      for (let c = 0; c < 4; c++) sum.colour[c] = (sum.colour[c] ?? 0) + (one[c] ?? 0) * area
    })
    INNER.forEach((shares, k) => {
      const at = (index * INNER.length + k) * LOOK.size
      probe.add(inner, at, triangle, shares, metres)
      for (let c = 0; c < LOOK.size; c++) mean[c] = (mean[c] ?? 0) + ((inner[at + c] ?? 0) * area) / INNER.length
    })
  })
  for (let c = 0; c < LOOK.size; c++) mean[c] = (mean[c] ?? 0) / (whole || 1)
  const colours = new Map(
    [...sums].map(([vertex, { colour, weight }]) => [vertex, [...colour].map((v) => v / (weight || 1))]),
  )
  return { colours, mean, error: errorOf(probe, chart, { colours, mean }, inner) }
}

function errorOf(probe: Probe, chart: Chart, { colours, mean }: Omit<Plain, 'error'>, inner: Float32Array): number {
  let [sum, whole] = [0, 0]
  chart.triangles.forEach((triangle, index) => {
    const area = probe.area(triangle)
    const three = [0, 1, 2].map((k) => colours.get(probe.surface.corners[triangle * 3 + k] ?? 0) ?? [])
    INNER.forEach((shares, k) => {
      const at = (index * INNER.length + k) * LOOK.size
      let square = 0
      for (let c = 0; c < LOOK.size; c++) {
        const told =
          c < 4
            ? three.reduce((mix, colour, corner) => mix + (colour[c] ?? 0) * (shares[corner] ?? 0), 0)
            : (mean[c] ?? 0)
        // Roots are near to what is stored and to what one sees.
        const off =
          c < 4 || c >= LOOK.glow ? Math.sqrt(told) - Math.sqrt(inner[at + c] ?? 0) : told - (inner[at + c] ?? 0)
        square += off * off
      }
      sum += (area * square) / INNER.length
      whole += area / INNER.length
    })
  })
  return whole > 0 ? Math.sqrt(sum / whole / 3) : 0
}
