// 3DS, read by us: three's own loader takes the faces of a material for successive ones, which they are not in what 3ds Max
// writes, and a chunk of length 0 stops it for ever. Chunks lie inside their parent; counts are held against the bytes.
import {
  BufferGeometry,
  Color,
  DoubleSide,
  Float32BufferAttribute,
  Group,
  Mesh,
  MeshPhongMaterial,
  type Object3D,
  SRGBColorSpace,
  Texture,
} from 'three'
import { type Findings, must } from '../fault.ts'
import { Cursor } from './cursor.ts'
import { FORMAT_LIMITS, mustBeFewTriangles } from './format-limits.ts'

interface Reading {
  readonly root: Group
  readonly materials: Map<string, MeshPhongMaterial>
  readonly findings: Findings
  chunks: number
  triangles: number
  cameras: number
  lights: number
}

type Take = (id: number, chunk: Cursor) => void

/** Reads a 3DS that was sniffed as one. Its up is z. */
export function readTds(bytes: Uint8Array, findings: Findings): Object3D {
  const reading: Reading = {
    root: new Group(),
    materials: new Map(),
    findings,
    chunks: 0,
    triangles: 0,
    cameras: 0,
    lights: 0,
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset, 6).getUint32(2, true)
  must(length <= bytes.length, 'model.truncated')
  if (length < bytes.length) findings.add('model.found-trailing-data', { bytes: bytes.length - length })
  const inScene: Take[] = [
    (id, chunk) => {
      if (id === 0xafff) readMaterial(reading, chunk)
    },
    (id, chunk) => {
      if (id === 0x4000) readObject(reading, chunk)
    },
  ]
  // Materials may stand behind the objects that wear them.
  for (const take of inScene) {
    each(reading, new Cursor(bytes, 6, length), (id, chunk) => {
      if (id === 0x3d3d) each(reading, chunk, take)
    })
  }
  if (reading.cameras > 0) findings.add('model.found-cameras-removed', { count: reading.cameras })
  if (reading.lights > 0) findings.add('model.found-lights-removed', { count: reading.lights })
  return reading.root
}

function each(reading: Reading, parent: Cursor, take: Take): void {
  while (parent.left >= 6) {
    must(++reading.chunks <= FORMAT_LIMITS.nodes, 'model.node-count', {
      count: reading.chunks,
      limit: FORMAT_LIMITS.nodes,
    })
    const start = parent.at
    const id = parent.u16()
    const size = parent.u32()
    must(size >= 6 && size <= parent.end - start, 'model.length-lies')
    take(id, new Cursor(parent.bytes, parent.at, start + size))
    parent.at = start + size
  }
}

function readMaterial(reading: Reading, chunk: Cursor): void {
  const material = new MeshPhongMaterial({ color: 0xcccccc })
  each(reading, chunk, (id, part) => {
    if (id === 0xa000) material.name = part.latinZ(200)
    else if (id === 0xa020) material.color = colourOf(reading, part)
    else if (id === 0xa030) material.specular = colourOf(reading, part)
    else if (id === 0xa041) material.specular.multiplyScalar(percentOf(reading, part))
    else if (id === 0xa040) material.shininess = percentOf(reading, part) * 100
    else if (id === 0xa050) material.opacity = 1 - percentOf(reading, part)
    else if (id === 0xa084) material.emissiveIntensity = percentOf(reading, part)
    else if (id === 0xa081) material.side = DoubleSide
    else if (id === 0xa200) material.map = mapOf(reading, part)
    else if (id === 0xa210) material.alphaMap = mapOf(reading, part)
    else if (id === 0xa230) material.bumpMap = mapOf(reading, part)
    else if (id === 0xa204) material.specularMap = mapOf(reading, part)
  })
  material.transparent = material.opacity < 1
  must(reading.materials.size < 2_000, 'model.material-count', { count: reading.materials.size + 1, limit: 2_000 })
  reading.materials.set(material.name, material)
}

function colourOf(reading: Reading, chunk: Cursor): Color {
  const colour = new Color(0xcccccc)
  each(reading, chunk, (id, part) => {
    const bytes = id === 0x11 || id === 0x12
    if (!bytes && id !== 0x10 && id !== 0x13) return
    const next = () => (bytes ? part.u8() / 255 : Math.min(1, Math.max(0, part.f32() || 0)))
    colour.setRGB(next(), next(), next(), SRGBColorSpace)
  })
  return colour
}

function percentOf(reading: Reading, chunk: Cursor): number {
  let share = 0
  each(reading, chunk, (id, part) => {
    if (id === 0x30) share = part.u16() / 100
    if (id === 0x31) share = part.f32()
  })
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
}

function mapOf(reading: Reading, chunk: Cursor): Texture {
  const texture = new Texture()
  each(reading, chunk, (id, part) => {
    if (id === 0xa300) texture.image = { address: part.latinZ(500), embedded: undefined }
    if (id === 0xa354) texture.repeat.x = part.f32()
    if (id === 0xa356) texture.repeat.y = part.f32()
    if (id === 0xa358) texture.offset.x = part.f32()
    if (id === 0xa35a) texture.offset.y = part.f32()
  })
  return texture
}

function readObject(reading: Reading, chunk: Cursor): void {
  const name = chunk.latinZ(200)
  let hidden = false
  let mesh: Mesh | undefined
  each(reading, chunk, (id, part) => {
    if (id === 0x4010) hidden = true
    if (id === 0x4600) reading.lights++
    if (id === 0x4700) reading.cameras++
    if (id === 0x4100) mesh = meshOf(reading, part)
  })
  if (!mesh) return
  mesh.name = name
  mesh.visible = !hidden
  reading.root.add(mesh)
}

interface Faces {
  readonly corners: Uint32Array
  readonly byMaterial: { readonly name: string; readonly faces: readonly number[] }[]
}

// Vertices stand in the scene's own coordinates; the object's matrix (0x4160) is for animation only.
function meshOf(reading: Reading, chunk: Cursor): Mesh | undefined {
  let positions: number[] = []
  let uvs: number[] = []
  let faces: Faces | undefined
  each(reading, chunk, (id, part) => {
    if (id === 0x4110) positions = floats(part, 3)
    if (id === 0x4140) uvs = floats(part, 2)
    if (id === 0x4120) faces = facesOf(reading, part)
  })
  if (!faces || positions.length === 0) return undefined
  const points = positions.length / 3
  must(
    faces.corners.every((corner) => corner < points),
    'model.index-range',
  )
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3))
  if (uvs.length === points * 2) geometry.setAttribute('uv', new Float32BufferAttribute(uvs, 2))
  return dress(reading, geometry, faces)
}

function floats(chunk: Cursor, each: number): number[] {
  const count = chunk.u16() * each
  must(count * 4 <= chunk.left, 'model.length-lies')
  return Array.from({ length: count }, () => chunk.f32())
}

function facesOf(reading: Reading, chunk: Cursor): Faces {
  const count = chunk.u16()
  must(count * 8 <= chunk.left, 'model.length-lies')
  reading.triangles += count
  mustBeFewTriangles(reading.triangles)
  const corners = new Uint32Array(count * 3)
  for (let at = 0; at < count; at++) {
    for (let k = 0; k < 3; k++) corners[at * 3 + k] = chunk.u16()
    chunk.u16()
  }
  const byMaterial: Faces['byMaterial'] = []
  each(reading, chunk, (id, part) => {
    if (id !== 0x4130) return
    const name = part.latinZ(200)
    const own = part.u16()
    must(own * 2 <= part.left, 'model.length-lies')
    byMaterial.push({ name, faces: Array.from({ length: own }, () => part.u16()) })
  })
  return { corners, byMaterial }
}

// Faces in the order of their materials, so that each has one stretch; those of none come last.
function dress(reading: Reading, geometry: BufferGeometry, { corners, byMaterial }: Faces): Mesh {
  const count = corners.length / 3
  const taken = new Uint8Array(count)
  const order: number[] = []
  const materials: MeshPhongMaterial[] = []
  const stretch = (material: MeshPhongMaterial, faces: Iterable<number>) => {
    const from = order.length
    for (const face of faces) {
      if (face >= count || taken[face]) continue
      taken[face] = 1
      order.push(face)
    }
    if (order.length === from) return
    geometry.addGroup(from * 3, (order.length - from) * 3, materials.length)
    materials.push(material)
  }
  const plain = () => new MeshPhongMaterial({ color: 0xcccccc })
  for (const { name, faces } of byMaterial) stretch(reading.materials.get(name) ?? plain(), faces)
  stretch(plain(), Array(count).keys())
  const sorted = new Uint32Array(corners.length)
  for (const [at, face] of order.entries()) sorted.set(corners.subarray(face * 3, face * 3 + 3), at * 3)
  geometry.setIndex(Array.from(sorted))
  return new Mesh(geometry, materials)
}
