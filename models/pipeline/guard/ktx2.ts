// Reads a KTX2's header and level index: one flat picture, Basis data, every level inside the file.
import { must } from '../fault.ts'
import { mustBeModest, type Picture } from './picture.ts'

const NONE = 0
const BASIS_LZ = 1
const ZSTD = 2

/** Checks a KTX2 as KHR_texture_basisu allows it: 2D, no array, no cube, ETC1S (BasisLZ) or UASTC. */
export function checkKtx2(bytes: Uint8Array, name: string): Picture {
  const bad = { name }
  must(bytes.length >= 80, 'model.ktx2', bad)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const field = (at: number) => view.getUint32(at, true)
  const [format, width, height, depth, layers, faces, levels, scheme] = [12, 20, 24, 28, 32, 36, 40, 44].map(field)
  must(format === 0 && depth === 0 && (layers ?? 9) <= 1 && faces === 1, 'model.ktx2', bad)
  must(scheme === NONE || scheme === BASIS_LZ || scheme === ZSTD, 'model.ktx2', bad)
  mustBeModest(width ?? 0, height ?? 0, name)
  const most = Math.floor(Math.log2(Math.max(width ?? 1, height ?? 1))) + 1
  must(levels !== undefined && levels <= most, 'model.ktx2', bad)
  const count = Math.max(levels, 1)
  must(bytes.length >= 80 + count * 24, 'model.ktx2', bad)
  for (let index = 0; index < count; index++) {
    const [at, size, plain] = [0, 8, 16].map((offset) => Number(view.getBigUint64(80 + index * 24 + offset, true)))
    mustLieInside(at ?? -1, size ?? 0, bytes, name)
    if (scheme !== BASIS_LZ) must((plain ?? 0) <= levelBytes(width ?? 0, height ?? 0, index), 'model.ktx2', bad)
  }
  mustLieInside(field(48), field(52), bytes, name)
  mustLieInside(field(56), field(60), bytes, name)
  const globals = Number(view.getBigUint64(64, true))
  const globalBytes = Number(view.getBigUint64(72, true))
  mustLieInside(globals, globalBytes, bytes, name)
  if (scheme === BASIS_LZ) must(globalBytes >= 20, 'model.ktx2', bad)
  return { bytes, mimeType: 'image/ktx2', width: width ?? 0, height: height ?? 0 }
}

function mustLieInside(at: number, size: number, bytes: Uint8Array, name: string): void {
  must(size === 0 || (at >= 80 && at + size <= bytes.length), 'model.ktx2', { name })
}

// UASTC: 16 bytes for each block of 4 × 4.
function levelBytes(width: number, height: number, level: number): number {
  const blocks = (side: number) => Math.ceil(Math.max(1, side >> level) / 4)
  return blocks(width) * blocks(height) * 16
}
