// Textures by what they are for: size and quality per slot, always encoded anew as WebP. Colours as told, normals with
// care, occlusion-roughness-metal at half the size, palettes without loss.
import type { Document, Texture } from '@gltf-transform/core'
import { EXTTextureWebP } from '@gltf-transform/extensions'
import { listTextureSlots } from '@gltf-transform/functions'
import sharp, { type Sharp } from 'sharp'
import { gpuBytes } from '../measure.ts'
import { ATLAS } from './atlas/atlas.ts'
import { PALETTE } from './paint.ts'
import { orRefuse, pictureOf } from './pixels.ts'
import { dropExtension } from './prepare.ts'

/** An atlas up to so many bytes is packed without loss. */
const ATLAS_EXACT = 25_000

type Kind = 'colour' | 'normal' | 'data' | 'palette' | 'atlas'

export interface TextureOptions {
  /** Longest side of colours and normals; data gets half. Pixels. */
  readonly side: number
  /** WebP quality of colours, 1 … 100. */
  readonly quality: number
  /** All textures together on the GPU, bytes. */
  readonly gpuBytes: number
}

/** Encodes every texture of a document. Sides are halved until all fit into the GPU bytes. */
export async function packTextures(document: Document, options: TextureOptions): Promise<void> {
  const textures = document.getRoot().listTextures()
  dropExtension(document, 'KHR_texture_basisu')
  if (textures.length === 0) return
  const side = sideThatFits(textures, options)
  for (const texture of textures) {
    const image = await encode(texture, kindOf(texture), side, options.quality)
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
    const shrink = Math.min(1, sideOf(kindOf(texture), options.side) / Math.max(width, height))
    return sum + gpuBytes(width * shrink, height * shrink)
  }, 0)
  return total <= options.gpuBytes
    ? options.side
    : Math.max(64, Math.floor(options.side * Math.sqrt(options.gpuBytes / total)))
}

async function encode(texture: Texture, kind: Kind, side: number, quality: number): Promise<Uint8Array> {
  const limit = sideOf(kind, side)
  const picture = await pictureOf(texture)
  const { data, info } = await orRefuse(
    (kind === 'palette'
      ? picture
      : picture.resize({ width: limit, height: limit, fit: 'inside', withoutEnlargement: true })
    )
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true }),
  )
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } }
  if (kind === 'atlas') return atlasPicture(sharp(data, raw))
  const lossless = () => sharp(data, raw).webp({ lossless: true, effort: 5 }).toBuffer()
  if (kind === 'palette') return new Uint8Array(await lossless())
  const lossy = await sharp(data, raw)
    .webp({
      quality: kind === 'normal' ? Math.max(90, quality) : quality,
      effort: 5,
      smartSubsample: kind === 'normal',
    })
    .toBuffer()
  // Drawings with few colours are often smaller without loss.
  const exact = info.width * info.height <= 256 * 256 ? await lossless() : lossy
  return new Uint8Array(exact.length < lossy.length ? exact : lossy)
}

/** Blocks of one look stay what they are; pictures are packed with care, since one picture holds all. */
async function atlasPicture(picture: Sharp): Promise<Uint8Array> {
  const exact = await picture.clone().webp({ lossless: true, effort: 5 }).toBuffer()
  if (exact.length <= ATLAS_EXACT) return new Uint8Array(exact)
  return new Uint8Array(await picture.webp({ quality: 88, effort: 5, smartSubsample: true }).toBuffer())
}
