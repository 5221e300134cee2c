// The binary FBX before its loader: nodes within nodes within bytes, arrays as long as they say (inflated and counted),
// names that are only names, and few enough of everything. FBX: nodes of end, properties, name, then nodes, then an empty one.
import { Unzlib } from 'fflate'
import { must, refuse } from '../fault.ts'
import { Cursor } from './cursor.ts'
import { FORMAT_LIMITS, mustBeFewTriangles } from './format-limits.ts'
import { mustBeOwnName } from './text.ts'

interface Walk {
  readonly cursor: Cursor
  readonly wide: boolean
  nodes: number
  numbers: number
  models: number
  deformers: number
  corners: number
}

/** Refuses a binary FBX that does not hold what it declares. */
export function walkFbxBytes(bytes: Uint8Array): void {
  const cursor = new Cursor(bytes, 23)
  const version = cursor.u32()
  must(version >= 6400, 'model.fbx-old')
  must(version < 20_000, 'model.damaged')
  const walk: Walk = { cursor, wide: version >= 7500, nodes: 0, numbers: 0, models: 0, deformers: 0, corners: 0 }
  // The loader reads until 176 bytes before the end, the foot.
  while (cursor.left > 176 && walkNode(walk, bytes.length, 1));
  // Each model is compared with each bone.
  must(walk.models * walk.deformers <= 50_000_000, 'model.skin', { count: walk.deformers, limit: 512 })
}

// Answers false for the empty node that ends a list.
function walkNode(walk: Walk, parentEnd: number, depth: number): boolean {
  const { cursor, wide } = walk
  must(depth <= FORMAT_LIMITS.depth, 'model.json-depth', { limit: FORMAT_LIMITS.depth })
  const start = cursor.at
  const size = () => (wide ? cursor.u64() : cursor.u32())
  const [end, count, length] = [size(), size(), size()]
  const name = cursor.latin(cursor.u8())
  if (end === 0) {
    must(count === 0 && length === 0 && name === '', 'model.damaged')
    return false
  }
  const limit = FORMAT_LIMITS.nodes
  must(++walk.nodes <= limit, 'model.node-count', { count: walk.nodes, limit })
  must(end > start && end <= parentEnd, 'model.length-lies')
  must(length <= end - cursor.at && count <= length, 'model.length-lies')
  must(/^[\w ]{0,64}$/.test(name), 'model.damaged')
  mustBeOwnName(name)
  if (depth === 2 && name === 'Model') walk.models++
  if (depth === 2 && name === 'Deformer') walk.deformers++
  const properties = cursor.at + length
  for (let at = 0; at < count; at++) walkProperty(walk, properties, name)
  must(cursor.at === properties, 'model.length-lies')
  while (cursor.at < end) walkNode(walk, end, depth + 1)
  must(cursor.at === end, 'model.length-lies')
  return true
}

const FIXED: Readonly<Record<string, number>> = { C: 1, Y: 2, I: 4, F: 4, D: 8, L: 8 }
const ARRAYS: Readonly<Record<string, number>> = { b: 1, c: 1, i: 4, f: 4, d: 8, l: 8 }

function walkProperty(walk: Walk, end: number, name: string): void {
  const { cursor } = walk
  const type = cursor.latin(1)
  const fixed = FIXED[type]
  const each = ARRAYS[type]
  if (fixed !== undefined) cursor.skip(fixed)
  else if (type === 'S' || type === 'R') cursor.skip(cursor.u32())
  else if (each !== undefined) walkArray(walk, each, name)
  else refuse('model.damaged')
  must(cursor.at <= end, 'model.length-lies')
}

function walkArray(walk: Walk, each: number, name: string): void {
  const { cursor } = walk
  const [count, packed, length] = [cursor.u32(), cursor.u32(), cursor.u32()]
  walk.numbers += count
  must(walk.numbers <= FORMAT_LIMITS.numbers, 'model.accessor-bomb')
  must(packed <= 1, 'model.damaged')
  if (packed === 0) must(count * each <= cursor.left, 'model.truncated')
  const data = packed ? inflated(cursor.take(length), count * each) : cursor.take(count * each)
  if (name === 'PolygonVertexIndex' && each === 4) checkPolygons(walk, data)
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size)
  let at = 0
  const inflater = new Unzlib((part) => {
    must(at + part.length <= size, 'model.zip-bomb')
    out.set(part, at)
    at += part.length
  })
  const step = 16 * 1024
  try {
    for (let from = 0; from === 0 || from < packed.length; from += step) {
      inflater.push(packed.subarray(from, from + step), from + step >= packed.length)
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'ModelFault') throw error
    refuse('model.damaged')
  }
  must(at === size, 'model.length-lies')
  return out
}

// The last corner of a polygon is written as −1 − corner.
function checkPolygons(walk: Walk, data: Uint8Array): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  let corners = 0
  for (let at = 0; at + 3 < data.byteLength; at += 4) {
    corners++
    must(corners <= FORMAT_LIMITS.corners, 'model.damaged')
    if (view.getInt32(at, true) >= 0) continue
    walk.corners += Math.max(0, corners - 2)
    corners = 0
  }
  mustBeFewTriangles(walk.corners)
}
