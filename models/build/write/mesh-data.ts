// A part as it stands in a file: in its node's frame, quantised, equal vertices merged, reordered for the vertex cache group by
// group. Every mesh has the same attributes in the same types, so that the client can put any of them into one batch.

import { MeshoptEncoder } from 'meshoptimizer'
import { KIND } from '../kit/material.ts'
import { at, type Part, type Scene } from '../kit/part.ts'
import { encodeCoarse, type Packing, pageUv } from '../light/pages.ts'

/** Steps a metre of POSITION: fine for booths and people, coarser for the shell. A node's scale undoes it. */
export const GRID = { fine: 2048, coarse: 1024 } as const

/** Steps a metre of TEXCOORD_0. */
export const UV_STEPS = 256

export interface MeshData {
  readonly name: string
  readonly offset: readonly [number, number, number]
  readonly yaw: number
  readonly grid: number
  readonly index: Uint32Array
  /** Number of the part's vertex for each vertex written. */
  readonly source: Uint32Array
  readonly position: Int16Array
  readonly normal: Int8Array
  readonly colour: Uint8Array
  readonly mat: Uint8Array
  readonly uv: Int16Array
  readonly lightUv: Uint16Array
  /** Filled in by the bake, or read back from a file. */
  readonly irr: Uint8Array
}

const clamp = (v: number, low: number, high: number) => Math.min(high, Math.max(low, v))

const byte = (v: number) => Math.round(clamp(v, 0, 1) * 255)

/** Numbers of one written vertex, in the order of {@link FIELDS}. */
type Packed = readonly number[]

const FIELDS = [3, 3, 3, 4, 2, 2, 1] as const

/** Quantises a part. Light is left black: see {@link lightFrom}. */
export async function meshData(part: Part, scene: Scene, packing: Packing, grid: number): Promise<MeshData> {
  await MeshoptEncoder.ready
  const packed = part.material.map((_, i) => packVertex(part, i, scene, packing, grid))
  const { index, source } = order(part, merge(packed))
  const column = <T extends Int16Array | Int8Array | Uint8Array | Uint16Array>(field: number, into: T): T => {
    const size = at(FIELDS, field)
    const from = FIELDS.slice(0, field).reduce((a, b) => a + b, 0)
    source.forEach((i, to) => {
      for (let k = 0; k < size; k++) into[to * size + k] = at(at(packed, i), from + k)
    })
    return into
  }
  const count = source.length
  const irr = new Uint8Array(4 * count)
  source.forEach((i, to) => {
    irr[4 * to + 3] = at(at(packed, i), 17)
  })
  return {
    name: part.name,
    offset: part.offset,
    yaw: part.yaw,
    grid,
    index,
    source,
    position: column(0, new Int16Array(3 * count)),
    normal: column(1, new Int8Array(3 * count)),
    colour: column(2, new Uint8Array(3 * count)),
    mat: column(3, new Uint8Array(4 * count)),
    uv: column(4, new Int16Array(2 * count)),
    lightUv: column(5, new Uint16Array(2 * count)),
    irr,
  }
}

function packVertex(part: Part, i: number, scene: Scene, packing: Packing, grid: number): Packed {
  const { colour, rough, metal, kind, emit } = at(part.material, i)
  const [c, s] = [Math.cos(part.yaw), Math.sin(part.yaw)]
  const turn = (x: number, y: number, z: number) => [c * x - s * z, y, s * x + c * z]
  const value = (list: number[], k: number) => at(list, 3 * i + k)
  const away = (k: number) => value(part.position, k) - at(part.offset, k)
  const position = turn(away(0), away(1), away(2)).map((v) => Math.round(v * grid))
  if (position.some((v) => Math.abs(v) > 32767)) throw new Error(`${part.name} reaches beyond its grid`)
  const normal = turn(value(part.normal, 0), value(part.normal, 1), value(part.normal, 2))
  const grained = kind !== KIND.plain && kind !== KIND.glow && kind !== KIND.leaf
  const uv = [0, 1].map((k) => (grained ? Math.round(clamp(at(part.uv, 2 * i + k) * UV_STEPS, -32767, 32767)) : 0))
  const chart = at(part.chart, i)
  const light =
    chart < 0 ? [0, 0] : pageUv(at(scene.charts, chart), packing, at(part.st, 2 * i), at(part.st, 2 * i + 1))
  return [
    ...position,
    ...normal.map((v) => Math.round(clamp(v, -1, 1) * 127)),
    ...colour.map(byte),
    ...[rough, metal, kind / 8, emit].map(byte),
    ...uv,
    ...light,
    chart < 0 ? 255 : 0,
  ]
}

/** For each vertex the first one equal to it. */
function merge(packed: readonly Packed[]): Uint32Array {
  const known = new Map<number, number>()
  return Uint32Array.from(packed, (vertex, i) => {
    const key = fingerprint(vertex)
    const first = known.get(key) ?? i
    known.set(key, first)
    return first
  })
}

/** 53 bits of a vertex: two running hashes side by side. */
function fingerprint(vertex: Packed): number {
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  for (const v of vertex) {
    a = Math.imul(a ^ v, 0x01000193)
    b = Math.imul(b ^ (v + 0x7f4a7c15), 0x85ebca6b)
    b ^= b >>> 13
  }
  return (a >>> 0) * 2 ** 21 + (b >>> 11)
}

/** Orders triangles and vertices for the vertex cache, one group after the other; drops triangles without area. */
function order(part: Part, merged: Uint32Array): { index: Uint32Array; source: Uint32Array } {
  const index: number[] = []
  const source: number[] = []
  const placed = new Map<number, number>()
  let from = 0
  for (const to of [...part.groups, part.index.length]) {
    const group: number[] = []
    for (let t = from; t < to; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => at(merged, at(part.index, t + k))) as [number, number, number]
      if (a !== b && b !== c && a !== c) group.push(a, b, c)
    }
    from = to
    if (!group.length) continue
    const used = [...new Set(group)].sort((a, b) => a - b)
    const local = new Map(used.map((v, i) => [v, i]))
    const ordered = Uint32Array.from(group, (v) => local.get(v) ?? 0)
    const [remap] = MeshoptEncoder.reorderMesh(ordered, true, false)
    const back = new Uint32Array(used.length)
    remap.forEach((now, before) => {
      if (now < back.length) back[now] = at(used, before)
    })
    for (const v of ordered) {
      const vertex = at(back, v)
      const known = placed.get(vertex)
      if (known === undefined) {
        placed.set(vertex, source.length)
        source.push(vertex)
      }
      index.push(known ?? source.length - 1)
    }
  }
  return { index: Uint32Array.from(index), source: Uint32Array.from(source) }
}

/** Writes baked light into the vertices that carry their own; `light` answers for a vertex of the part. */
export function lightFrom(data: MeshData, light: (vertex: number) => readonly [number, number, number]): void {
  data.source.forEach((i, to) => {
    if (data.irr[4 * to + 3] !== 255) return
    data.irr.set(light(i).map(encodeCoarse), 4 * to)
  })
}
