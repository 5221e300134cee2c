// How a part of a model looks at a place of its surface: base colour, roughness, metal and what it gives off, out of factors,
// vertex colours and textures. One answer for every kind of material that the pipeline keeps.
import type { Material, Primitive, Texture, TextureInfo } from '@gltf-transform/core'
import type { EmissiveStrength, Transform } from '@gltf-transform/extensions'
import { PALETTE } from '../paint.ts'
import { readPixels } from '../pixels.ts'
import { floatsOf } from '../scene.ts'
import { type Rgba, Texels } from '../texel.ts'
import { shift } from '../uv.ts'

/** Numbers of one look: base colour RGBA (linear), roughness, metal, glow RGB (linear). */
export const LOOK = { base: 0, rough: 4, metal: 5, glow: 6, size: 9 } as const

/** Side at which textures are read. */
const READ_SIDE = 512
const PALETTE_SIDE = 16_384

/** Reads each texture once. */
export class Textures {
  readonly #known = new Map<Texture, Texels>()

  async read(texture: Texture): Promise<Texels> {
    const known = this.#known.get(texture)
    if (known) return known
    const texels = new Texels(await readPixels(texture, texture.getName() === PALETTE ? PALETTE_SIDE : READ_SIDE))
    this.#known.set(texture, texels)
    return texels
  }
}

/** A texture where one part reads it. */
interface Layer {
  readonly texels: Texels
  readonly uv: Float32Array
  readonly wrap: readonly [Wrap, Wrap]
}

/** WebGL's numbers: repeat, clamp to the edge, repeat mirrored. */
type Wrap = 10497 | 33071 | 33648

/** A part and its material, ready to be asked. */
export class PartLook {
  readonly #material: Material | null
  readonly #colours: Float32Array | null
  readonly #colourStep: number
  readonly #base: Layer | null
  readonly #finish: Layer | null
  readonly #glow: Layer | null
  readonly #strength: number

  private constructor(part: Primitive, layers: readonly (Layer | null)[]) {
    this.#material = part.getMaterial()
    this.#colours = floatsOf(part, 'COLOR_0')
    this.#colourStep = this.#colours ? this.#colours.length / (part.getAttribute('POSITION')?.getCount() ?? 1) : 0
    const [base = null, finish = null, glow = null] = layers
    this.#base = base
    this.#finish = finish
    this.#glow = glow
    const emissive = this.#material?.getExtension<EmissiveStrength>('KHR_materials_emissive_strength')
    this.#strength = emissive?.getEmissiveStrength() ?? 1
  }

  static async of(part: Primitive, textures: Textures): Promise<PartLook> {
    const material = part.getMaterial()
    return new PartLook(part, [
      await layerOf(part, material?.getBaseColorTexture(), material?.getBaseColorTextureInfo(), textures),
      await layerOf(
        part,
        material?.getMetallicRoughnessTexture(),
        material?.getMetallicRoughnessTextureInfo(),
        textures,
      ),
      await layerOf(part, material?.getEmissiveTexture(), material?.getEmissiveTextureInfo(), textures),
    ])
  }

  /** Adds the look between three vertices, weighed by `shares`, to `out` from `to` on. `metres`: how wide it is read. */
  add(out: Float32Array, to: number, corners: Triple, shares: Triple, metres: number, area: number): void {
    const material = this.#material
    const factor = material?.getBaseColorFactor() ?? WHITE
    const base = this.#base ? read(this.#base, corners, shares, metres, area) : WHITE
    for (let k = 0; k < 4; k++) {
      const own = this.#colours && k < this.#colourStep ? this.#vertexColour(corners, shares, k) : 1
      out[to + k] = (out[to + k] ?? 0) + (factor[k] ?? 1) * (base[k] ?? 1) * own
    }
    const finish = this.#finish ? read(this.#finish, corners, shares, metres, area) : WHITE
    const stored = this.#finish ? toStored : (value: number) => value
    out[to + LOOK.rough] = (out[to + LOOK.rough] ?? 0) + (material?.getRoughnessFactor() ?? 1) * stored(finish[1])
    out[to + LOOK.metal] = (out[to + LOOK.metal] ?? 0) + (material?.getMetallicFactor() ?? 0) * stored(finish[2])
    const light = material?.getEmissiveFactor() ?? BLACK
    if (Math.max(...light) === 0) return
    const glow = this.#glow ? read(this.#glow, corners, shares, metres, area) : WHITE
    for (let k = 0; k < 3; k++) {
      const at = to + LOOK.glow + k
      out[at] = (out[at] ?? 0) + Math.min(1, (light[k] ?? 0) * this.#strength * (glow[k] ?? 1))
    }
  }

  #vertexColour(corners: Triple, shares: Triple, k: number): number {
    const at = (corner: number) => this.#colours?.[corner * this.#colourStep + k] ?? 1
    return at(corners[0]) * shares[0] + at(corners[1]) * shares[1] + at(corners[2]) * shares[2]
  }
}

export type Triple = readonly [number, number, number]

const WHITE: Rgba = [1, 1, 1, 1]
const BLACK: Triple = [0, 0, 0]

async function layerOf(
  part: Primitive,
  texture: Texture | null | undefined,
  info: TextureInfo | null | undefined,
  textures: Textures,
): Promise<Layer | null> {
  const uv = floatsOf(part, `TEXCOORD_${info?.getTexCoord() ?? 0}`)
  if (!texture || !uv) return null
  const moved = info?.getExtension<Transform>('KHR_texture_transform') ?? null
  const placed = new Float32Array(uv.length)
  for (let at = 0; at < uv.length; at += 2) placed.set(shift(moved, uv[at] ?? 0, uv[at + 1] ?? 0), at)
  const wrap = [info?.getWrapS() ?? 10497, info?.getWrapT() ?? 10497] as const
  return { texels: await textures.read(texture), uv: placed, wrap }
}

function read({ texels, uv, wrap }: Layer, [a, b, c]: Triple, shares: Triple, metres: number, area: number): Rgba {
  const [au, av, bu, bv] = [uv[a * 2] ?? 0, uv[a * 2 + 1] ?? 0, uv[b * 2] ?? 0, uv[b * 2 + 1] ?? 0]
  const [cu, cv] = [uv[c * 2] ?? 0, uv[c * 2 + 1] ?? 0]
  const inTexture = Math.abs((bu - au) * (cv - av) - (cu - au) * (bv - av)) / 2
  const span = area > 0 ? metres * Math.sqrt(inTexture / area) : 0
  const u = au * shares[0] + bu * shares[1] + cu * shares[2]
  const v = av * shares[0] + bv * shares[1] + cv * shares[2]
  return texels.at(wrapped(u, wrap[0]), wrapped(v, wrap[1]), span)
}

function wrapped(value: number, wrap: Wrap): number {
  if (wrap === 33071) return Math.min(0.99999, Math.max(0, value))
  if (wrap === 33648) return 1 - Math.abs((((value % 2) + 2) % 2) - 1)
  return value
}

const toStored = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)
