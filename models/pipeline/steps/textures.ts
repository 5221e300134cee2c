// Textures by what they are for: size and quality per slot, always encoded anew as WebP. Colours as told, normals with
// care, occlusion-roughness-metal at half the size, palettes without loss.
import type { Document, Texture } from '@gltf-transform/core'
import { EXTTextureWebP } from '@gltf-transform/extensions'
import { listTextureSlots } from '@gltf-transform/functions'
import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { gpuBytes } from '../measure.ts'
import { ATLAS } from './atlas/atlas.ts'
import { PALETTE } from './paint.ts'
import { orRefuse, pictureOf } from './pixels.ts'
import { dropExtension } from './prepare.ts'

/** An atlas up to so many bytes is packed without loss. */
const ATLAS_EXACT = 25_000

/** A small picture up to so many bytes is packed without loss. */
const SMALL = 16_000
/** Data that loses no more than this at half its size is drawn from that. */
const PLAIN = 6

type Kind = 'colour' | 'normal' | 'data' | 'palette' | 'atlas'

export interface TextureOptions {
  /** Longest side of colours and normals; data gets half. Pixels. */
  readonly side: number
  /** WebP quality of colours, 1 … 100. */
  readonly quality: number
  /** All textures together on the GPU, bytes. */
  readonly gpuBytes: number
  /** Seen from near: data with fine detail keeps its size, small pictures are packed without loss. */
  readonly exact: boolean
}

/** Encodes every texture of a document. Sides are halved until all fit into the GPU bytes. */
export async function packTextures(document: Document, options: TextureOptions): Promise<void> {
  const textures = document.getRoot().listTextures()
  dropExtension(document, 'KHR_texture_basisu')
  if (textures.length === 0) return
  const side = sideThatFits(textures, options)
  for (const texture of textures) {
    const image = await encode(texture, kindOf(texture), side, options)
    texture.setImage(image).setMimeType('image/webp').setURI('')
  }
  document.createExtension(EXTTextureWebP).setRequired(true)
}

function kindOf(texture: Texture): Kind {
  if (texture.getName() === PALETTE) return 'palette'
  const slots = listTextureSlots(texture)
  if (texture.getName() === ATLAS) return 'atlas'
  if (slots.some((slot) => /normal/i.test(slot))) return 'normal'
  return slots.some((slot) => /color|emissive|diffuse|sheen/i.test(slot)) ? 'colour' : 'data'
}

const sideOf = (kind: Kind, side: number) => (kind === 'data' ? Math.max(64, Math.floor(side / 2)) : side)

function sideThatFits(textures: readonly Texture[], options: TextureOptions): number {
  const total = textures.reduce((sum, texture) => {
    const [width, height] = texture.getSize() ?? [options.side, options.side]
    // Data may turn out to need its full size.
    const most = options.exact ? options.side : sideOf(kindOf(texture), options.side)
    const shrink = Math.min(1, most / Math.max(width, height))
    return sum + gpuBytes(width * shrink, height * shrink)
  }, 0)
  return total <= options.gpuBytes
    ? options.side
    : Math.max(64, Math.floor(options.side * Math.sqrt(options.gpuBytes / total)))
}

async function encode(
  texture: Texture,
  kind: Kind,
  side: number,
  { quality, exact }: TextureOptions,
): Promise<Uint8Array> {
  const picture = await pictureOf(texture)
  const at = async (limit: number): Promise<Raw> => {
    const sized =
      kind === 'palette'
        ? picture
        : picture.clone().resize({ width: limit, height: limit, fit: 'inside', withoutEnlargement: true })
    return await orRefuse(sized.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }))
  }
  let raw = await at(exact && kind === 'data' ? side : sideOf(kind, side))
  if (exact && kind === 'data' && (await lostByHalf(raw)) <= PLAIN) raw = await at(sideOf(kind, side))
  const open = () => sharp(raw.data, { raw: raw.info })
  if (kind === 'atlas') return atlasPicture(open())
  const lossless = () => open().webp({ lossless: true, effort: 5 }).toBuffer()
  if (kind === 'palette') return new Uint8Array(await lossless())
  const lossy = await open()
    .webp({
      quality: kind === 'normal' ? Math.max(90, quality) : kind === 'data' ? Math.min(90, quality) : quality,
      effort: 5,
      smartSubsample: kind === 'normal' || quality > 80,
    })
    .toBuffer()
  // Drawings with few colours are often smaller without loss; small pictures keep all they have.
  if (raw.info.width * raw.info.height > 256 * 256) return new Uint8Array(lossy)
  const whole = await lossless()
  return new Uint8Array(whole.length < lossy.length || (exact && whole.length <= SMALL) ? whole : lossy)
}

/** How far data is off where it is drawn from half its size: the mean of the worst channel, 0 … 255. */
async function lostByHalf({ data, info }: Raw): Promise<number> {
  const { width, height, channels } = info
  const half = await sharp(data, { raw: info })
    .resize(Math.ceil(width / 2), Math.ceil(height / 2), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const back = await sharp(half.data, { raw: half.info })
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer()
  const sums = new Float64Array(channels)
  for (let at = 0; at < data.length; at++) {
    const channel = at % channels
    sums[channel] = (sums[channel] ?? 0) + Math.abs((data[at] ?? 0) - (back[at] ?? 0))
  }
  return Math.max(...sums) / (width * height)
}

interface Raw {
  readonly data: Buffer
  readonly info: OutputInfo
}

/** Blocks of one look stay what they are; pictures are packed with care, since one picture holds all. */
async function atlasPicture(picture: Sharp): Promise<Uint8Array> {
  const exact = await picture.clone().webp({ lossless: true, effort: 5 }).toBuffer()
  if (exact.length <= ATLAS_EXACT) return new Uint8Array(exact)
  return new Uint8Array(await picture.webp({ quality: 88, effort: 5, smartSubsample: true }).toBuffer())
}
