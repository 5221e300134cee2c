// Two pictures in one where glTF wants it so: see-through beside a colour, roughness (green) and metal (blue) in one.
import sharp, { type Sharp } from 'sharp'
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { orRefuse } from '../steps/pixels.ts'
import type { FoundPicture } from './pictures.ts'

/** Longest side of a joined picture. */
const SIDE = 2048

type Joined = Promise<FoundPicture | undefined>
const known = new WeakMap<FoundPicture, WeakMap<FoundPicture, Joined>>()

function once(a: FoundPicture, b: FoundPicture, make: () => Joined): Joined {
  const of = known.get(a) ?? new WeakMap<FoundPicture, Joined>()
  known.set(a, of)
  const made = of.get(b) ?? make()
  of.set(b, made)
  return made
}

const open = (picture: FoundPicture): Sharp =>
  sharp(picture.bytes, { failOn: 'error', limitInputPixels: UPLOAD_LIMITS.imagePixels })

async function raw(picture: FoundPicture, size?: { readonly width: number; readonly height: number }) {
  const { data, info } = await orRefuse(
    open(picture)
      .resize(size ? { ...size, fit: 'fill' } : { width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true }),
  )
  return { data, width: info.width, height: info.height }
}

async function asPng(data: Uint8Array, width: number, height: number): Promise<FoundPicture> {
  const png = sharp(data, { raw: { width, height, channels: 4 } }).png({ compressionLevel: 3 })
  return { bytes: new Uint8Array(await orRefuse(png.toBuffer())), mimeType: 'image/png' }
}

/** The colour with what `alpha` says of see-through: its own alpha where it has one, else its grey. */
export async function joinAlpha(base: FoundPicture | undefined, alpha: FoundPicture): Joined {
  const { hasAlpha } = await orRefuse(open(alpha).metadata())
  // A colour picture named once more for its alpha: without one there is nothing to see through.
  if (base === alpha) return hasAlpha ? base : undefined
  return await once(base ?? alpha, alpha, async () => {
    const colour = await raw(base ?? alpha)
    const clear = await raw(alpha, colour)
    for (let at = 0; at < colour.data.length; at += 4) {
      if (!base) colour.data.fill(255, at, at + 3)
      colour.data[at + 3] = clear.data[hasAlpha ? at + 3 : at + 1] ?? 255
    }
    return await asPng(colour.data, colour.width, colour.height)
  })
}

/** Roughness and metal as glTF wants them; undefined without either. */
export async function joinFinish(rough: FoundPicture | undefined, metal: FoundPicture | undefined): Joined {
  if (rough && (rough === metal || !metal)) return rough === metal ? rough : await finishOf(rough, undefined)
  return metal ? await finishOf(rough, metal) : undefined
}

async function finishOf(rough: FoundPicture | undefined, metal: FoundPicture | undefined): Joined {
  const first = rough ?? metal
  if (!first) return undefined
  return await once(first, metal ?? first, async () => {
    const out = await raw(first)
    const other = rough && metal ? await raw(metal, out) : out
    for (let at = 0; at < out.data.length; at += 4) {
      const green = rough ? (out.data[at + 1] ?? 255) : 255
      const blue = metal ? (other.data[at + 2] ?? 255) : 255
      out.data.set([255, green, blue, 255], at)
    }
    return await asPng(out.data, out.width, out.height)
  })
}
