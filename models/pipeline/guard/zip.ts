// Reads a zip ourselves: the list of entries first (count, names, sizes), then each entry inflated with the bytes
// counted while they come out. Names are UTF-8 where flagged or valid, else GBK, as Windows in China packs them.
import { Inflate } from 'fflate'
import { exportAdvice, formatByName, MODEL_FORMATS } from '../../../shared/model/formats.ts'
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { must, plainName, refuse } from '../fault.ts'

interface Entry {
  readonly name: string
  readonly data: Uint8Array
  readonly packed: boolean
  readonly size: number
}

const END_SIGN = 0x06054b50
const CENTRAL_SIGN = 0x02014b50
const LOCAL_SIGN = 0x04034b50

/**
 * Every file of a zip by its name (NFC, forward slashes). Refuses what could write, grow or hide.
 * @param most bytes of all files together
 */
export function readZip(bytes: Uint8Array, most: number = UPLOAD_LIMITS.zipBytes): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const entry of listEntries(bytes)) {
    if (entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/')) continue
    must(!files.has(entry.name), 'model.zip-names', { name: plainName(entry.name) })
    const content = entry.packed ? inflate(entry, most - total) : entry.data
    must(content.length === entry.size, 'model.zip-bomb')
    total += content.length
    must(total <= most, 'model.zip-bomb')
    files.set(entry.name, content)
  }
  return files
}

/** The one model of a zip, its name, and the files beside it by path relative to the model's folder. */
export function modelInZip(files: ReadonlyMap<string, Uint8Array>): {
  main: Uint8Array
  name: string
  files: ReadonlyMap<string, Uint8Array>
} {
  const found = [...files.keys()].filter((name) => formatByName(name)).sort(byRank)
  const first = found[0]
  if (first === undefined) noModel(files)
  const models = found.filter((name) => rank(name) === rank(first))
  must(models.length === 1 || depth(models[1] ?? '') > depth(first), 'model.zip-many-models', { count: models.length })
  const folder = first.slice(0, first.lastIndexOf('/') + 1)
  const beside = new Map<string, Uint8Array>()
  for (const [name, content] of files) if (name.startsWith(folder)) beside.set(name.slice(folder.length), content)
  // Other programs keep pictures anywhere: outside of the model's folder they go by their own path.
  if (rank(first) > GLTF_RANK) {
    for (const [name, content] of files) if (!name.startsWith(folder) && !beside.has(name)) beside.set(name, content)
  }
  return { main: files.get(first) ?? refuse('model.zip'), name: first, files: beside }
}

function noModel(files: ReadonlyMap<string, Uint8Array>): never {
  for (const name of files.keys()) {
    const advice = exportAdvice(name)
    if (advice) refuse(advice)
  }
  refuse('model.zip-no-model')
}

const depth = (name: string) => name.split('/').length
// glTF in either form is one kind; of the others the one that keeps most comes first.
const GLTF_RANK = 1
const rank = (name: string) => Math.max(GLTF_RANK, MODEL_FORMATS.indexOf(formatByName(name) ?? 'stl'))
const byRank = (a: string, b: string) => rank(a) - rank(b) || depth(a) - depth(b) || (a < b ? -1 : 1)

function* listEntries(bytes: Uint8Array): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  must(count <= UPLOAD_LIMITS.zipEntries, 'model.zip-entries', { count, limit: UPLOAD_LIMITS.zipEntries })
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    must(at + 46 <= bytes.length && view.getUint32(at, true) === CENTRAL_SIGN, 'model.zip')
    const nameLength = view.getUint16(at + 28, true)
    const skip = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    must(at + skip <= bytes.length, 'model.zip')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    must((flags & 1) === 0, 'model.zip-locked')
    must(method === 0 || method === 8, 'model.zip')
    const name = safeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0)
    const packedSize = view.getUint32(at + 20, true)
    const data = dataOf(bytes, view, view.getUint32(at + 42, true), packedSize)
    yield { name, data, packed: method === 8, size: view.getUint32(at + 24, true) }
    at += skip
  }
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END_SIGN) return at
  refuse('model.zip')
}

function dataOf(bytes: Uint8Array, view: DataView, at: number, size: number): Uint8Array {
  must(at + 30 <= bytes.length && view.getUint32(at, true) === LOCAL_SIGN, 'model.zip')
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  must(start + size <= bytes.length, 'model.zip')
  return bytes.subarray(start, start + size)
}

function safeName(raw: Uint8Array, flagged: boolean): string {
  const name = decodeName(raw, flagged).normalize('NFC')
  const bad =
    name === '' ||
    name.includes('\\') ||
    name.includes('\0') ||
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    name.split('/').includes('..')
  must(!bad, 'model.zip-path', { name: plainName(name) })
  must(!/\.(zip|7z|rar|gz|tar)$/i.test(name), 'model.zip-nested', { name: plainName(name) })
  return name
}

function decodeName(raw: Uint8Array, flagged: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    if (flagged) refuse('model.zip')
    return new TextDecoder('gbk').decode(raw)
  }
}

// The declared size is a claim: room is made as bytes come, never by the header.
function inflate(entry: Entry, room: number): Uint8Array {
  const limit = Math.min(entry.size, room)
  const parts: Uint8Array[] = []
  let total = 0
  const inflater = new Inflate((part) => {
    total += part.length
    must(total <= limit, 'model.zip-bomb')
    parts.push(part.slice())
  })
  const step = 16 * 1024
  try {
    for (let at = 0; at === 0 || at < entry.data.length; at += step) {
      inflater.push(entry.data.subarray(at, at + step), at + step >= entry.data.length)
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'ModelFault') throw error
    refuse('model.zip')
  }
  const content = new Uint8Array(total)
  let at = 0
  for (const part of parts) {
    content.set(part, at)
    at += part.length
  }
  return content
}
