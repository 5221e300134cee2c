// TGA and BMP, which 3ds Max and its exporters write and neither browsers nor sharp take for textures: true colour and grey,
// plain or run-length coded. Read by us; room is made by a size held to the limits.
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { must } from '../fault.ts'
import { Cursor } from './cursor.ts'

/** RGBA, the first row at the top. */
export interface RawPicture {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

const fits = (width: number, height: number) =>
  width > 0 &&
  height > 0 &&
  width * height <= UPLOAD_LIMITS.imagePixels / 2 &&
  Math.max(width, height) <= UPLOAD_LIMITS.imageSide

/** A TGA of kind 2, 3, 10 or 11 with 8, 16, 24 or 32 bits; undefined if it is none. */
export function readTga(bytes: Uint8Array): RawPicture | undefined {
  if (bytes.length < 18 || bytes[1] !== 0) return undefined
  const head = new Cursor(bytes)
  const idLength = head.u8()
  head.skip(1)
  const kind = head.u8()
  head.skip(9)
  const [width, height, bits, flags] = [head.u16(), head.u16(), head.u8(), head.u8()]
  const grey = kind === 3 || kind === 11
  const known = grey ? bits === 8 : (kind === 2 || kind === 10) && [16, 24, 32].includes(bits)
  if (!known || !fits(width, height)) return undefined
  head.skip(idLength)
  const size = bits / 8
  const pixels = kind >= 9 ? unrolled(head, width * height * size, size) : head.take(width * height * size)
  const data = new Uint8Array(width * height * 4)
  for (let row = 0; row < height; row++) {
    // Bit 5 of the flags: rows from the top; else from the bottom.
    const from = (flags & 0x20 ? row : height - 1 - row) * width * size
    for (let x = 0; x < width; x++) data.set(colour(pixels, from + x * size, bits, grey), (row * width + x) * 4)
  }
  return { data, width, height }
}

function unrolled(from: Cursor, length: number, size: number): Uint8Array {
  const out = new Uint8Array(length)
  for (let at = 0; at < length; ) {
    const packet = from.u8()
    const count = Math.min(((packet & 0x7f) + 1) * size, length - at)
    if (packet & 0x80) {
      const pixel = from.take(size)
      for (let k = 0; k < count; k++) out[at + k] = pixel[k % size] ?? 0
    } else out.set(from.take(count), at)
    at += count
  }
  return out
}

function colour(p: Uint8Array, at: number, bits: number, grey: boolean): readonly [number, number, number, number] {
  const [a = 0, b = 0, c = 0, d = 255] = p.subarray(at, at + 4)
  if (grey) return [a, a, a, 255]
  if (bits !== 16) return [c, b, a, bits === 32 ? d : 255]
  const word = a | (b << 8)
  const five = (shift: number) => Math.round((((word >> shift) & 31) * 255) / 31)
  return [five(10), five(5), five(0), 255]
}

/** A plain BMP of 24 or 32 bits; undefined if it is another. */
export function readBmp(bytes: Uint8Array): RawPicture | undefined {
  if (bytes.length < 54) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [start, width, tall] = [view.getUint32(10, true), view.getInt32(18, true), view.getInt32(22, true)]
  const [bits, packed] = [view.getUint16(28, true), view.getUint32(30, true)]
  const height = Math.abs(tall)
  if (![24, 32].includes(bits) || (packed !== 0 && packed !== 3) || !fits(width, height)) return undefined
  const size = bits / 8
  const stride = Math.ceil((width * size) / 4) * 4
  must(start + stride * height <= bytes.length, 'model.image', { name: '' })
  const data = new Uint8Array(width * height * 4)
  for (let row = 0; row < height; row++) {
    const from = start + (tall < 0 ? row : height - 1 - row) * stride
    for (let x = 0; x < width; x++) data.set(colour(bytes, from + x * size, 24, false), (row * width + x) * 4)
  }
  return { data, width, height }
}
