// A part is one mesh of a GLB while it is drawn: growing lists of vertices and triangles in hall coordinates.
// A chart is one flat rectangle that gets its own texels in the light map. A scene holds all parts and all charts.

import type { Material, Vec3 } from './material.ts'

export interface Chart {
  readonly id: number
  readonly page: 'floor' | 'hall'
  readonly origin: Vec3
  readonly u: Vec3
  readonly v: Vec3
  readonly normal: Vec3
  readonly columns: number
  readonly rows: number
  /** Linear rgb that it sends out whatever falls on it; null for an ordinary surface. */
  readonly glow: Vec3 | null
}

export interface Part {
  readonly name: string
  /** Where the node stands and how it is turned about y; vertices are written in its frame. */
  readonly offset: Vec3
  readonly yaw: number
  /** Ends of stretches of the index that keep their order among each other: what many parts share comes first and packs the same. */
  readonly groups: number[]
  readonly position: number[]
  readonly normal: number[]
  readonly material: Material[]
  readonly uv: number[]
  /** Id of the chart a vertex is lit by, −1 where the vertex carries its own light. */
  readonly chart: number[]
  /** Place in the chart, 0 … 1. */
  readonly st: number[]
  readonly index: number[]
  /** One flag a triangle: it casts shadows and sends light in the bake. */
  readonly occludes: boolean[]
}

export interface Scene {
  readonly parts: Part[]
  readonly charts: Chart[]
  /** Ranges of chart ids that every booth has alike: they lie alike on the page too. */
  readonly blocks: (readonly [number, number])[]
}

export const newPart = (name: string, offset: Vec3 = [0, 0, 0], yaw = 0): Part => ({
  name,
  offset,
  yaw,
  groups: [],
  position: [],
  normal: [],
  material: [],
  uv: [],
  chart: [],
  st: [],
  index: [],
  occludes: [],
})

export interface Vertex {
  readonly p: Vec3
  readonly n: Vec3
  readonly material: Material
  readonly uv: readonly [number, number]
  readonly chart: number
  readonly st: readonly [number, number]
}

/** Adds a vertex; answers its index. */
export function addVertex(part: Part, vertex: Vertex): number {
  part.position.push(...vertex.p)
  part.normal.push(...vertex.n)
  part.material.push(vertex.material)
  part.uv.push(...vertex.uv)
  part.chart.push(vertex.chart)
  part.st.push(...vertex.st)
  return part.material.length - 1
}

export function addTriangle(part: Part, a: number, b: number, c: number, occludes: boolean): void {
  part.index.push(a, b, c)
  part.occludes.push(occludes)
}

/** Closes a stretch of the index, see {@link Part.groups}. */
export function closeGroup(part: Part): void {
  part.groups.push(part.index.length)
}

/** The value at an index that must exist: a fault, not a refusal, when it does not. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index]
  if (value === undefined) throw new Error(`nothing at ${index} of ${list.length}`)
  return value
}
