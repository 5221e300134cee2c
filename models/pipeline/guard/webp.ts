// Reads a WebP's header: the canvas and the one picture in it. Animated ones are refused.
import { must, refuse } from '../fault.ts'
import { mustBeModest, type Picture } from './picture.ts'

/** Checks a WebP by its RIFF chunks. Its bytes go on as they are; they are always encoded anew later. */
export function readWebp(bytes: Uint8Array, name: string): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  must(bytes.length >= 30 && view.getUint32(4, true) + 8 <= bytes.length + 1, 'model.image', { name })
  let size: { width: number; height: number } | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
    const length = view.getUint32(at + 4, true)
    must(length <= bytes.length - at - 8, 'model.image', { name })
    const found = sizeIn(type, view, at + 8, length)
    if (found) {
      mustBeModest(found.width, found.height, name)
      size ??= found
    }
    if (type === 'ANIM' || type === 'ANMF') refuse('model.image', { name })
    at += 8 + length + (length % 2)
  }
  must(size !== undefined, 'model.image', { name })
  return { bytes, mimeType: 'image/webp', ...size }
}

function sizeIn(type: string, view: DataView, at: number, length: number) {
  const uint24 = (offset: number) => view.getUint16(at + offset, true) | (view.getUint8(at + offset + 2) << 16)
  if (type === 'VP8X' && length >= 10) return { width: uint24(4) + 1, height: uint24(7) + 1 }
  if (type === 'VP8 ' && length >= 10) {
    return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff }
  }
  if (type === 'VP8L' && length >= 5) {
    const bits = view.getUint32(at + 1, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return undefined
}
