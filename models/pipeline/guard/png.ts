// Reads a PNG's chunks: checksums, the header's size, and that the packed data holds just the rows the header declares,
// counted while they inflate. Only the chunks that make the picture go on.
import { Readable } from 'node:stream'
import { crc32, createInflate } from 'node:zlib'
import { must, refuse } from '../fault.ts'
import { mustBeModest, type Picture } from './picture.ts'

const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Checks a PNG and gives it back without side chunks. */
export async function readPng(bytes: Uint8Array, name: string): Promise<Picture> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  must(bytes.length >= 33 && view.getUint32(12) === 0x49484452, 'model.image', { name })
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  mustBeModest(width, height, name)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const packed: Uint8Array[] = []
  for (const chunk of chunksOf(bytes, view, name)) {
    if (KEPT.has(chunk.type)) kept.push(chunk.whole)
    if (chunk.type === 'IDAT') packed.push(chunk.data)
  }
  await mustHold(packed, rowBytes(bytes, width, height, name), name)
  return { bytes: new Uint8Array(Buffer.concat(kept)), mimeType: 'image/png', width, height }
}

function* chunksOf(bytes: Uint8Array, view: DataView, name: string) {
  for (let at = 8; at < bytes.length; ) {
    must(at + 12 <= bytes.length, 'model.image', { name })
    const size = view.getUint32(at)
    must(size <= bytes.length - at - 12, 'model.image', { name })
    const whole = bytes.subarray(at, at + 12 + size)
    const type = Buffer.from(whole.subarray(4, 8)).toString('latin1')
    if (KEPT.has(type))
      must(checksum(whole.subarray(4, 8 + size)) === view.getUint32(at + 8 + size), 'model.image', { name })
    yield { type, whole, data: whole.subarray(8, 8 + size) }
    if (type === 'IEND') return
    at += 12 + size
  }
  refuse('model.image', { name })
}

// node:zlib has crc32 since 20.15.
const checksum = (bytes: Uint8Array) => crc32(bytes)

// Bytes of all rows with their filter bytes; interlaced pictures come in seven passes (PNG 8.1).
function rowBytes(bytes: Uint8Array, width: number, height: number, name: string): number {
  const depth = bytes[24] ?? 0
  const channels = CHANNELS[bytes[25] ?? 99]
  must(channels !== undefined && [1, 2, 4, 8, 16].includes(depth), 'model.image', { name })
  const rows = (w: number, h: number) => (w > 0 && h > 0 ? h * (1 + Math.ceil((w * depth * channels) / 8)) : 0)
  if (bytes[28] === 0) return rows(width, height)
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  )
}

async function mustHold(packed: Uint8Array[], expected: number, name: string): Promise<void> {
  let total = 0
  try {
    for await (const part of Readable.from(packed).pipe(createInflate())) {
      total += (part as Uint8Array).length
      if (total > expected) break
    }
  } catch {
    refuse('model.image', { name })
  }
  must(total === expected, 'model.image', { name })
}
