// What a stored file is, by its first bytes and not by what somebody said: the types that the house serves, else plain bytes.

import { open } from 'node:fs/promises'

/** First bytes of each type; `at` is where they begin. */
const SIGNS: ReadonlyArray<{ readonly type: string; readonly at: number; readonly bytes: readonly number[] }> = [
  { type: 'model/gltf-binary', at: 0, bytes: [0x67, 0x6c, 0x54, 0x46] },
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'video/mp4', at: 4, bytes: [0x66, 0x74, 0x79, 0x70] },
  { type: 'video/webm', at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  { type: 'application/zip', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
]

/** Bytes needed to tell. */
export const SNIFF_BYTES = 16

/** The media type of a file, by its first bytes. */
export async function typeOf(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const first = new Uint8Array(SNIFF_BYTES)
    await file.read(first, 0, SNIFF_BYTES, 0)
    return sniff(first)
  } finally {
    await file.close()
  }
}

/** The media type for these first bytes. Never HTML, SVG or script, which could do something when opened. */
export function sniff(first: Uint8Array): string {
  const found = SIGNS.find(({ at, bytes }) => bytes.every((byte, i) => first[at + i] === byte))
  return found?.type ?? 'application/octet-stream'
}
