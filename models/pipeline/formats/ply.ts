// PLY, in bytes or in words. The head is read by us: each element's count is held against the bytes that are there, lists
// are walked, so that no count makes room for what never comes.
import { BufferGeometry, Group, Mesh, MeshStandardMaterial, type Object3D } from 'three'
import { PLYLoader } from 'three/examples/jsm/loaders/PLYLoader.js'
import { type Findings, must } from '../fault.ts'
import { Cursor } from './cursor.ts'
import { FORMAT_LIMITS, mustBeFewTriangles } from './format-limits.ts'
import { runLoader } from './run-loader.ts'
import { mustBeOwnName } from './text.ts'

interface Property {
  readonly name: string
  readonly size: number
  /** Bytes of the count before a list; 0 where it is no list. */
  readonly countSize: number
}

interface Element {
  readonly name: string
  readonly count: number
  readonly properties: Property[]
}

const SIZES: Readonly<Record<string, number>> = {
  char: 1,
  int8: 1,
  uchar: 1,
  uint8: 1,
  short: 2,
  int16: 2,
  ushort: 2,
  uint16: 2,
  int: 4,
  int32: 4,
  uint: 4,
  uint32: 4,
  float: 4,
  float32: 4,
  double: 8,
  float64: 8,
}

/** Reads a PLY that was sniffed as one. */
export function readPly(bytes: Uint8Array, findings: Findings): Object3D {
  const { format, elements, body } = readHead(bytes)
  const faces = elements.find(({ name }) => name === 'face')
  must(faces !== undefined && faces.count > 0, 'model.points-only')
  mustBeFewTriangles(faces.count)
  const points = elements.find(({ name }) => name === 'vertex')?.count ?? 0
  must(points <= FORMAT_LIMITS.points, 'model.accessor-bomb')
  if (format === 'ascii') {
    const values = elements.reduce((sum, { count, properties }) => sum + count * properties.length, 0)
    must(values <= (bytes.length - body + 1) / 2, 'model.truncated')
  } else walk(new Cursor(bytes, body, bytes.length, format === 'binary_little_endian'), elements, findings)
  const geometry = runLoader(() => new PLYLoader().parse(bytes.slice().buffer))
  must(geometry instanceof BufferGeometry && geometry.getIndex() !== null, 'model.damaged')
  const colours = geometry.getAttribute('color') !== undefined
  const material = new MeshStandardMaterial({
    color: colours ? 0xffffff : 0xb0b0b0,
    vertexColors: colours,
    roughness: 0.9,
  })
  return new Group().add(new Mesh(geometry, material))
}

function readHead(bytes: Uint8Array): { format: string; elements: Element[]; body: number } {
  const text = Buffer.from(bytes.subarray(0, 64 * 1024)).toString('latin1')
  const end = /(?:^|[\r\n])end_header(?:\r\n|\r|\n)/.exec(text)
  must(end !== null, 'model.damaged')
  const elements: Element[] = []
  let format = ''
  for (const line of text.slice(0, end.index).split(/[\r\n]+/)) {
    const [word = '', ...rest] = line.trim().split(/\s+/)
    if (word === 'format') format = rest[0] ?? ''
    else if (word === 'element') elements.push(elementOf(rest, elements))
    else if (word === 'property') elements.at(-1)?.properties.push(propertyOf(rest))
    else must(['ply', 'comment', 'obj_info', ''].includes(word), 'model.damaged')
  }
  must(['ascii', 'binary_little_endian', 'binary_big_endian'].includes(format), 'model.damaged')
  must(
    elements.every(({ properties }) => properties.length > 0 && properties.length <= 64),
    'model.damaged',
  )
  return { format, elements, body: end.index + end[0].length }
}

function elementOf([name = '', count = '']: readonly string[], known: readonly Element[]): Element {
  must(/^\d{1,10}$/.test(count) && known.length < 8, 'model.damaged')
  must(!known.some((element) => element.name === name), 'model.damaged')
  mustBeOwnName(name)
  return { name, count: Number(count), properties: [] }
}

function propertyOf(words: readonly string[]): Property {
  const list = words[0] === 'list'
  const [type = '', name = ''] = list ? words.slice(2) : words
  const size = SIZES[type]
  const countSize = list ? SIZES[words[1] ?? ''] : 0
  must(size !== undefined && countSize !== undefined && name !== '', 'model.damaged')
  must(countSize <= 4 && !(list && /^(float|double)/.test(words[1] ?? '')), 'model.damaged')
  mustBeOwnName(name)
  return { name, size, countSize }
}

function walk(cursor: Cursor, elements: readonly Element[], findings: Findings): void {
  let large = 0
  for (const { count, properties } of elements) {
    const fixed = properties.every(({ countSize }) => countSize === 0)
    const least = properties.reduce((sum, { size, countSize }) => sum + (countSize || size), 0)
    must(count * least <= cursor.left, 'model.truncated')
    if (fixed) cursor.skip(count * least)
    else for (let at = 0; at < count; at++) for (const property of properties) large += skipProperty(cursor, property)
  }
  if (large > 0) findings.add('model.found-polygons-dropped', { count: large })
}

// Answers 1 for a polygon that the loader leaves out: it takes triangles and quads.
function skipProperty(cursor: Cursor, { name, size, countSize }: Property): number {
  if (countSize === 0) {
    cursor.skip(size)
    return 0
  }
  const items = countSize === 1 ? cursor.u8() : countSize === 2 ? cursor.u16() : cursor.u32()
  cursor.skip(items * size)
  return items > 4 && /^vertex_ind/.test(name) ? 1 : 0
}
