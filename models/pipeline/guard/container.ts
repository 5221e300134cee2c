// From an uploaded file to a glTF's JSON and bytes: a GLB, a glTF, a zip with one and its files, or a file of another format
// that is made into a GLB here (formats/). Reads the GLB container itself. Does not look into the JSON.
import type { ModelFormat } from '../../../shared/model/formats.ts'
import { type Findings, must } from '../fault.ts'
import { sniff } from '../formats/sniff.ts'
import { modelInZip, readZip } from './zip.ts'

export interface Container {
  readonly json: Uint8Array
  /** The GLB's own binary chunk. */
  readonly bin: Uint8Array | undefined
  /** Files beside the glTF, by cleaned path relative to it. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Set where the file was of another format and told its unit: all is in metres. */
  readonly metres?: number | undefined
}

const GLB_MAGIC = 0x46546c67
const JSON_CHUNK = 0x4e4f534a
const BIN_CHUNK = 0x004e4942

const NO_FILES: ReadonlyMap<string, Uint8Array> = new Map()

// A zip whose first file is a scene of USD is a USDZ whatever it is called.
const isUsdLayer = (name: string) => /\.usd[ac]?$/i.test(name)

/** Opens an uploaded file. Refuses what is no model; what is no glTF becomes one. */
export async function openContainer(bytes: Uint8Array, name: string, findings: Findings): Promise<Container> {
  must(bytes.length > 0, 'model.empty')
  const kind = sniff(bytes, name)
  if (kind !== 'zip') return await openModel(kind, bytes, NO_FILES, findings)
  const files = readZip(bytes)
  const [first = ''] = files.keys()
  if (isUsdLayer(first)) return await openModel('usdz', bytes, NO_FILES, findings)
  const model = modelInZip(files)
  const inner = sniff(model.main, model.name)
  return await openModel(inner === 'zip' ? 'usdz' : inner, model.main, model.files, findings)
}

async function openModel(
  kind: ModelFormat,
  bytes: Uint8Array,
  files: ReadonlyMap<string, Uint8Array>,
  findings: Findings,
): Promise<Container> {
  if (kind === 'glb') return { ...readGlb(bytes, findings), files }
  if (kind === 'gltf') return { json: bytes, bin: undefined, files }
  const { convert } = await import('../formats/convert.ts')
  const { glb, metres } = await convert(kind, bytes, files, findings)
  return { ...readGlb(glb, findings), metres }
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
