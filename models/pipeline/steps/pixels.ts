// From a document's texture to pixels and back to WebP, by sharp; KTX2 by three's Basis transcoder. One picture in
// memory at a time.
import type { Texture } from '@gltf-transform/core'
import sharp, { type Sharp } from 'sharp'
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { refuse } from '../fault.ts'
import { transcodeKtx2 } from './ktx2-pixels.ts'

sharp.cache(false)
sharp.concurrency(1)
// Decoders for anything but what the guards let through stay shut.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'],
})

/** A sharp pipeline over a texture's picture. Refuses a picture that cannot be decoded when it is run. */
export async function pictureOf(texture: Texture): Promise<Sharp> {
  const bytes = texture.getImage()
  if (!bytes) refuse('model.image', { name: '' })
  if (texture.getMimeType() === 'image/ktx2') {
    const { pixels, width, height } = await transcodeKtx2(bytes)
    return sharp(pixels, { raw: { width, height, channels: 4 } })
  }
  return sharp(bytes, { failOn: 'error', limitInputPixels: UPLOAD_LIMITS.imagePixels })
}

export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** A texture as RGBA, no side longer than `side`. */
export async function readPixels(texture: Texture, side: number): Promise<Pixels> {
  const picture = (await pictureOf(texture))
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
  const { data, info } = await orRefuse(picture.toBuffer({ resolveWithObject: true }))
  return { data, width: info.width, height: info.height }
}

/** Waits for sharp; a picture that it cannot read is a refusal, not a fault. */
export async function orRefuse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch {
    refuse('model.image', { name: '' })
  }
}
