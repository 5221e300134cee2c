// What it costs to read one value of a USD scene in bytes, in numbers: a value is 8 bytes that say its kind and where it is.
// Lists are held against the bytes behind them.
import { must } from '../fault.ts'
import { Cursor } from './cursor.ts'
import { FORMAT_LIMITS } from './format-limits.ts'

/** Kind → numbers of one, and bytes of a number, for lists that the loader reads. */
const LISTS: Readonly<Record<number, readonly [number, number]>> = {
  3: [1, 4],
  4: [1, 4],
  7: [1, 2],
  8: [1, 4],
  9: [1, 8],
  11: [1, 4],
  15: [16, 8],
  17: [4, 4],
  18: [4, 2],
  20: [2, 4],
  24: [3, 4],
  25: [3, 2],
  28: [4, 4],
}
/** Kinds that begin with a count of things of so many bytes: maps, lists of paths, words and numbers. */
const COUNTED: Readonly<Record<number, number>> = { 31: 4, 40: 4, 41: 4, 45: 8, 48: 8 }
const FLOAT = 8
const PATH_LIST = 34
export const OVER_TIME = 46

/** The cost of one value. Refuses one that lies. */
export function valueCost(bytes: Uint8Array, minor: number, low: number, high: number, inTime = false): number {
  const kind = (high >>> 16) & 0xff
  const place = low + (high & 0xffff) * 2 ** 32
  if (kind === OVER_TIME) {
    must(!inTime, 'model.damaged')
    return costOverTime(bytes, minor, place)
  }
  if (high & 0x4000_0000) return 1
  const list = (high & 0x8000_0000) !== 0
  if (list && place === 0) return 1
  must(place < bytes.length, 'model.length-lies')
  const cursor = new Cursor(bytes, place)
  return list ? costOfList(cursor, kind, minor, (high & 0x2000_0000) !== 0) : costOfOne(cursor, kind)
}

function costOfList(cursor: Cursor, kind: number, minor: number, packed: boolean): number {
  const count = minor < 7 ? cursor.u32() : cursor.u64()
  must(count <= FORMAT_LIMITS.numbers, 'model.accessor-bomb')
  if (!packed) {
    const [numbers, size] = LISTS[kind] ?? [0, 0]
    must(count * numbers * size <= cursor.left, 'model.length-lies')
    return count * numbers
  }
  if (count === 0) return 1
  // Floats from a table: the table's length stands before the numbers.
  if (kind === FLOAT && cursor.u8() === 0x74) {
    const table = cursor.u32()
    must(table * 4 <= cursor.left, 'model.length-lies')
    cursor.skip(table * 4)
  }
  if (![3, 4, FLOAT].includes(kind)) return 1
  const length = cursor.u64()
  must(length <= cursor.left && count <= length * 255 * 4, 'model.length-lies')
  return count * 2
}

function costOfOne(cursor: Cursor, kind: number): number {
  if (kind === PATH_LIST) {
    // Each of up to six lists is bounded by the bytes that follow.
    const flags = cursor.u8()
    let cost = 1
    for (const bit of [0x02, 0x04, 0x20, 0x40, 0x08, 0x10]) {
      if (!(flags & bit)) continue
      const count = cursor.u64()
      must(count * 4 <= cursor.left, 'model.length-lies')
      cursor.skip(count * 4)
      cost += count
    }
    return cost
  }
  const size = COUNTED[kind]
  if (size === undefined) return 16
  const count = cursor.u64()
  must(count * size <= cursor.left, 'model.length-lies')
  return 1 + count
}

// A way to the times, the times, a way to the values, their count, the values.
function costOverTime(bytes: Uint8Array, minor: number, place: number): number {
  const go = (at: number) => {
    must(at >= 0 && at <= bytes.length, 'model.length-lies')
    return new Cursor(bytes, at)
  }
  const times = go(place + go(place).i64())
  let cost = valueCost(bytes, minor, times.u32(), times.u32(), true)
  const values = go(times.at + go(times.at).i64())
  const count = values.u64()
  must(count * 8 <= values.left, 'model.length-lies')
  for (let k = 0; k < count; k++) {
    cost += valueCost(bytes, minor, values.u32(), values.u32(), true)
    must(cost <= FORMAT_LIMITS.numbers, 'model.accessor-bomb')
  }
  return cost
}
