// A texture as colours to be read over an area: linear light, each level half the side of the one before. A wall of two
// triangles asks for what is around its corners, not for the one pixel under them.
import type { Pixels } from './pixels.ts'

export type Rgba = readonly [number, number, number, number]

interface Level {
  readonly width: number
  readonly height: number
  /** Linear RGBA, 0 … 1. */
  readonly data: Float32Array
}

/** Reads colours of one texture. */
export class Texels {
  private readonly levels: Level[]
  constructor(pixels: Pixels) {
    this.levels = [linear(pixels)]
    for (let last = this.levels[0]; last && Math.max(last.width, last.height) > 1; last = this.levels.at(-1)) {
      this.levels.push(half(last))
    }
  }

  /** The colour around a place, repeated beyond 0 … 1. `span`: how much of the texture's side it stands for; 0: a pixel. */
  at(u: number, v: number, span: number): Rgba {
    const base = this.levels[0]
    const wanted = Math.floor(Math.log2(Math.max(1, span * Math.max(base?.width ?? 1, base?.height ?? 1))))
    const level = this.levels[Math.min(wanted, this.levels.length - 1)]
    if (!level) return [1, 1, 1, 1]
    const at = (wrapped(v, level.height) * level.width + wrapped(u, level.width)) * 4
    const [r = 1, g = 1, b = 1, a = 1] = level.data.subarray(at, at + 4)
    return [r, g, b, a]
  }

  /** The mean of the whole, as it was stored (not linear): for data such as roughness. */
  mean(): Rgba {
    const [r, g, b, a] = this.at(0.5, 0.5, Number.POSITIVE_INFINITY)
    return [toStored(r), toStored(g), toStored(b), a]
  }
}

function wrapped(value: number, size: number): number {
  const share = value - Math.floor(value)
  return Math.min(size - 1, Math.floor((Number.isFinite(share) ? share : 0) * size))
}

function linear({ data, width, height }: Pixels): Level {
  const out = new Float32Array(width * height * 4)
  for (let at = 0; at < out.length; at++) {
    const value = (data[at] ?? 255) / 255
    out[at] = at % 4 === 3 ? value : toLinear(value)
  }
  return { width, height, data: out }
}

// Clear pixels do not colour their neighbours: colours are weighed by alpha.
function half(level: Level): Level {
  const width = Math.max(1, level.width >> 1)
  const height = Math.max(1, level.height >> 1)
  const out = new Float32Array(width * height * 4)
  const { data } = level
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const four = fourAt(level, 2 * x, 2 * y)
      const alpha = four.reduce((sum, from) => sum + (data[from + 3] ?? 0), 0)
      const to = (y * width + x) * 4
      for (let k = 0; k < 3; k++) {
        let weighed = 0
        for (const from of four) weighed += (data[from + k] ?? 0) * (alpha > 0 ? (data[from + 3] ?? 0) : 1)
        out[to + k] = weighed / (alpha > 0 ? alpha : 4)
      }
      out[to + 3] = alpha / 4
    }
  }
  return { width, height, data: out }
}

function fourAt({ width, height }: Level, x: number, y: number): readonly number[] {
  const [right, below] = [Math.min(x + 1, width - 1), Math.min(y + 1, height - 1)]
  return [(y * width + x) * 4, (y * width + right) * 4, (below * width + x) * 4, (below * width + right) * 4]
}

/** sRGB to linear and back (IEC 61966-2-1), 0 … 1. */
const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const toStored = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)
