// A part as it stands in a file: reordered for the vertex cache, every attribute quantised. The same for all meshes, so that the
// client can put any of them into one batch.

import { MeshoptEncoder } from 'meshoptimizer'
import { at, type Part, type Scene } from '../kit/part.ts'
import { encodeLight, type Packing, pageUv } from '../light/pages.ts'

/** Steps a metre of POSITION: fine for booths and people, coarser for the shell. A node's scale undoes it. */
export const GRID = { fine: 4096, coarse: 1024 } as const

/** Steps a metre of TEXCOORD_0. */
export const UV_STEPS = 512

export interface MeshData {
  readonly name: string
  readonly offset: readonly [number, number, number]
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

/** Quantises a part. Light is left black: see {@link lightFrom}. */
export async function meshData(part: Part, scene: Scene, packing: Packing, grid: number): Promise<MeshData> {
  await MeshoptEncoder.ready
  const indices = new Uint32Array(part.index)
  const [remap, count] = MeshoptEncoder.reorderMesh(indices, true, false)
  const source = new Uint32Array(count)
  remap.forEach((to, from) => {
    if (to !== 0xffffffff) source[to] = from
  })
  const data: MeshData = {
    name: part.name,
    offset: part.offset,
    grid,
    index: indices,
    source,
    position: new Int16Array(3 * count),
    normal: new Int8Array(3 * count),
    colour: new Uint8Array(3 * count),
    mat: new Uint8Array(4 * count),
    uv: new Int16Array(2 * count),
    lightUv: new Uint16Array(2 * count),
    irr: new Uint8Array(4 * count),
  }
  for (let to = 0; to < count; to++) fillVertex(data, to, part, scene, packing)
  return data
}

function fillVertex(data: MeshData, to: number, part: Part, scene: Scene, packing: Packing): void {
  const i = at(data.source, to)
  const { colour, rough, metal, kind, emit } = at(part.material, i)
  for (let k = 0; k < 3; k++) {
    const local = Math.round((at(part.position, 3 * i + k) - at(part.offset, k)) * data.grid)
    if (Math.abs(local) > 32767) throw new Error(`${part.name} reaches beyond its grid`)
    data.position[3 * to + k] = local
    data.normal[3 * to + k] = Math.round(clamp(at(part.normal, 3 * i + k), -1, 1) * 127)
    data.colour[3 * to + k] = byte(at(colour, k))
  }
  data.mat.set([byte(rough), byte(metal), byte(kind / 8), byte(emit)], 4 * to)
  for (let k = 0; k < 2; k++) data.uv[2 * to + k] = Math.round(clamp(at(part.uv, 2 * i + k) * UV_STEPS, -32767, 32767))
  const chart = at(part.chart, i)
  if (chart < 0) {
    data.irr[4 * to + 3] = 255
    return
  }
  const [u, v] = pageUv(at(scene.charts, chart), packing, at(part.st, 2 * i), at(part.st, 2 * i + 1))
  data.lightUv.set([Math.round(u * 65535), Math.round(v * 65535)], 2 * to)
}

/** Writes baked light into the vertices that carry their own; `light` answers for a vertex of the part. */
export function lightFrom(data: MeshData, light: (vertex: number) => readonly [number, number, number]): void {
  data.source.forEach((i, to) => {
    if (data.irr[4 * to + 3] !== 255) return
    data.irr.set(light(i).map(encodeLight), 4 * to)
  })
}
