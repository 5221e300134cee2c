// The headers of Draco and meshopt data against the accessors that promise what they unpack to, before a decoder
// reserves memory by them.
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { must } from '../fault.ts'
import type { GltfJson, GltfPrimitive } from './gltf-json.ts'

type Buffers = readonly (Uint8Array | undefined)[]

/** Checks every compressed part of a file. */
export function checkCompressed(gltf: GltfJson, buffers: Buffers): void {
  let total = 0
  for (const view of gltf.bufferViews) {
    const meshopt = view.extensions?.EXT_meshopt_compression
    if (!meshopt) continue
    total += meshopt.count * meshopt.byteStride
    must(total <= UPLOAD_LIMITS.accessorBytes, 'model.meshopt')
    checkMeshopt(meshopt, view.byteLength, buffers)
  }
  for (const mesh of gltf.meshes) for (const primitive of mesh.primitives) checkDraco(gltf, primitive, buffers)
}

type Meshopt = NonNullable<NonNullable<GltfJson['bufferViews'][number]['extensions']>['EXT_meshopt_compression']>

// EXT_meshopt_compression, "Specifying compressed views" and the first byte of each bitstream.
function checkMeshopt(part: Meshopt, unpacked: number, buffers: Buffers): void {
  const data = sliceOf(buffers[part.buffer], part.byteOffset ?? 0, part.byteLength)
  must(data !== undefined && part.count * part.byteStride === unpacked, 'model.meshopt')
  const first = data[0] ?? 0
  if (part.mode === 'ATTRIBUTES') {
    must(part.byteStride % 4 === 0 && part.byteStride >= 4 && part.byteStride <= 256, 'model.meshopt')
    must((first & 0xf0) === 0xa0, 'model.meshopt')
  } else {
    must(part.byteStride === 2 || part.byteStride === 4, 'model.meshopt')
    must((first & 0xf0) === (part.mode === 'TRIANGLES' ? 0xe0 : 0xd0), 'model.meshopt')
    if (part.mode === 'TRIANGLES') must(part.count % 3 === 0, 'model.meshopt')
  }
  const filter = part.filter ?? 'NONE'
  if (filter === 'OCTAHEDRAL') must(part.byteStride === 4 || part.byteStride === 8, 'model.meshopt')
  if (filter === 'QUATERNION') must(part.byteStride === 8, 'model.meshopt')
}

// Draco bitstream 2.2, 4: "DRACO", version, type, method, flags; then the counts as varints.
function checkDraco(gltf: GltfJson, primitive: GltfPrimitive, buffers: Buffers): void {
  const draco = primitive.extensions?.KHR_draco_mesh_compression
  if (!draco) return
  const view = gltf.bufferViews[draco.bufferView]
  const data = view && sliceOf(buffers[view.buffer], view.byteOffset ?? 0, view.byteLength)
  must(data !== undefined && data.length > 16, 'model.draco')
  must(Buffer.from(data.subarray(0, 5)).toString('latin1') === 'DRACO', 'model.draco')
  const [major, minor, type, method] = data.subarray(5, 9)
  must(major === 2 && (minor ?? 99) <= 2 && type === 1 && (method === 0 || method === 1), 'model.draco')
  const indices = gltf.accessors[primitive.indices ?? -1]?.count ?? 0
  const points = gltf.accessors[primitive.attributes.POSITION ?? -1]?.count ?? 0
  const start = method === 1 ? 12 : 11
  if (method === 1) must((data[11] ?? 9) <= 2, 'model.draco')
  const [first, next] = varint(data, start)
  const [second] = varint(data, next)
  const faces = method === 1 ? second : first
  const vertices = method === 1 ? first : second
  must(faces * 3 <= indices && vertices <= points, 'model.draco')
}

function varint(data: Uint8Array, start: number): [value: number, next: number] {
  let value = 0
  for (let at = start, shift = 0; shift < 35; at++, shift += 7) {
    const byte = data[at]
    must(byte !== undefined, 'model.draco')
    value += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) return [value, at + 1]
  }
  return [Number.MAX_SAFE_INTEGER, start]
}

function sliceOf(buffer: Uint8Array | undefined, at: number, length: number): Uint8Array | undefined {
  return buffer && at + length <= buffer.length ? buffer.subarray(at, at + length) : undefined
}
