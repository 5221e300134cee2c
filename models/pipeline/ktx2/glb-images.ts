// The pictures inside a GLB that we wrote: which there are and what each is for, and the same GLB with others in their place. All else
// stays byte for byte as it is.

/** What a picture is for: colours are sRGB; normals and data are numbers. */
export type Kind = 'colour' | 'normal' | 'data'

export interface GlbImage {
  readonly index: number
  readonly mimeType: string
  readonly bytes: Uint8Array
  /** Undefined: for nothing, or for two things that do not go together. */
  readonly kind: Kind | undefined
}

interface View {
  buffer: number
  byteOffset?: number
  byteLength: number
  extensions?: Record<string, { buffer: number; byteOffset?: number; byteLength: number }>
}

interface Gltf {
  buffers: { byteLength: number; uri?: string; extensions?: unknown }[]
  bufferViews: View[]
  images?: { bufferView: number; mimeType: string }[]
  textures?: { source?: number; extensions?: Record<string, { source: number }> }[]
  materials?: unknown[]
  extensionsUsed?: string[]
  extensionsRequired?: string[]
}

const MESHOPT = 'EXT_meshopt_compression'
const WEBP = 'EXT_texture_webp'
const BASISU = 'KHR_texture_basisu'

/** @param glb written by the pipeline: two chunks, every picture in a view of its own */
export function imagesOf(glb: Uint8Array): readonly GlbImage[] {
  const { gltf, bin } = parse(glb)
  const kinds = kindsOf(gltf)
  return (gltf.images ?? []).map(({ bufferView, mimeType }, index) => {
    const { byteOffset = 0, byteLength } = gltf.bufferViews[bufferView] as View
    const known = kinds.get(index)
    const kind = known?.size === 1 ? [...known][0] : undefined
    return { index, mimeType, bytes: bin.subarray(byteOffset, byteOffset + byteLength), kind }
  })
}

/** The GLB with these pictures as KTX2, by index; the others stay. */
export function withKtx2(glb: Uint8Array, ktx2: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const { gltf, bin } = parse(glb)
  const fresh = new Map<number, Uint8Array>()
  for (const [index, image] of (gltf.images ?? []).entries()) {
    const bytes = ktx2.get(index)
    if (!bytes) continue
    fresh.set(image.bufferView, bytes)
    image.mimeType = 'image/ktx2'
  }
  for (const texture of gltf.textures ?? []) {
    const source = sourceOf(texture)
    if (source === undefined || !ktx2.has(source)) continue
    delete texture.source
    const { [WEBP]: _webp, ...rest } = texture.extensions ?? {}
    texture.extensions = { ...rest, [BASISU]: { source } }
  }
  const webp = (gltf.textures ?? []).some((texture) => texture.extensions?.[WEBP])
  const named = (names: readonly string[] = []) => [...names.filter((name) => webp || name !== WEBP), BASISU]
  gltf.extensionsUsed = named(gltf.extensionsUsed)
  gltf.extensionsRequired = named(gltf.extensionsRequired)
  return write(gltf, packed(gltf, bin, fresh))
}

/** Lays every view anew, one after the other; what is compressed by meshopt lies where its extension says. */
function packed(gltf: Gltf, bin: Uint8Array, fresh: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  for (const [index, view] of gltf.bufferViews.entries()) {
    const place = view.extensions?.[MESHOPT] ?? view
    if (place.buffer !== 0) continue
    const { byteOffset = 0, byteLength } = place
    const bytes = fresh.get(index) ?? bin.subarray(byteOffset, byteOffset + byteLength)
    place.byteOffset = length
    place.byteLength = bytes.length
    const pad = (8 - (bytes.length % 8)) % 8
    parts.push(bytes, new Uint8Array(pad))
    length += bytes.length + pad
  }
  const first = gltf.buffers[0]
  if (first) first.byteLength = length
  return Buffer.concat(parts)
}

function parse(glb: Uint8Array): { gltf: Gltf; bin: Uint8Array } {
  const view = new DataView(glb.buffer, glb.byteOffset, glb.byteLength)
  const json = view.getUint32(12, true)
  const gltf = JSON.parse(Buffer.from(glb.subarray(20, 20 + json)).toString('utf8')) as Gltf
  const at = 20 + json
  const bin = glb.length > at ? glb.subarray(at + 8, at + 8 + view.getUint32(at, true)) : new Uint8Array()
  return { gltf, bin }
}

function write(gltf: Gltf, bin: Uint8Array): Uint8Array {
  const text = Buffer.from(JSON.stringify(gltf))
  const json = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 0x20)])
  const head = Buffer.alloc(20)
  head.writeUInt32LE(0x46546c67, 0)
  head.writeUInt32LE(2, 4)
  head.writeUInt32LE(20 + json.length + 8 + bin.length, 8)
  head.writeUInt32LE(json.length, 12)
  head.write('JSON', 16, 'latin1')
  const next = Buffer.alloc(8)
  next.writeUInt32LE(bin.length, 0)
  next.write('BIN\0', 4, 'latin1')
  return new Uint8Array(Buffer.concat([head, json, next, bin]))
}

const sourceOf = (texture: NonNullable<Gltf['textures']>[number]): number | undefined =>
  texture.extensions?.[WEBP]?.source ?? texture.extensions?.[BASISU]?.source ?? texture.source

/** What each image is for, by the names of the slots it is in. */
function kindsOf(gltf: Gltf): ReadonlyMap<number, ReadonlySet<Kind>> {
  const kinds = new Map<number, Set<Kind>>()
  const walk = (thing: unknown): void => {
    if (typeof thing !== 'object' || thing === null) return
    for (const [key, value] of Object.entries(thing)) {
      const texture = /Texture$/.test(key) ? gltf.textures?.[(value as { index: number }).index] : undefined
      const source = texture && sourceOf(texture)
      if (source !== undefined) kinds.set(source, (kinds.get(source) ?? new Set()).add(kindOfSlot(key)))
      walk(value)
    }
  }
  walk(gltf.materials)
  return kinds
}

function kindOfSlot(slot: string): Kind {
  if (/normal/i.test(slot)) return 'normal'
  return /color|emissive|diffuse/i.test(slot) ? 'colour' : 'data'
}
