// Three square pictures that are filled together, texel by texel: base colour, roughness and metal, glow. Texels that nobody filled
// take their neighbours' look, so that no border shows from further away.
import sharp from 'sharp'
import { LOOK } from './look.ts'

export class Canvas {
  readonly side: number
  readonly #sums: Float32Array
  #times: Float32Array

  constructor(side: number) {
    this.side = side
    this.#sums = new Float32Array(side * side * LOOK.size)
    this.#times = new Float32Array(side * side)
  }

  /** Where the looks of a texel are summed up, and one more is counted; undefined outside. */
  slot(x: number, y: number): { readonly sums: Float32Array; readonly at: number } | undefined {
    if (x < 0 || y < 0 || x >= this.side || y >= this.side) return undefined
    const texel = Math.floor(y) * this.side + Math.floor(x)
    this.#times[texel] = (this.#times[texel] ?? 0) + 1
    return { sums: this.#sums, at: texel * LOOK.size }
  }

  /** Gives empty texels the mean of their filled neighbours, ring after ring. */
  spread(): void {
    for (let round = 0; round < this.side; round++) {
      const next = this.#times.slice()
      let left = 0
      for (let texel = 0; texel < next.length; texel++) {
        if ((this.#times[texel] ?? 0) > 0) continue
        if (!this.#fromNeighbours(texel, next)) left++
      }
      this.#times = next
      if (left === 0 || left === next.length) return
    }
  }

  #fromNeighbours(texel: number, next: Float32Array): boolean {
    const [x, y] = [texel % this.side, Math.floor(texel / this.side)]
    let found = false
    for (const [dx, dy] of AROUND) {
      if (x + dx < 0 || y + dy < 0 || x + dx >= this.side || y + dy >= this.side) continue
      const other = texel + dy * this.side + dx
      const times = this.#times[other] ?? 0
      if (times === 0) continue
      found = true
      next[texel] = (next[texel] ?? 0) + 1
      for (let k = 0; k < LOOK.size; k++) {
        const at = texel * LOOK.size + k
        this.#sums[at] = (this.#sums[at] ?? 0) + (this.#sums[other * LOOK.size + k] ?? 0) / times
      }
    }
    return found
  }

  /** One value of a texel. */
  #value(texel: number, k: number): number {
    return (this.#sums[texel * LOOK.size + k] ?? 0) / Math.max(1, this.#times[texel] ?? 1)
  }

  /** The greatest of some values of all texels. */
  most(from: number, count: number): number {
    let most = 0
    for (let texel = 0; texel < this.#times.length; texel++) {
      for (let k = from; k < from + count; k++) most = Math.max(most, this.#value(texel, k))
    }
    return most
  }

  /** Lossless pictures as glTF wants them; what glows at half the size, so that all three fit into 1 MB. */
  async pictures(): Promise<{ base: Uint8Array; finish: Uint8Array; glow: Uint8Array }> {
    const of = (values: (texel: number) => readonly number[], smaller = 1) => this.#png(values, smaller)
    const v = (texel: number, k: number) => this.#value(texel, k)
    return {
      base: await of((at) => [...[0, 1, 2].map((k) => stored(v(at, LOOK.base + k))), v(at, LOOK.base + 3)]),
      finish: await of((at) => [1, v(at, LOOK.rough), v(at, LOOK.metal), 1]),
      glow: await of((at) => [...[0, 1, 2].map((k) => stored(v(at, LOOK.glow + k))), 1], 2),
    }
  }

  async #png(values: (texel: number) => readonly number[], smaller = 1): Promise<Uint8Array> {
    const data = new Uint8ClampedArray(this.side * this.side * 4)
    for (let texel = 0; texel * 4 < data.length; texel++) {
      const four = values(texel)
      for (let k = 0; k < 4; k++) data[texel * 4 + k] = (four[k] ?? 1) * 255
    }
    const raw = { raw: { width: this.side, height: this.side, channels: 4 as const } }
    const picture = sharp(data, raw).resize(this.side / smaller, this.side / smaller, { kernel: 'linear' })
    return new Uint8Array(await picture.png({ compressionLevel: 1 }).toBuffer())
  }
}

const AROUND = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
] as const

/** Linear to sRGB (IEC 61966-2-1), 0 … 1. */
const stored = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * Math.min(1, value) ** (1 / 2.4) - 0.055
