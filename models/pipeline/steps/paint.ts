// Turns materials into vertex colours, so that many parts become one draw call: base colour times texture, read around
// each vertex, plus what glows. Only for parts that are seen from afar or that are one too many.
import type { Document, Material, Primitive, Texture, TextureInfo } from '@gltf-transform/core'
import type { EmissiveStrength, Transform } from '@gltf-transform/extensions'
import { trianglesOf } from '../measure.ts'
import { readPixels } from './pixels.ts'
import { cornersOf, floatsOf } from './scene.ts'
import { type Rgba, Texels } from './texel.ts'
import { shift } from './uv.ts'

/** Side at which textures are read for colours. */
const READ_SIDE = 64
const PALETTE_SIDE = 16_384

/** The name of textures that hold one block per colour: they are neither resized nor packed with loss. */
export const PALETTE = 'palette'

/** Reads textures once per document. */
export class Painter {
  private readonly known = new Map<Texture, Texels>()
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

  /** Metal and roughness of parts on the whole, by their triangles. Green is roughness, blue is metal (glTF 2.0, 3.9.2). */
  async meanFinish(parts: readonly Primitive[]): Promise<{ metal: number; rough: number }> {
    let [metal, rough, all] = [0, 0, 0]
    for (const part of parts) {
      const material = part.getMaterial()
      const weight = trianglesOf(part)
      const texture = material?.getMetallicRoughnessTexture()
      const [, green, blue] = texture ? (await this.read(texture)).mean() : WHITE
      all += weight
      rough += weight * (material?.getRoughnessFactor() ?? 1) * green
      metal += weight * (material?.getMetallicFactor() ?? 0) * blue
    }
    return all > 0 ? { metal: metal / all, rough: rough / all } : { metal: 0, rough: 1 }
  }

  private async read(texture: Texture): Promise<Texels> {
    const known = this.known.get(texture)
    if (known) return known
    // A palette's blocks are colours of their own: shrinking would mix them.
    const texels = new Texels(await readPixels(texture, texture.getName() === PALETTE ? PALETTE_SIDE : READ_SIDE))
    this.known.set(texture, texels)
    return texels
  }

  /** Linear RGBA per vertex, four floats each. */
  private async colours(primitive: Primitive): Promise<Float32Array<ArrayBuffer>> {
    const material = primitive.getMaterial()
    const count = primitive.getAttribute('POSITION')?.getCount() ?? 0
    const base = await this.around(primitive, material?.getBaseColorTexture(), material?.getBaseColorTextureInfo())
    const glow = await this.around(primitive, material?.getEmissiveTexture(), material?.getEmissiveTextureInfo())
    const own = floatsOf(primitive, 'COLOR_0')
    const step = own ? own.length / count : 0
    const factor = material?.getBaseColorFactor() ?? WHITE
    const light = material?.getEmissiveFactor() ?? [0, 0, 0]
    const strength =
      material?.getExtension<EmissiveStrength>('KHR_materials_emissive_strength')?.getEmissiveStrength() ?? 1
    const out = new Float32Array(count * 4)
    for (let at = 0; at < out.length; at++) {
      const k = at % 4
      const vertexColour = own && k < step ? (own[(at >> 2) * step + k] ?? 1) : 1
      const emitted = k < 3 ? (light[k] ?? 0) * strength * (glow?.[at] ?? 1) : 0
      out[at] = Math.min(1, (factor[k] ?? 1) * (base?.[at] ?? 1) * vertexColour + emitted)
      if (k === 3 && material?.getAlphaMode() !== 'BLEND') out[at] = 1
    }
    return out
  }

  /** A texture's colour around each vertex, as wide as the triangles there; null without a texture. */
  private async around(
    primitive: Primitive,
    texture: Texture | null | undefined,
    info: TextureInfo | null | undefined,
  ): Promise<Float32Array | null> {
    const uv = floatsOf(primitive, `TEXCOORD_${info?.getTexCoord() ?? 0}`)
    if (!texture || !uv) return null
    const texels = await this.read(texture)
    const moved = info?.getExtension<Transform>('KHR_texture_transform') ?? null
    const place = (vertex: number) => shift(moved, uv[vertex * 2] ?? 0, uv[vertex * 2 + 1] ?? 0)
    return texture.getName() === PALETTE ? perVertex(texels, uv.length / 2, place) : perCorner(texels, primitive, place)
  }
}

type Place = (vertex: number) => readonly [number, number]

const WHITE: Rgba = [1, 1, 1, 1]

function perVertex(texels: Texels, count: number, place: Place): Float32Array {
  const out = new Float32Array(count * 4)
  for (let vertex = 0; vertex < count; vertex++) out.set(texels.at(...place(vertex), 0), vertex * 4)
  return out
}

// Read a third of the way from each corner to the middle, as wide as half the triangle; the mean of all around a vertex.
function perCorner(texels: Texels, primitive: Primitive, place: Place): Float32Array {
  const count = primitive.getAttribute('POSITION')?.getCount() ?? 0
  const sums = new Float32Array(count * 4)
  const times = new Uint32Array(count)
  const corners = cornersOf(primitive)
  for (let at = 0; at + 2 < corners.length; at += 3) {
    const three = [corners[at] ?? 0, corners[at + 1] ?? 0, corners[at + 2] ?? 0] as const
    const [a, b, c] = [place(three[0]), place(three[1]), place(three[2])]
    const middle = [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3] as const
    const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    for (const [k, [u, v]] of [a, b, c].entries()) {
      const vertex = three[k] ?? 0
      const colour = texels.at(u + (middle[0] - u) / 3, v + (middle[1] - v) / 3, Math.sqrt(area) / 2)
      for (let channel = 0; channel < 4; channel++) {
        sums[vertex * 4 + channel] = (sums[vertex * 4 + channel] ?? 0) + (colour[channel] ?? 0)
      }
      times[vertex] = (times[vertex] ?? 0) + 1
    }
  }
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) / Math.max(1, times[at >> 2] ?? 1)
  return sums
}
