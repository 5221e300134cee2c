// A city's picture, PDF or film, before it is kept: what it is by its bytes, never by its name. Pictures are drawn anew (also SVG, which
// could hold script), upright, without what a camera noted about place and owner; the others stay as they are.

import sharp from 'sharp'
import { type FileKind, PICTURE_SIDE } from '../../shared/booth/files.ts'
import { UPLOAD_LIMITS } from '../../shared/model/limits.ts'
import type { Remark } from '../../shared/model/summary.ts'

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadSvg'],
})

export type FileAnswer =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      readonly width: number | null
      readonly height: number | null
    }
  | { readonly ok: false; readonly fault: Remark }

/** WebP quality of pictures. */
const QUALITY = 82

/** @param kind what its name promised */
export async function takeFile(bytes: Uint8Array, kind: FileKind): Promise<FileAnswer> {
  if (kind === 'picture') return await drawAnew(bytes)
  const is = kind === 'pdf' ? isPdf(bytes) : isFilm(bytes)
  return is ? { ok: true, bytes, width: null, height: null } : refused(kind)
}

const refused = (kind: FileKind): FileAnswer => ({ ok: false, fault: { code: `model.file-not-${kind}`, detail: {} } })

async function drawAnew(bytes: Uint8Array): Promise<FileAnswer> {
  try {
    const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: UPLOAD_LIMITS.imagePixels })
      .autoOrient()
      .resize({ width: PICTURE_SIDE, height: PICTURE_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: QUALITY, effort: 5 })
      .toBuffer({ resolveWithObject: true })
    return { ok: true, bytes: new Uint8Array(data), width: info.width, height: info.height }
  } catch {
    return refused('picture')
  }
}

const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/** Begins as a PDF (ISO 32000-1, 7.5.2) and has its end where readers look for it. */
const isPdf = (bytes: Uint8Array): boolean =>
  /^%PDF-[12]\.\d/.test(latin(bytes, 0, 8)) &&
  latin(bytes, Math.max(0, bytes.length - 1024), bytes.length).includes('%%EOF')

/** MP4 (ISO 14496-12: a box `ftyp` first) or WebM (EBML with the document type `webm`). */
function isFilm(bytes: Uint8Array): boolean {
  if (latin(bytes, 4, 8) === 'ftyp') return /^(isom|iso[2-9]|mp4[12]|avc1|M4V |dash)$/.test(latin(bytes, 8, 12))
  const ebml = bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3
  return ebml && latin(bytes, 0, 64).includes('webm')
}
