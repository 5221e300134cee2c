// The USD scene in bytes (crate, 0.4 and later) before its loader: sections inside the file, lists as long as they say, a tree
// of paths that is a tree, and all values together few enough, each counted as often as it is used.
import { must, refuse } from '../fault.ts'
import { Cursor } from './cursor.ts'
import { FORMAT_LIMITS, mustBeSmallPolygons } from './format-limits.ts'
import { unpackLz4, unpackNumbers } from './usd-packing.ts'
import { OVER_TIME, valueCost } from './usd-values.ts'

/** Refuses a scene that does not hold what it declares, or that the loader could not end. */
export function walkUsdBytes(bytes: Uint8Array): void {
  const head = new Cursor(bytes, 8)
  const [major, minor] = [head.u8(), head.u8()]
  must(major === 0 && minor >= 4 && minor < 32, 'model.export-usd')
  head.skip(6)
  const sections = readSections(bytes, head.u64())
  const open = (name: string) => {
    const cursor = sections.get(name)
    must(cursor !== undefined, 'model.damaged')
    return cursor
  }
  const tokens = readTokens(open('TOKENS'))
  const strings = sections.get('STRINGS')
  if (strings) must(few(strings.u64()) * 4 <= strings.left, 'model.truncated')
  const fields = open('FIELDS')
  const count = few(fields.u64())
  fields.skip(fields.u64())
  const values = new DataView(unpackLz4(fields.take(fields.u64()), count * 8).buffer)
  const sets = open('FIELDSETS')
  const setCount = few(sets.u64())
  const fieldSets = unpackNumbers(sets.take(sets.u64()), setCount)
  const polygons = walkPaths(open('PATHS'), tokens)
  const specs = open('SPECS')
  const specCount = few(specs.u64())
  const paths = unpackNumbers(specs.take(specs.u64()), specCount)
  const starts = unpackNumbers(specs.take(specs.u64()), specCount)
  const costs = Float64Array.from({ length: count }, (_, at) =>
    valueCost(bytes, minor, values.getUint32(at * 8, true), values.getUint32(at * 8 + 4, true)),
  )
  mustBeCheap(starts, fieldSets, costs)
  for (const [at, path] of paths.entries()) {
    if (!polygons.has(path)) continue
    for (const field of fieldsOf(starts[at] ?? 0, fieldSets)) {
      if (field < count)
        checkPolygons(bytes, minor, values.getUint32(field * 8, true), values.getUint32(field * 8 + 4, true))
    }
  }
}

function few(count: number): number {
  must(count <= FORMAT_LIMITS.nodes * 4, 'model.node-count', { count, limit: FORMAT_LIMITS.nodes * 4 })
  return count
}

function readSections(bytes: Uint8Array, at: number): Map<string, Cursor> {
  const list = new Cursor(bytes, Math.min(at, bytes.length))
  const count = list.u64()
  must(count <= 32, 'model.damaged')
  const sections = new Map<string, Cursor>()
  for (let k = 0; k < count; k++) {
    const name = list.latin(16).replace(/\0.*$/s, '')
    const [start, size] = [list.u64(), list.u64()]
    must(start <= bytes.length && size <= bytes.length - start, 'model.length-lies')
    sections.set(name, new Cursor(bytes, start, start + size))
  }
  return sections
}

interface Tokens {
  readonly lengths: Uint32Array
  /** The number of the word that a mesh's list of corner counts goes by; −1 without one. */
  readonly polygons: number
}

// References to other scenes are not read from bytes; a text that looks like one is no token.
function readTokens(section: Cursor): Tokens {
  const count = few(section.u64())
  const size = section.u64()
  const words = unpackLz4(section.take(section.u64()), size)
  const lengths = new Uint32Array(count)
  let from = 0
  let polygons = -1
  for (let k = 0; k < count; k++) {
    const to = words.indexOf(0, from)
    must(to >= 0, 'model.length-lies')
    const length = to - from
    must(length <= 4_000_000, 'model.damaged')
    if (length < 1000) {
      const word = Buffer.from(words.subarray(from, to)).toString('latin1')
      must(!/@[^@]*\.usd[acz]?/i.test(word), 'model.damaged')
      if (word === 'faceVertexCounts') {
        must(polygons < 0, 'model.damaged')
        polygons = k
      }
    }
    lengths[k] = length
    from = to + 1
  }
  return { lengths, polygons }
}

// Jumps: −2 a leaf, −1 a child, 0 a brother, above 0 both with the brother so far ahead. Each entry is come by once.
// Answers with the paths of the lists of corner counts.
function walkPaths(section: Cursor, tokens: Tokens): Set<number> {
  const count = few(section.u64())
  section.skip(8)
  const lists = [0, 1, 2].map(() => unpackNumbers(section.take(section.u64()), count))
  const [indices, names, jumps] = lists as [Int32Array, Int32Array, Int32Array]
  const polygons = new Set<number>()
  const seen = new Uint8Array(count)
  const open = [{ at: 0, depth: 0, length: 0 }]
  let total = 0
  for (let step = open.pop(); step; step = open.pop()) {
    let { at, depth, length } = step
    while (at < count) {
      must(at >= 0 && !seen[at], 'model.node-cycle')
      seen[at] = 1
      const own = length + 1 + (tokens.lengths[Math.abs(names[at] ?? 0)] ?? 0)
      total += own
      must(depth <= 128 && total <= FORMAT_LIMITS.sceneText, 'model.node-depth', { limit: 128 })
      if (Math.abs(names[at] ?? 0) === tokens.polygons) polygons.add(indices[at] ?? -1)
      const jump = jumps[at] ?? -2
      if (jump > 0) open.push({ at: at + jump, depth, length })
      if (jump > 0 || jump === -1) {
        depth++
        length = own
      } else if (jump < 0) break
      at++
    }
  }
  return polygons
}

// Each spec reads its set of fields anew; a set goes on to −1.
function mustBeCheap(starts: Int32Array, sets: Int32Array, costs: Float64Array): void {
  let total = 0
  let read = 0
  const known = new Map<number, { readonly cost: number; readonly length: number }>()
  for (const start of starts) {
    const set = known.get(start) ?? costOfSet(start, sets, costs)
    known.set(start, set)
    total += set.cost
    read += set.length
    must(total <= FORMAT_LIMITS.numbers && read <= FORMAT_LIMITS.numbers / 4, 'model.accessor-bomb')
  }
}

// At most as many as the loader reads.
function* fieldsOf(start: number, sets: Int32Array): Generator<number> {
  must(start >= 0, 'model.damaged')
  for (let at = start; at < sets.length && at < start + 10_000; at++) {
    const field = sets[at] ?? -1
    if (field === -1) return
    if (field >= 0) yield field
  }
}

function costOfSet(start: number, sets: Int32Array, costs: Float64Array): { cost: number; length: number } {
  let cost = 0
  let length = 0
  for (const field of fieldsOf(start, sets)) {
    cost += costs[field] ?? 0
    length++
  }
  return { cost, length }
}

const INT = 3
const LIST_OF_INTS = 0x8000_0000

function checkPolygons(bytes: Uint8Array, minor: number, low: number, high: number): void {
  if (((high >>> 16) & 0xff) === OVER_TIME) refuse('model.damaged')
  if (((high >>> 16) & 0xff) !== INT || !(high & LIST_OF_INTS) || high & 0x4000_0000) return
  const cursor = new Cursor(bytes, low + (high & 0xffff) * 2 ** 32)
  if (cursor.at === 0) return
  const count = minor < 7 ? cursor.u32() : cursor.u64()
  if (high & 0x2000_0000) mustBeSmallPolygons(unpackNumbers(cursor.take(cursor.u64()), count))
  else for (let at = 0; at < count; at++) mustBeSmallPolygons([cursor.u32()])
}
