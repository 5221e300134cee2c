// Cuts a surface into charts: pieces that hang together and face one way closely enough to be laid flat without folding.
import { MeshoptSimplifier } from 'meshoptimizer'

/** A surface in metres: three numbers a vertex, three vertices a triangle. */
export interface Surface {
  readonly positions: Float32Array
  readonly corners: Uint32Array
}

export interface Chart {
  /** Numbers of triangles. */
  readonly triangles: readonly number[]
  /** Where a corner lies: two numbers (metres, from 0) for each of three corners of each triangle, in their order. */
  readonly flat: Float32Array
  readonly width: number
  readonly height: number
  /** The way it faces, a unit. */
  readonly normal: readonly [number, number, number]
}

/** Within a chart no triangle may face further than this from its first ones (cosine). */
const BEND = Math.cos((55 * Math.PI) / 180)
/** Turns that are tried so that a chart lies in a small rectangle. */
const TURNS = 18

/** Cuts it. Meshoptimizer must be ready. */
export function chartsOf(surface: Surface): Chart[] {
  const count = surface.corners.length / 3
  const normals = new Float64Array(count * 3)
  for (let triangle = 0; triangle < count; triangle++) normals.set(areaNormal(surface, triangle), triangle * 3)
  const size = (triangle: number) => Math.hypot(...normals.subarray(triangle * 3, triangle * 3 + 3))
  const neighbours = neighboursOf(surface)
  const order = Array.from({ length: count }, (_, at) => at).sort((a, b) => size(b) - size(a))
  const taken = new Uint8Array(count)
  const charts: Chart[] = []
  for (const first of order) {
    if (taken[first] || size(first) === 0) continue
    charts.push(laidFlat(surface, grow(first, normals, neighbours, taken), normals))
  }
  return charts
}

function grow(
  first: number,
  normals: Float64Array,
  neighbours: readonly (readonly number[])[],
  taken: Uint8Array,
): number[] {
  const mean = [...normals.subarray(first * 3, first * 3 + 3)]
  const found = [first]
  taken[first] = 1
  for (let at = 0; at < found.length; at++) {
    for (const next of neighbours[found[at] ?? 0] ?? []) {
      if (taken[next]) continue
      const normal = normals.subarray(next * 3, next * 3 + 3)
      const length = Math.hypot(...normal)
      const along =
        (normal[0] ?? 0) * (mean[0] ?? 0) + (normal[1] ?? 0) * (mean[1] ?? 0) + (normal[2] ?? 0) * (mean[2] ?? 0)
      if (length === 0 || along < BEND * length * Math.hypot(...mean)) continue
      taken[next] = 1
      found.push(next)
      for (let k = 0; k < 3; k++) mean[k] = (mean[k] ?? 0) + (normal[k] ?? 0)
    }
  }
  return found
}

/** Triangles that share an edge by place, whatever vertices they are drawn with. */
function neighboursOf({ positions, corners }: Surface): readonly (readonly number[])[] {
  const place = MeshoptSimplifier.generatePositionRemap(positions, 3)
  const edges = new Map<number, number[]>()
  const lists: number[][] = Array.from({ length: corners.length / 3 }, () => [])
  for (let at = 0; at < corners.length; at++) {
    const triangle = Math.floor(at / 3)
    const [from, to] = [place[corners[at] ?? 0] ?? 0, place[corners[triangle * 3 + ((at + 1) % 3)] ?? 0] ?? 0]
    const key = Math.min(from, to) * place.length + Math.max(from, to)
    const others = edges.get(key) ?? []
    edges.set(key, others)
    for (const other of others) {
      lists[other]?.push(triangle)
      lists[triangle]?.push(other)
    }
    others.push(triangle)
  }
  return lists
}

function laidFlat({ positions, corners }: Surface, triangles: number[], normals: Float64Array): Chart {
  const mean = [0, 1, 2].map((k) => triangles.reduce((sum, triangle) => sum + (normals[triangle * 3 + k] ?? 0), 0))
  const length = Math.hypot(...mean) || 1
  const normal = mean.map((value) => value / length) as [number, number, number]
  const [u, v] = axesOf(normal)
  const raw = new Float32Array(triangles.length * 6)
  triangles.forEach((triangle, at) => {
    for (let k = 0; k < 3; k++) {
      const from = (corners[triangle * 3 + k] ?? 0) * 3
      for (let axis = 0; axis < 3; axis++) {
        const value = positions[from + axis] ?? 0
        raw[at * 6 + k * 2] = (raw[at * 6 + k * 2] ?? 0) + value * (u[axis] ?? 0)
        raw[at * 6 + k * 2 + 1] = (raw[at * 6 + k * 2 + 1] ?? 0) + value * (v[axis] ?? 0)
      }
    }
  })
  return { triangles, normal, ...smallest(raw) }
}

/** Turned so that its rectangle is small, moved to 0. */
function smallest(raw: Float32Array) {
  let best = turned(raw, 0)
  for (let turn = 1; turn < TURNS; turn++) {
    const next = turned(raw, (turn * Math.PI) / 2 / TURNS)
    if (next.width * next.height < best.width * best.height) best = next
  }
  return best
}

function turned(raw: Float32Array, angle: number) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const flat = new Float32Array(raw.length)
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ] as [[number, number], [number, number]]
  for (let at = 0; at < raw.length; at += 2) {
    const [x, y] = [raw[at] ?? 0, raw[at + 1] ?? 0]
    flat[at] = x * cos - y * sin
    flat[at + 1] = x * sin + y * cos
    for (const k of [0, 1] as const) {
      low[k] = Math.min(low[k], flat[at + k] ?? 0)
      high[k] = Math.max(high[k], flat[at + k] ?? 0)
    }
  }
  for (let at = 0; at < flat.length; at++) flat[at] = (flat[at] ?? 0) - low[at & 1 ? 1 : 0]
  return { flat, width: high[0] - low[0], height: high[1] - low[1] }
}

function axesOf([x, y, z]: readonly [number, number, number]) {
  const helper = Math.abs(y) < 0.9 ? ([0, 1, 0] as const) : ([1, 0, 0] as const)
  const cross = (a: readonly number[], b: readonly number[]) => [
    (a[1] ?? 0) * (b[2] ?? 0) - (a[2] ?? 0) * (b[1] ?? 0),
    (a[2] ?? 0) * (b[0] ?? 0) - (a[0] ?? 0) * (b[2] ?? 0),
    (a[0] ?? 0) * (b[1] ?? 0) - (a[1] ?? 0) * (b[0] ?? 0),
  ]
  const first = cross(helper, [x, y, z])
  const length = Math.hypot(...first)
  const u = first.map((value) => value / length)
  return [u, cross([x, y, z], u)] as const
}

/** Along the normal, as long as twice the area. */
function areaNormal({ positions, corners }: Surface, triangle: number): number[] {
  const at = (k: number, axis: number) => positions[(corners[triangle * 3 + k] ?? 0) * 3 + axis] ?? 0
  const u = [0, 1, 2].map((axis) => at(1, axis) - at(0, axis)) as [number, number, number]
  const v = [0, 1, 2].map((axis) => at(2, axis) - at(0, axis)) as [number, number, number]
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
}
