// Turns materials into vertex colours, so that many parts become one draw call: base colour times texture, read at each
// vertex, plus what glows. Only for parts that are seen from afar or that are one too many.
import type { Document, Material, Primitive, Texture } from '@gltf-transform/core'
import type { EmissiveStrength, Transform } from '@gltf-transform/extensions'
import { trianglesOf } from '../measure.ts'
import { type Pixels, readPixels } from './pixels.ts'
import { floatsOf } from './scene.ts'

/** Side at which textures are read for colours: coarse, so that a vertex stands for its surroundings. */
const READ_SIDE = 64
const PALETTE_SIDE = 16_384

/** The name of textures that hold one block per colour: they are neither resized nor packed with loss. */
export const PALETTE = 'palette'

/** Reads textures once per document. */
export class Painter {
  private readonly pixels = new Map<Texture, Pixels>()
  private readonly document: Document
  constructor(document: Document) {
    this.document = document
  }

  /** Bakes a primitive's looks into COLOR_0 and gives it the material. Other attributes but position and normal go. */
  async paint(primitive: Primitive, material: Material): Promise<void> {
    const colours = await this.colours(primitive)
    for (const semantic of primitive.listSemantics()) {
      if (semantic !== 'POSITION' && semantic !== 'NORMAL') primitive.setAttribute(semantic, null)
    }
    const buffer = this.document.getRoot().listBuffers()[0] ?? this.document.createBuffer()
    const accessor = this.document.createAccessor().setType('VEC4').setArray(colours).setBuffer(buffer)
    primitive.setAttribute('COLOR_0', accessor).setMaterial(material)
  }

  /** Metal and roughness of parts on the whole, by their triangles. */
  async meanFinish(parts: readonly Primitive[]): Promise<{ metal: number; rough: number }> {
    let [metal, rough, all] = [0, 0, 0]
    for (const part of parts) {
      const material = part.getMaterial()
      const weight = trianglesOf(part)
      const texture = material?.getMetallicRoughnessTexture()
      const [green, blue] = texture ? mean(await this.read(texture)) : [1, 1]
      all += weight
      rough += weight * (material?.getRoughnessFactor() ?? 1) * green
      metal += weight * (material?.getMetallicFactor() ?? 0) * blue
    }
    return all > 0 ? { metal: metal / all, rough: rough / all } : { metal: 0, rough: 1 }
  }

  private async read(texture: Texture): Promise<Pixels> {
    const known = this.pixels.get(texture)
    if (known) return known
    // A palette's blocks are colours of their own: shrinking would mix them.
    const pixels = await readPixels(texture, texture.getName() === PALETTE ? PALETTE_SIDE : READ_SIDE)
    this.pixels.set(texture, pixels)
    return pixels
  }

  /** Linear RGBA per vertex, four floats each. */
  private async colours(primitive: Primitive): Promise<Float32Array<ArrayBuffer>> {
    const material = primitive.getMaterial()
    const count = primitive.getAttribute('POSITION')?.getCount() ?? 0
    const base = await this.sampler(primitive, material, 'base')
    const glow = await this.sampler(primitive, material, 'glow')
    const own = floatsOf(primitive, 'COLOR_0')
    const step = own ? own.length / count : 0
    const factor = material?.getBaseColorFactor() ?? [1, 1, 1, 1]
    const light = material?.getEmissiveFactor() ?? [0, 0, 0]
    const strength =
      material?.getExtension<EmissiveStrength>('KHR_materials_emissive_strength')?.getEmissiveStrength() ?? 1
    const out = new Float32Array(count * 4)
    for (let vertex = 0; vertex < count; vertex++) {
      const texel = base(vertex)
      const shine = glow(vertex)
      for (let k = 0; k < 4; k++) {
        const vertexColour = own && k < step ? (own[vertex * step + k] ?? 1) : 1
        const emitted = k < 3 ? (light[k] ?? 0) * strength * (shine[k] ?? 1) : 0
        out[vertex * 4 + k] = Math.min(1, (factor[k] ?? 1) * (texel[k] ?? 1) * vertexColour + emitted)
      }
      if (material?.getAlphaMode() !== 'BLEND') out[vertex * 4 + 3] = 1
    }
    return out
  }

  private async sampler(
    primitive: Primitive,
    material: Material | null,
    of: 'base' | 'glow',
  ): Promise<(vertex: number) => readonly number[]> {
    const texture = of === 'base' ? material?.getBaseColorTexture() : material?.getEmissiveTexture()
    const info = of === 'base' ? material?.getBaseColorTextureInfo() : material?.getEmissiveTextureInfo()
    const uv = floatsOf(primitive, `TEXCOORD_${info?.getTexCoord() ?? 0}`)
    if (!texture || !uv) return () => WHITE
    const picture = await this.read(texture)
    const moved = info?.getExtension<Transform>('KHR_texture_transform') ?? null
    return (vertex) => sample(picture, ...shift(moved, uv[vertex * 2] ?? 0, uv[vertex * 2 + 1] ?? 0))
  }
}

// Green is roughness, blue is metal (glTF 2.0, 3.9.2).
function mean({ data }: Pixels): [green: number, blue: number] {
  let [green, blue] = [0, 0]
  for (let at = 0; at < data.length; at += 4) {
    green += data[at + 1] ?? 0
    blue += data[at + 2] ?? 0
  }
  const all = (data.length / 4) * 255
  return [green / all, blue / all]
}

const WHITE = [1, 1, 1, 1] as const

// KHR_texture_transform: scale, then rotation, then offset.
function shift(transform: Transform | null, u: number, v: number): [number, number] {
  if (!transform) return [u, v]
  const [sx, sy] = transform.getScale()
  const [ox, oy] = transform.getOffset()
  const [sin, cos] = [Math.sin(transform.getRotation()), Math.cos(transform.getRotation())]
  return [cos * u * sx + sin * v * sy + ox, -sin * u * sx + cos * v * sy + oy]
}

function sample(pixels: Pixels, u: number, v: number): readonly number[] {
  const wrapped = (value: number, size: number) => {
    const share = value - Math.floor(value)
    return Math.min(size - 1, Math.floor((Number.isFinite(share) ? share : 0) * size))
  }
  const at = (wrapped(v, pixels.height) * pixels.width + wrapped(u, pixels.width)) * 4
  const [r = 0, g = 0, b = 0, a = 255] = pixels.data.subarray(at, at + 4)
  return [toLinear(r), toLinear(g), toLinear(b), a / 255]
}

/** sRGB byte to linear (IEC 61966-2-1). */
function toLinear(byte: number): number {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
