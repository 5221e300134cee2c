// A reader over bytes that never reads past its end: every short file ends as one code.
import { must } from '../fault.ts'

export class Cursor {
  private readonly view: DataView
  readonly bytes: Uint8Array
  readonly littleEndian: boolean
  at: number
  readonly end: number
  constructor(bytes: Uint8Array, at = 0, end = bytes.length, littleEndian = true) {
    must(at >= 0 && at <= end && end <= bytes.length, 'model.truncated')
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = at
    this.end = end
    this.littleEndian = littleEndian
  }

  /** Moves on; answers with where it was. */
  skip(length: number): number {
    must(length >= 0 && length <= this.end - this.at, 'model.truncated')
    const from = this.at
    this.at += length
    return from
  }

  get left(): number {
    return this.end - this.at
  }

  u8(): number {
    return this.view.getUint8(this.skip(1))
  }
  u16(): number {
    return this.view.getUint16(this.skip(2), this.littleEndian)
  }
  u32(): number {
    return this.view.getUint32(this.skip(4), this.littleEndian)
  }
  f32(): number {
    return this.view.getFloat32(this.skip(4), this.littleEndian)
  }
  /** As a number: larger than 2^53 is refused. */
  u64(): number {
    const value = this.view.getBigUint64(this.skip(8), this.littleEndian)
    must(value <= BigInt(Number.MAX_SAFE_INTEGER), 'model.length-lies')
    return Number(value)
  }
  /** A way from here, either direction; further than 2^53 is refused. */
  i64(): number {
    const value = this.view.getBigInt64(this.skip(8), this.littleEndian)
    must(value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER), 'model.length-lies')
    return Number(value)
  }
  take(length: number): Uint8Array {
    const from = this.skip(length)
    return this.bytes.subarray(from, from + length)
  }
  latin(length: number): string {
    return Buffer.from(this.take(length)).toString('latin1')
  }
  /** Up to the next zero byte, which is taken too. */
  latinZ(longest: number): string {
    const stop = this.bytes.subarray(this.at, Math.min(this.end, this.at + longest + 1)).indexOf(0)
    must(stop >= 0, 'model.length-lies')
    const text = this.latin(stop)
    this.skip(1)
    return text
  }
}
