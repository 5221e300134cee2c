// What kind of file it is, by its bytes and never by its name: GLB, a zip with a glTF in it, or a glTF alone.
// Reads the GLB container itself. Does not look into the JSON.
import { type Findings, must, refuse } from '../fault.ts'
import { modelInZip, readZip } from './zip.ts'

export interface Container {
  readonly json: Uint8Array
  /** The GLB's own binary chunk. */
  readonly bin: Uint8Array | undefined
  /** Files beside the glTF, by cleaned path relative to it. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

const GLB_MAGIC = 0x46546c67
const JSON_CHUNK = 0x4e4f534a
const BIN_CHUNK = 0x004e4942

const NO_FILES: ReadonlyMap<string, Uint8Array> = new Map()

/** Opens an uploaded file. Refuses what is none of the three kinds. */
export function openContainer(bytes: Uint8Array, findings: Findings): Container {
  must(bytes.length > 0, 'model.empty')
  if (startsWith(bytes, [0x67, 0x6c, 0x54, 0x46])) return readGlb(bytes, findings)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const { main, files } = modelInZip(readZip(bytes))
    if (startsWith(main, [0x67, 0x6c, 0x54, 0x46])) return { ...readGlb(main, findings), files }
    return { json: main, bin: undefined, files }
  }
  if (looksLikeJson(bytes)) return { json: bytes, bin: undefined, files: NO_FILES }
  refuse('model.not-gltf')
}

const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((value, at) => bytes[at] === value)

function looksLikeJson(bytes: Uint8Array): boolean {
  let at = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0
  while (at < 64 && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at] ?? 0)) at++
  return bytes[at] === 0x7b
}

/**
 * A GLB: 12 bytes of header, then chunks. The declared length rules: what lies behind it is cut off and said, a shorter
 * file is refused. Unknown chunks are skipped (glTF 2.0, 4.4.3).
 */
function readGlb(bytes: Uint8Array, findings: Findings): Container {
  must(bytes.length >= 20, 'model.truncated')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  must(view.getUint32(0, true) === GLB_MAGIC, 'model.not-gltf')
  must(view.getUint32(4, true) === 2, 'model.version')
  const length = view.getUint32(8, true)
  must(length <= bytes.length, length > 0xf0000000 ? 'model.length-lies' : 'model.truncated')
  if (bytes.length > length) findings.add('model.found-trailing-data', { bytes: bytes.length - length })

  let json: Uint8Array | undefined
  let bin: Uint8Array | undefined
  let at = 12
  for (let index = 0; at < length; index++) {
    must(at + 8 <= length, 'model.length-lies')
    const size = view.getUint32(at, true)
    const type = view.getUint32(at + 4, true)
    must(size <= length - at - 8, 'model.length-lies')
    const chunk = bytes.subarray(at + 8, at + 8 + size)
    if (index === 0) {
      must(type === JSON_CHUNK, 'model.no-json')
      json = chunk
    } else if (type === BIN_CHUNK && !bin) bin = chunk
    else findings.add('model.found-unknown-chunks')
    at += 8 + size
  }
  must(json !== undefined, 'model.no-json')
  return { json, bin, files: NO_FILES }
}
