// The guards one by one: a sound triangle with one thing wrong, and the code it is refused with before any library reads it.
// Larger and stranger files are the hostile ones of tests/integration/model.

import { describe, expect, it } from 'vitest'
import { ModelFault } from '../../../models/pipeline/fault.ts'
import { guard } from '../../../models/pipeline/guard/guard.ts'
import { checkKtx2 } from '../../../models/pipeline/guard/ktx2.ts'
import { fetchUri } from '../../../models/pipeline/guard/resources.ts'

type Json = Record<string, unknown>

/** A GLB of this JSON and these bytes. */
function glb(json: Json, bin: Uint8Array): Uint8Array {
  const pad = (bytes: Uint8Array, fill: number) => {
    const out = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(fill)
    out.set(bytes)
    return out
  }
  const chunk = (type: number, bytes: Uint8Array) => {
    const head = Buffer.alloc(8)
    head.writeUInt32LE(bytes.length, 0)
    head.writeUInt32LE(type, 4)
    return Buffer.concat([head, bytes])
  }
  const chunks = [
    chunk(0x4e4f534a, pad(new TextEncoder().encode(JSON.stringify(json)), 0x20)),
    chunk(0x004e4942, pad(bin, 0)),
  ]
  const head = Buffer.alloc(12)
  head.write('glTF', 'latin1')
  head.writeUInt32LE(2, 4)
  head.writeUInt32LE(12 + chunks.reduce((sum, one) => sum + one.length, 0), 8)
  return new Uint8Array(Buffer.concat([head, ...chunks]))
}

const BYTES = 512
const positions = { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3' }
const triangle = { attributes: { POSITION: 0 } }
const sound: Json = {
  asset: { version: '2.0' },
  scene: 0,
  scenes: [{ nodes: [0] }],
  nodes: [{ mesh: 0 }],
  meshes: [{ primitives: [triangle] }],
  accessors: [positions],
  bufferViews: [{ buffer: 0, byteLength: 36 }],
  buffers: [{ byteLength: BYTES }],
}

/** The first fault of the triangle with these parts in place of its own. */
async function refusal(change: Json, fill: (bin: Uint8Array) => void = () => {}): Promise<string> {
  const bin = new Uint8Array(BYTES)
  // Three corners, so that the plain triangle is sound.
  new Float32Array(bin.buffer, 0, 9).set([0, 0, 0, 1, 0, 0, 0, 1, 0])
  fill(bin)
  const answer = await guard(glb({ ...sound, ...change }, bin))
  return answer.ok ? 'taken' : (answer.summary.faults[0]?.code ?? 'no code')
}

const meshes = (...primitives: Json[]) => ({ meshes: [{ primitives }] })
const view = (byteOffset: number, byteLength: number, more: Json = {}) => ({
  buffer: 0,
  byteOffset,
  byteLength,
  ...more,
})
const own = view(0, 36)
const accessor = (bufferView: number | undefined, count: number, type = 'VEC3', componentType = 5126): Json => ({
  ...(bufferView === undefined ? {} : { bufferView }),
  count,
  type,
  componentType,
})
const sparse = (indices: readonly number[]) => ({
  bufferViews: [own, view(40, 8), view(48, 96)],
  accessors: [
    {
      ...positions,
      sparse: {
        count: indices.length,
        indices: { bufferView: 1, componentType: 5121 },
        values: { bufferView: 2 },
      },
    },
  ],
})
const at = (offset: number, bytes: readonly number[]) => (bin: Uint8Array) => bin.set(bytes, offset)

describe('the graph', () => {
  it.each([
    ['nothing', {}, 'taken'],
    [
      'a node with two parents',
      { nodes: [{ children: [1, 2] }, { children: [3] }, { children: [3] }, { mesh: 0 }] },
      'model.node-parents',
    ],
    ['a cycle that no scene shows', { nodes: [{ mesh: 0 }, { children: [2] }, { children: [1] }] }, 'model.node-cycle'],
    [
      'a node with two parents that no scene shows',
      { nodes: [{ mesh: 0 }, { children: [3] }, { children: [3] }, {}] },
      'model.node-parents',
    ],
    ['a scale of a hundred thousand', { nodes: [{ mesh: 0, scale: [1e5, 1e5, 1e5] }] }, 'model.extent'],
    ['a scale of a hundred-thousandth', { nodes: [{ mesh: 0, scale: [1e-5, 1e-5, 1e-5] }] }, 'model.extent'],
    [
      'scales whose product is no number',
      {
        nodes: [
          { children: [1], scale: [1e200, 1, 1] },
          { mesh: 0, scale: [1e200, 1, 1] },
        ],
      },
      'model.not-finite',
    ],
    ['a mesh that is not there', { nodes: [{ mesh: 1 }] }, 'model.reference'],
    ['a scene that is not there', { scene: 1 }, 'model.reference'],
  ])('[MODEL-18] %s', async (_what, change, code) => {
    expect(await refusal(change)).toBe(code)
  })

  it('[MODEL-18] more nodes than may be are refused by their number, before one is looked at', async () => {
    expect(await refusal({ nodes: Array.from({ length: 20_001 }, () => 'not a node') })).toBe('model.node-count')
  })
})

describe('bytes', () => {
  it.each([
    ['a buffer longer than its bytes', { buffers: [{ byteLength: BYTES + 1 }] }, 'model.buffer-short'],
    ['a view over the end of its buffer', { bufferViews: [view(BYTES - 35, 36)] }, 'model.view-range'],
    ['an accessor over the end of its view', { accessors: [{ ...positions, count: 4 }] }, 'model.accessor-range'],
    ['a stride shorter than an element', { bufferViews: [{ ...own, byteStride: 8 }] }, 'model.accessor-range'],
    [
      'attributes of different length',
      { accessors: [positions, accessor(0, 2)], ...meshes({ attributes: { POSITION: 0, NORMAL: 1 } }) },
      'model.accessor-range',
    ],
    ['positions of two numbers', { accessors: [accessor(0, 3, 'VEC2')] }, 'model.schema'],
    ['a material that is not there', meshes({ ...triangle, material: 0 }), 'model.reference'],
  ])('[MODEL-18] %s', async (_what, change, code) => {
    expect(await refusal(change)).toBe(code)
  })

  it.each([
    [[0, 2], 'taken'],
    [[2, 0], 'model.accessor-range'],
    [[1, 1], 'model.accessor-range'],
    [[0, 3], 'model.accessor-range'],
  ])('[MODEL-18] sparse indices %j of three: %s', async (indices, code) => {
    expect(await refusal(sparse(indices), at(40, indices))).toBe(code)
  })
})

describe('skins and instances', () => {
  const skin = (joints: readonly number[], matrices: number) => ({
    nodes: [{ mesh: 0, skin: 0 }, {}, {}],
    bufferViews: [own, view(64, 64 * 3)],
    accessors: [positions, accessor(1, matrices, 'MAT4')],
    skins: [{ joints, inverseBindMatrices: 1 }],
  })
  const instances = (count: number) => ({
    nodes: [{ mesh: 0, extensions: { EXT_mesh_gpu_instancing: { attributes: { TRANSLATION: 1 } } } }],
    accessors: [positions, accessor(undefined, count)],
  })
  it.each([
    ['two joints with their matrices', skin([1, 2], 2), 'taken'],
    ['fewer matrices than joints', skin([1, 2], 1), 'model.accessor-range'],
    ['a joint twice', skin([1, 1], 2), 'model.reference'],
    ['a joint that is not there', skin([1, 3], 2), 'model.reference'],
    ['ten thousand instances', instances(10_000), 'taken'],
    ['one more', instances(10_001), 'model.instances'],
  ])('[MODEL-18] %s', async (_what, change, code) => {
    expect(await refusal(change)).toBe(code)
  })
})

describe('compressed parts', () => {
  const meshopt = (part: Json, byteLength = 36) => ({
    bufferViews: [
      {
        ...view(0, byteLength),
        extensions: {
          EXT_meshopt_compression: {
            buffer: 0,
            byteOffset: 64,
            byteLength: 64,
            byteStride: 12,
            count: 3,
            mode: 'ATTRIBUTES',
            ...part,
          },
        },
      },
    ],
  })
  it.each([
    ['that unpack to what is promised', meshopt({}), 'taken'],
    ['that unpack to less', meshopt({ count: 2 }), 'model.meshopt'],
    ['that unpack to more', meshopt({ count: 4 }), 'model.meshopt'],
    ['with a stride of no vertex', meshopt({ byteStride: 6, count: 6 }), 'model.meshopt'],
    ['over the end of the file', meshopt({ byteLength: BYTES }), 'model.meshopt'],
  ])('[MODEL-18] meshopt %s: %#', async (_what, change, code) => {
    expect(await refusal(change, at(64, [0xa0]))).toBe(code)
  })

  const draco = {
    bufferViews: [own, view(64, 64)],
    accessors: [accessor(undefined, 3), accessor(undefined, 3, 'SCALAR', 5123)],
    ...meshes({
      ...triangle,
      indices: 1,
      extensions: { KHR_draco_mesh_compression: { bufferView: 1, attributes: { POSITION: 0 } } },
    }),
  }
  // Version 2.2, a mesh, edgebreaker, no flags, standard connectivity; then corners and faces.
  const header = (type: number, method: number, corners: number, faces: number) =>
    at(64, [...Buffer.from('DRACO'), 2, 2, type, method, 0, 0, 0, corners, faces])
  it.each([
    ['a triangle', header(1, 1, 3, 1), 'taken'],
    ['more corners than the accessor promises', header(1, 1, 4, 1), 'model.draco'],
    ['more faces than the indices promise', header(1, 1, 3, 2), 'model.draco'],
    ['a cloud of points', header(0, 1, 3, 1), 'model.draco'],
    ['a method that nobody knows', header(1, 2, 3, 1), 'model.draco'],
  ])('[MODEL-18] Draco with %s', async (_what, fill, code) => {
    expect(await refusal(draco, fill)).toBe(code)
  })
})

describe('pictures', () => {
  /** A WebP of these chunks; nothing in them but the start. */
  const webp = (...chunks: [type: string, ...start: number[]][]) => {
    const body = chunks.map(([type, ...start]) => {
      const part = Buffer.alloc(8 + 16)
      part.write(type, 'latin1')
      part.writeUInt32LE(16, 4)
      part.set(start, 8)
      return part
    })
    const all = Buffer.concat([Buffer.from('RIFF....WEBP', 'latin1'), ...body])
    all.writeUInt32LE(all.length - 8, 4)
    return [...all]
  }
  const image = (bytes: readonly number[]) => ({
    bufferViews: [own, view(64, bytes.length)],
    images: [{ bufferView: 1, mimeType: 'image/webp' }],
  })
  const still: [string, ...number[]] = ['VP8X', 0, 0, 0, 0, 9, 0, 0, 9, 0, 0]
  it.each([
    ['a picture of ten by ten', webp(still), 'taken'],
    ['one that moves', webp(still, ['ANIM']), 'model.image'],
    ['one as wide as a street', webp(['VP8X', 0, 0, 0, 0, 255, 255, 255, 9, 0, 0]), 'model.image-size'],
    ['no picture at all', webp(['EXIF']), 'model.image'],
  ])('[MODEL-15] a WebP with %s', async (_what, bytes, code) => {
    expect(await refusal(image(bytes), at(64, bytes))).toBe(code)
  })
})

describe('addresses', () => {
  const container = { json: new Uint8Array(), bin: undefined, files: new Map([['t/a.bin', Uint8Array.of(7)]]) }
  it.each([
    ['t/a.bin', 'taken'],
    ['./t/a.bin', 'taken'],
    ['t%2fa.bin', 'taken'],
    ['t/b.bin', 'model.file-missing'],
    ['t/../t/a.bin', 'model.external-uri'],
    ['%2e%2e/t/a.bin', 'model.external-uri'],
    ['/t/a.bin', 'model.external-uri'],
    ['t\\a.bin', 'model.external-uri'],
    ['file:t/a.bin', 'model.external-uri'],
    ['HTTPS://parlor.example.org/a.bin', 'model.external-uri'],
    ['data:text/html;base64,AAAA', 'model.external-uri'],
  ])('[MODEL-18] %s beside a file in a zip: %s', (uri, code) => {
    const fetched = () => {
      try {
        return fetchUri(uri, container, 'buffer')[0] === 7 ? 'taken' : 'something else'
      } catch (error) {
        return error instanceof ModelFault ? error.remark.code : error
      }
    }
    expect(fetched()).toBe(code)
  })
})

describe('KTX2', () => {
  /** Four by four pixels, one level that lies at `at` and takes `size` bytes. */
  const ktx2 = (at: number, size: number, levels = 1) => {
    const bytes = Buffer.alloc(128)
    bytes.set([0xab, 0x4b, 0x54, 0x58, 0x20, 0x32, 0x30, 0xbb, 0x0d, 0x0a, 0x1a, 0x0a])
    for (const [offset, value] of [
      [20, 4],
      [24, 4],
      [36, 1],
      [40, levels],
    ] as const)
      bytes.writeUInt32LE(value, offset)
    for (const [offset, value] of [
      [80, at],
      [88, size],
      [96, 16],
    ] as const)
      bytes.writeBigUInt64LE(BigInt(value), offset)
    return new Uint8Array(bytes)
  }
  it.each([
    ['whose level lies in the file', ktx2(112, 16), 'taken'],
    ['whose level ends behind it', ktx2(113, 16), 'model.ktx2'],
    ['whose level lies in the header', ktx2(40, 16), 'model.ktx2'],
    ['with more levels than its size has', ktx2(112, 16, 4), 'model.ktx2'],
  ])('[MODEL-15] one %s', (_what, bytes, code) => {
    const read = () => {
      try {
        return checkKtx2(bytes, '').width === 4 ? 'taken' : 'something else'
      } catch (error) {
        return error instanceof ModelFault ? error.remark.code : error
      }
    }
    expect(read()).toBe(code)
  })
})

describe('text', () => {
  it('[MODEL-14] a scene’s text over 20 MB is refused unread', async () => {
    const long = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20)
    long[0] = 0x7b
    const answer = await guard(long)
    expect(answer.ok || answer.summary.faults[0]?.code).toBe('model.json-size')
  })
})
