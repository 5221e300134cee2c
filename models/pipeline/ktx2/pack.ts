// A near level once more with KTX2 textures: as ETC1S, or as UASTC where normals or data lose too much by that. Each is decoded again
// and held against its WebP; one that lost too much, or takes too much room in the file, stays as it is.

import { encodeToKTX2 } from 'ktx2-encoder'
import sharp from 'sharp'
import { type Candidate, chooseTextures, keepsEnough, type Offer } from '../../../shared/model/ktx2.ts'
import { gpuBytes } from '../measure.ts'
import { transcodeKtx2 } from '../steps/ktx2-pixels.ts'
import { type GlbImage, imagesOf, type Kind, withKtx2 } from './glb-images.ts'

/** Smaller pictures (palettes among them) gain next to nothing; pixels. */
const SMALL = 256 * 256
/** Bytes a pixel on the GPU are four; of these a quarter, an eighth for ETC1S without alpha. */
const UASTC = 1 / 4
const ETC1S = 1 / 8

interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly opaque: boolean
}

interface Encoded extends Candidate {
  readonly index: number
  readonly ktx2: Uint8Array
}

/** The same level with KTX2, and what it costs beside the one given. Null: no texture of it gains. */
export async function packKtx2(near: Uint8Array): Promise<{ readonly glb: Uint8Array; readonly offer: Offer } | null> {
  const candidates: Encoded[] = []
  let textureBytes = 0
  for (const image of imagesOf(near)) {
    const pixels = await pixelsOf(image.bytes)
    textureBytes += gpuBytes(pixels.width, pixels.height)
    candidates.push(...(await encode(image, pixels)))
  }
  const chosen = chooseTextures(candidates, near.length)
  if (chosen.length === 0) return null
  const glb = withKtx2(near, new Map(chosen.map(({ index, ktx2 }) => [index, ktx2])))
  const spared = chosen.reduce((sum, { textureBytes: { before, after } }) => sum + before - after, 0)
  const after = { bytes: glb.length, textureBytes: Math.ceil(textureBytes - spared) }
  return { glb, offer: { before: { bytes: near.length, textureBytes }, after } }
}

/** Sides in whole blocks of four, as KTX2 in glTF wants them. */
async function pixelsOf(bytes: Uint8Array): Promise<Pixels> {
  const picture = sharp(bytes)
  const { width, height } = await picture.metadata()
  const [wide, high] = [width, height].map((side) => Math.max(4, Math.round(side / 4) * 4)) as [number, number]
  if (wide !== width || high !== height) picture.resize(wide, high, { fit: 'fill' })
  const data = new Uint8Array(await picture.toColourspace('srgb').ensureAlpha().raw().toBuffer())
  let opaque = true
  for (let at = 3; at < data.length && opaque; at += 4) opaque = data[at] === 255
  return { data, width: wide, height: high, opaque }
}

/** One at most: the first way that keeps enough. */
async function encode({ index, kind, mimeType, bytes }: GlbImage, pixels: Pixels): Promise<Encoded[]> {
  if (!kind || mimeType !== 'image/webp' || pixels.width * pixels.height <= SMALL) return []
  const before = gpuBytes(pixels.width, pixels.height)
  for (const uastc of kind === 'colour' ? [false] : [false, true]) {
    const ktx2 = await written(pixels, kind, uastc)
    const psnr = await psnrOf(ktx2, pixels)
    if (!keepsEnough({ kind, psnr })) continue
    const after = before * (uastc || !pixels.opaque ? UASTC : ETC1S)
    return [
      { index, kind, psnr, ktx2, bytes: { before: bytes.length, after: ktx2.length }, textureBytes: { before, after } },
    ]
  }
  return []
}

/** Only colours are sRGB: metals turn grey where data or normals are told to be. */
async function written({ data, width, height }: Pixels, kind: Kind, uastc: boolean): Promise<Uint8Array> {
  const how = uastc
    ? { isUASTC: true, uastcLDRQualityLevel: 1, enableRDO: true, rdoQualityLevel: 1.5, needSupercompression: true }
    : { isUASTC: false, qualityLevel: 128, compressionLevel: 1 }
  return await encodeToKTX2(data, {
    ...how,
    generateMipmap: true,
    isPerceptual: kind === 'colour',
    isSetKTX2SRGBTransferFunc: kind === 'colour',
    isNormalMap: kind === 'normal',
    imageDecoder: async () => ({ data, width, height }),
  })
}

async function psnrOf(ktx2: Uint8Array, { data, opaque }: Pixels): Promise<number> {
  const { pixels } = await transcodeKtx2(ktx2)
  const channels = opaque ? 3 : 4
  let sum = 0
  for (let at = 0; at < data.length; at += 4) {
    for (let channel = 0; channel < channels; channel++) {
      sum += ((pixels[at + channel] ?? 0) - (data[at + channel] ?? 0)) ** 2
    }
  }
  const mean = sum / ((data.length / 4) * channels)
  return mean === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10(255 ** 2 / mean)
}
