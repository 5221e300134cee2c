// How the USD scene in bytes packs its lists: LZ4 in pieces of 64 KiB, and whole numbers as differences of 0, 8, 16 or 32
// bits. Room is made by sizes that were held against the packed bytes first.
import { must } from '../fault.ts'
import { FORMAT_LIMITS } from './format-limits.ts'

/** LZ4 makes at most 255 bytes of one. */
const GROWS = 255

/** Unpacks LZ4 as USD has it. Refuses a size that the bytes can't give or that is too much. */
export function unpackLz4(packed: Uint8Array, size: number): Uint8Array {
  must(size <= FORMAT_LIMITS.numbers * 4 && size <= packed.length * GROWS, 'model.zip-bomb')
  const out = new Uint8Array(size)
  const pieces = packed[0] ?? 0
  if (pieces === 0) {
    unpackPiece(packed.subarray(1), out)
    return out
  }
  const head = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  must(1 + pieces * 4 <= packed.length, 'model.truncated')
  let from = 1 + pieces * 4
  for (let at = 0; at < pieces; at++) {
    const length = head.getUint32(1 + at * 4, true)
    must(length <= packed.length - from, 'model.length-lies')
    unpackPiece(packed.subarray(from, from + length), out.subarray(at * 65_536, (at + 1) * 65_536))
    from += length
  }
  return out
}

function unpackPiece(packed: Uint8Array, out: Uint8Array): void {
  let at = 0
  let to = 0
  const long = (start: number) => {
    let length = start
    if (start < 15) return length
    for (let more = 255; more === 255 && at < packed.length; ) length += more = packed[at++] ?? 0
    return length
  }
  while (at < packed.length) {
    const token = packed[at++] ?? 0
    const literals = Math.min(long(token >> 4), packed.length - at, out.length - to)
    out.set(packed.subarray(at, at + literals), to)
    at += literals
    to += literals
    if (at + 2 > packed.length) return
    const back = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8)
    at += 2
    const length = Math.min(long(token & 15) + 4, out.length - to)
    must(back > 0 && back <= to, 'model.damaged')
    for (let k = 0; k < length; k++, to++) out[to] = out[to - back] ?? 0
  }
}

/** Unpacks whole numbers. */
export function unpackNumbers(packed: Uint8Array, count: number): Int32Array {
  must(count <= FORMAT_LIMITS.numbers / 4, 'model.accessor-bomb')
  const codes = (count * 2 + 7) >> 3
  const bytes = unpackLz4(packed, count * 4 + codes + 4)
  const view = new DataView(bytes.buffer)
  const out = new Int32Array(count)
  const common = view.getInt32(0, true)
  let at = 4 + codes
  let value = 0
  for (let k = 0; k < count; k++) {
    const code = ((bytes[4 + (k >> 2)] ?? 0) >> ((k & 3) * 2)) & 3
    if (code === 0) value += common
    else {
      value += code === 1 ? view.getInt8(at) : code === 2 ? view.getInt16(at, true) : view.getInt32(at, true)
      at += 1 << (code - 1)
    }
    out[k] = value
  }
  return out
}
