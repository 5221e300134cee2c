// How different two pictures of a model are inside its mask: structure (SSIM) and colour (mean CIEDE2000). Pure; runs in the
// page that takes the pictures and in Node. Over the background both would say that all is well.

import { deltaE2000, type Lab, labOf } from './colour.ts'

/** RGBA, four bytes a pixel, of one size. The alpha is the mask's: where the model is. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
}

export interface Difference {
  /** Mean structural similarity, 1: alike. */
  readonly ssim: number
  /** Mean CIEDE2000, 0: alike; about 1 is the least one sees. */
  readonly deltaE: number
  /** Pixels of the mask. */
  readonly pixels: number
}

/** Less of a pixel than this is no model: the rim of a rim. */
const COVERED = 8

/** Compares two pictures where at least one of them shows the model. Throws where neither does, or sizes differ. */
export function differenceOf(a: Picture, b: Picture): Difference {
  if (a.width !== b.width || a.height !== b.height) throw new Error('pictures of different sizes')
  const mask = new Uint8Array(a.width * a.height)
  let pixels = 0
  for (let at = 0; at < mask.length; at++) {
    if ((a.data[at * 4 + 3] ?? 0) < COVERED && (b.data[at * 4 + 3] ?? 0) < COVERED) continue
    mask[at] = 1
    pixels++
  }
  if (pixels === 0) throw new Error('no model in either picture')
  return { ssim: ssimOf(a, b, mask), deltaE: deltaEOf(a, b, mask), pixels }
}

function deltaEOf({ data: a }: Picture, { data: b }: Picture, mask: Uint8Array): number {
  let [sum, count] = [0, 0]
  for (let pixel = 0; pixel < mask.length; pixel++) {
    if (mask[pixel] === 0) continue
    count++
    const at = pixel * 4
    if (a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2]) continue
    sum += deltaE2000(labAt(a, at), labAt(b, at))
  }
  return sum / count
}

const labAt = (data: Picture['data'], at: number): Lab => labOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)

/** Gaussian, 11 wide, σ = 1.5. */
const WINDOW = (() => {
  const raw = Array.from({ length: 11 }, (_, k) => Math.exp(-((k - 5) ** 2) / (2 * 1.5 ** 2)))
  const sum = raw.reduce((total, value) => total + value, 0)
  return Float32Array.from(raw, (value) => value / sum)
})()
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2

/**
 * Mean over the mask of the structural similarity of the grey pictures. Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli,
 * "Image Quality Assessment: From Error Visibility to Structural Similarity", IEEE Transactions on Image Processing 13 (2004),
 * equation 13, with its window and constants. Beyond the edge the last pixel goes on.
 */
function ssimOf(a: Picture, b: Picture, mask: Uint8Array): number {
  const { width, height } = a
  const [x, y] = [greyOf(a), greyOf(b)]
  const times = (one: Float32Array, other: Float32Array) => {
    const product = new Float32Array(one.length)
    for (let at = 0; at < product.length; at++) product[at] = (one[at] ?? 0) * (other[at] ?? 0)
    return product
  }
  const mean = (of: Float32Array) => blurred(of, width, height)
  const [mx, my, xx, yy, xy] = [mean(x), mean(y), mean(times(x, x)), mean(times(y, y)), mean(times(x, y))]
  let [sum, count] = [0, 0]
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue
    count++
    const [ux, uy] = [mx[at] ?? 0, my[at] ?? 0]
    const [vx, vy, cov] = [(xx[at] ?? 0) - ux * ux, (yy[at] ?? 0) - uy * uy, (xy[at] ?? 0) - ux * uy]
    sum += ((2 * ux * uy + C1) * (2 * cov + C2)) / ((ux * ux + uy * uy + C1) * (vx + vy + C2))
  }
  return sum / count
}

/** Luma of ITU-R BT.601, 0 … 255. */
function greyOf({ width, height, data }: Picture): Float32Array {
  const grey = new Float32Array(width * height)
  for (let at = 0; at < grey.length; at++) {
    grey[at] = 0.299 * (data[at * 4] ?? 0) + 0.587 * (data[at * 4 + 1] ?? 0) + 0.114 * (data[at * 4 + 2] ?? 0)
  }
  return grey
}

/** Across, then down. */
function blurred(source: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(source.length)
  for (let row = 0; row < height; row++) blurLine(source, across, row * width, 1, width)
  const out = new Float32Array(source.length)
  for (let column = 0; column < width; column++) blurLine(across, out, column, width, height)
  return out
}

function blurLine(from: Float32Array, to: Float32Array, start: number, step: number, length: number): void {
  const line = new Float32Array(length + 10)
  for (let at = 0; at < line.length; at++) {
    line[at] = from[start + Math.min(length - 1, Math.max(0, at - 5)) * step] ?? 0
  }
  for (let at = 0; at < length; at++) {
    let sum = 0
    for (let k = 0; k < 11; k++) sum += (WINDOW[k] ?? 0) * (line[at + k] ?? 0)
    to[start + at * step] = sum
  }
}
