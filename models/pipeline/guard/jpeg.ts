// Reads a JPEG's segments up to the first scan: size, kind. Drops what makes no picture: Exif, profiles, comments.
import { must, refuse } from '../fault.ts'
import { mustBeModest, type Picture } from './picture.ts'

// Baseline, extended, progressive. Lossless, arithmetic and hierarchical ones are none a browser shows.
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
// APP0 says JFIF, APP14 how the colours are told; both decide how it is decoded.
const DROPPED = (marker: number) => (marker >= 0xe1 && marker <= 0xed) || marker === 0xef || marker === 0xfe

/** Checks a JPEG and gives it back without side segments. */
export function readJpeg(bytes: Uint8Array, name: string): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | undefined
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    must(at + 4 <= bytes.length && bytes[at] === 0xff, 'model.image', { name })
    const marker = bytes[at + 1] ?? 0
    const length = view.getUint16(at + 2)
    must(length >= 2 && at + 2 + length <= bytes.length, 'model.image', { name })
    if (FRAMES.has(marker)) {
      must(length >= 8 && !size, 'model.image', { name })
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
      mustBeModest(size.width, size.height, name)
    } else if (marker >= 0xc3 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) refuse('model.image', { name })
    if (marker === 0xda) {
      kept.push(bytes.subarray(at))
      break
    }
    if (!DROPPED(marker)) kept.push(bytes.subarray(at, at + 2 + length))
    at += 2 + length
  }
  must(size !== undefined, 'model.image', { name })
  return { bytes: new Uint8Array(Buffer.concat(kept)), mimeType: 'image/jpeg', ...size }
}
