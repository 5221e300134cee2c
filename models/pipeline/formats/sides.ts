// Whether a surface has an edge: then its back may be seen, and it needs two sides. Formats without a word for that (OBJ,
// FBX, STL, PLY) are told from their shape.
import type { BufferAttribute, BufferGeometry } from 'three'

/** Above this nobody counts edges: seen from both sides. Triangles. */
const COUNTED = 500_000

/** Whether some edge of a geometry belongs to one triangle only; corners at the same place are one corner. */
export function isOpen(geometry: BufferGeometry): boolean {
  const position = geometry.getAttribute('position') as BufferAttribute
  const index = geometry.getIndex()
  const length = index?.count ?? position.count
  if (length > COUNTED * 3) return true
  const places = placesOf(position)
  const corner = (at: number) => places[index ? index.getX(at) : at] ?? 0
  const balance = new Map<number, number>()
  for (let at = 0; at + 2 < length; at += 3) {
    const [a, b, c] = [corner(at), corner(at + 1), corner(at + 2)]
    if (a === b || b === c || c === a) continue
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const) {
      const key = Math.min(from, to) * position.count + Math.max(from, to)
      balance.set(key, (balance.get(key) ?? 0) + (from < to ? 1 : -1))
    }
  }
  // Walked once each way, an edge is closed.
  for (const sum of balance.values()) if (sum !== 0) return true
  return false
}

/** The same number for vertices at the same place: a table of their bits, half empty. */
export function placesOf(position: BufferAttribute): Uint32Array {
  const count = position.count
  const xyz = new Float32Array(count * 3)
  // −0 is 0.
  for (let at = 0; at < xyz.length; at++) xyz[at] = position.getComponent(Math.floor(at / 3), at % 3) + 0
  const bits = new Uint32Array(xyz.buffer)
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 1)) - 1
  const table = new Uint32Array(mask + 1)
  const firsts = new Uint32Array(count)
  const out = new Uint32Array(count)
  let places = 0
  for (let at = 0; at < count; at++) {
    const [x = 0, y = 0, z = 0] = [bits[at * 3], bits[at * 3 + 1], bits[at * 3 + 2]]
    let slot = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b) ^ Math.imul(z, 0xc2b2ae35)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    for (; ; slot = (slot + 1) & mask) {
      const place = table[slot] ?? 0
      const first = (firsts[place - 1] ?? 0) * 3
      if (place === 0) {
        firsts[places++] = at
        table[slot] = places
        out[at] = places - 1
        break
      }
      if (bits[first] !== x || bits[first + 1] !== y || bits[first + 2] !== z) continue
      out[at] = place - 1
      break
    }
  }
  return out
}
