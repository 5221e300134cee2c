// Every buffer view, accessor and sparse range inside what it points into; and how much memory the accessors add up to,
// also those that have no bytes behind them. Needs nothing but the cleaned JSON and the buffers' lengths.
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { must } from '../fault.ts'
import type { GltfAccessor, GltfJson } from './gltf-json.ts'

const COMPONENT_BYTES: Readonly<Record<number, number>> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 }
const COMPONENTS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16 } as const

/** Bytes of one element. Matrix columns start on multiples of four bytes (glTF 2.0, 3.6.2.4). */
export function elementBytes(accessor: Pick<GltfAccessor, 'componentType' | 'type'>): number {
  const component = COMPONENT_BYTES[accessor.componentType] ?? 4
  if (accessor.type === 'MAT2') return 2 * pad4(2 * component)
  if (accessor.type === 'MAT3') return 3 * pad4(3 * component)
  return COMPONENTS[accessor.type] * component
}

const pad4 = (bytes: number) => Math.ceil(bytes / 4) * 4

/** Views inside their buffers. `lengths`: bytes of each buffer; undefined: no bytes (meshopt fallback). */
export function checkViews(gltf: GltfJson, lengths: readonly (number | undefined)[]): void {
  for (const view of gltf.bufferViews) {
    const buffer = gltf.buffers[view.buffer]
    must(buffer !== undefined, 'model.reference')
    const compressed = view.extensions?.EXT_meshopt_compression
    const room = lengths[view.buffer] ?? buffer.byteLength
    must((view.byteOffset ?? 0) + view.byteLength <= room, 'model.view-range')
    if (view.byteStride !== undefined) must(view.byteStride >= 4, 'model.view-range')
    if (compressed) continue
    must(lengths[view.buffer] !== undefined, 'model.buffer-missing')
  }
}

/** Accessors inside their views; answers with the bytes that all of them unpack to. */
export function checkAccessors(gltf: GltfJson): number {
  let total = 0
  for (const accessor of gltf.accessors) {
    const element = elementBytes(accessor)
    total += accessor.count * element
    const limit = UPLOAD_LIMITS.accessorBytes
    must(total <= limit, 'model.accessor-bomb', { count: total, limit })
    if (accessor.bufferView !== undefined) {
      checkRange(gltf, accessor.bufferView, accessor.byteOffset ?? 0, accessor.count, element)
    }
    if (accessor.sparse) checkSparse(gltf, accessor, element)
  }
  return total
}

function checkSparse(gltf: GltfJson, accessor: GltfAccessor, element: number): void {
  const sparse = accessor.sparse
  if (!sparse) return
  must(sparse.count >= 1 && sparse.count <= accessor.count, 'model.accessor-range')
  must([5121, 5123, 5125].includes(sparse.indices.componentType), 'model.accessor-range')
  const indexBytes = COMPONENT_BYTES[sparse.indices.componentType] ?? 4
  checkRange(gltf, sparse.indices.bufferView, sparse.indices.byteOffset ?? 0, sparse.count, indexBytes)
  checkRange(gltf, sparse.values.bufferView, sparse.values.byteOffset ?? 0, sparse.count, element)
}

function checkRange(gltf: GltfJson, viewIndex: number, offset: number, count: number, element: number): void {
  const view = gltf.bufferViews[viewIndex]
  must(view !== undefined, 'model.reference')
  const stride = view.byteStride ?? element
  must(stride >= element, 'model.accessor-range')
  const end = count === 0 ? offset : offset + stride * (count - 1) + element
  must(end <= view.byteLength, 'model.accessor-range')
}

/** Sparse indices ascend and lie inside the accessor. Reads the bytes, so call after checkViews and checkAccessors. */
export function checkSparseIndices(gltf: GltfJson, buffers: readonly (Uint8Array | undefined)[]): void {
  for (const accessor of gltf.accessors) {
    const sparse = accessor.sparse
    const view = sparse && gltf.bufferViews[sparse.indices.bufferView]
    const buffer = view && buffers[view.buffer]
    if (!sparse || !view || !buffer) continue
    const data = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    const bytes = COMPONENT_BYTES[sparse.indices.componentType] ?? 4
    const start = (view.byteOffset ?? 0) + (sparse.indices.byteOffset ?? 0)
    let last = -1
    for (let at = 0; at < sparse.count; at++) {
      const position = start + at * (view.byteStride ?? bytes)
      const value = readUnsigned(data, position, bytes)
      must(value > last && value < accessor.count, 'model.accessor-range')
      last = value
    }
  }
}

function readUnsigned(data: DataView, at: number, bytes: number): number {
  if (bytes === 1) return data.getUint8(at)
  return bytes === 2 ? data.getUint16(at, true) : data.getUint32(at, true)
}
