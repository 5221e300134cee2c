// What a file is: by its first bytes, and by its name only where a kind has no mark of its own. A file that only its own
// program can read is refused with how to export it.
import { type ExportCode, exportAdvice, formatByName, type ModelFormat } from '../../../shared/model/formats.ts'
import { must, refuse } from '../fault.ts'

export type Kind = ModelFormat | 'zip'

/** Tells what the bytes are. Refuses what is not taken: with advice where we know the program, else as no model. */
export function sniff(bytes: Uint8Array, name: string): Kind {
  const kind = byMark(bytes) ?? byShape(bytes, name)
  if (kind) return kind
  const advice = programOf(bytes, name)
  if (advice) refuse(advice)
  refuse('model.not-gltf')
}

const latin = (bytes: Uint8Array, from: number, length: number) =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1')

function byMark(bytes: Uint8Array): Kind | undefined {
  const head = latin(bytes, 0, 32)
  if (head.startsWith('glTF')) return 'glb'
  if (head.startsWith('PK\x03\x04')) return 'zip'
  if (head.startsWith('Kaydara FBX Binary')) return 'fbx'
  if (/^ply\r?\n/.test(head) || head.startsWith('ply\r')) return 'ply'
  return isTds(bytes) ? '3ds' : undefined
}

function isTds(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || bytes[0] !== 0x4d || bytes[1] !== 0x4d) return false
  return [0x0002, 0x3d3d, 0xb000].includes((bytes[6] ?? 0) | ((bytes[7] ?? 0) << 8))
}

// Texts and the binary STL have no mark: what they begin with, then what the name says.
function byShape(bytes: Uint8Array, name: string): Kind | undefined {
  const told = formatByName(name)
  if (isBinaryStl(bytes, told === 'stl')) return 'stl'
  const head = latin(bytes, 0, 8192).replace(/^\xef\xbb\xbf/, '')
  if (/^\s*\{/.test(head)) return 'gltf'
  if (/^\s*solid\b/i.test(head) && /\bfacet\b/i.test(head)) return 'stl'
  if (head.includes('FBXHeaderExtension')) return 'fbx'
  if (head.includes('\0') || programOf(bytes, name)) return undefined
  if (/^(v|vn|vt|f)[ \t]+[-+.\d]/m.test(head) || told === 'obj') return 'obj'
  // An empty solid, or one whose head is longer than ours.
  return told === 'stl' && /^\s*solid\b/i.test(head) ? 'stl' : undefined
}

// 80 bytes of head, a count, 50 bytes a triangle: right to the byte, or with something behind it under the name.
function isBinaryStl(bytes: Uint8Array, told: boolean): boolean {
  if (bytes.length < 84) return false
  const count = new DataView(bytes.buffer, bytes.byteOffset, 84).getUint32(80, true)
  if (84 + count * 50 === bytes.length) return true
  if (!told || bytes.indexOf(0) < 0) return false
  must(84 + count * 50 <= bytes.length, 'model.length-lies')
  return count > 0
}

const MARKS: readonly (readonly [RegExp, ExportCode])[] = [
  [/^BLENDER/, 'model.export-blender'],
  [/^QC4DC4D/, 'model.export-cinema'],
  [/^\/\/Maya ASCII|^FOR[48][\s\S]{4,8}Maya/, 'model.export-maya'],
  [/^AC10\d\d|^\s*0\r?\n\s*SECTION/, 'model.export-autocad'],
  [/^\xff\xfe\xff\x0eS\0k\0e\0t\0c\0h\0U\0p\0/, 'model.export-sketchup'],
  [/^3D Geometry File Format/, 'model.export-rhino'],
  [/^ISO-10303-21;[\s\S]*FILE_SCHEMA\s*\(\s*\(\s*'IFC/, 'model.export-ifc'],
  [/^ISO-10303-21;|^.{72}S {0,6}\d/, 'model.export-cad'],
  [/<COLLADA\b/, 'model.export-collada'],
  [/^PXR-USDC|^#usda /, 'model.export-usd'],
  [/^7z\xbc\xaf\x27\x1c|^Rar!\x1a\x07|^\xfd7zXZ|^BZh\d/, 'model.export-zip'],
]

function programOf(bytes: Uint8Array, name: string): ExportCode | undefined {
  const head = latin(bytes, 0, 4096)
  return MARKS.find(([mark]) => mark.test(head))?.[1] ?? exportAdvice(name)
}
