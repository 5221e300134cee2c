// Takes the grain out of the baked light: texels inside other solids are filled from their neighbours, charts are smoothed but not
// across edges of light, vertices are smoothed along the mesh (without it turned shapes look fluted).

import { at, type Part } from '../kit/part.ts'
import { type BakeInput, CHART_STRIDE } from './bake-input.ts'

const VALID = 0
const BAD = 1
const FILLED = 2
const EDGE = 0.16

/** Cleans all charts in place. `back` marks texels that lie inside something. */
export function cleanCharts(input: BakeInput, light: Float32Array, back: Uint8Array): void {
  for (let c = 0; c < input.charts.length; c += CHART_STRIDE) {
    const [columns, rows, first] = [at(input.charts, c + 12), at(input.charts, c + 13), at(input.charts, c + 14)]
    const size = columns * rows
    const chart = light.subarray(3 * first, 3 * (first + size))
    fill(chart, back.subarray(first, first + size), columns, rows)
    const passes = Math.min(columns, rows) > 12 ? 4 : 2
    for (let pass = 0; pass < passes; pass++) smooth(chart, columns, rows)
    for (let pass = 0; pass < 2 * passes; pass++) smoothHue(chart, columns, rows)
  }
}

/** Calls `visit` for the texels around (and at) a texel, with their distance weight. */
function around(k: number, columns: number, rows: number, visit: (k: number, weight: number) => void): void {
  const [i, j] = [k % columns, Math.floor(k / columns)]
  for (let dj = -1; dj <= 1; dj++)
    for (let di = -1; di <= 1; di++) {
      const [a, b] = [i + di, j + dj]
      if (a < 0 || b < 0 || a >= columns || b >= rows) continue
      visit(b * columns + a, (di ? 1 : 2) * (dj ? 1 : 2))
    }
}

function fill(chart: Float32Array, state: Uint8Array, columns: number, rows: number): void {
  for (let round = 0; round < 8; round++) {
    let any = false
    for (let k = 0; k < state.length; k++) {
      if (state[k] !== BAD) continue
      let [count, r, g, b] = [0, 0, 0, 0]
      around(k, columns, rows, (o) => {
        if (state[o] !== VALID) return
        count++
        r += at(chart, 3 * o)
        g += at(chart, 3 * o + 1)
        b += at(chart, 3 * o + 2)
      })
      if (!count) continue
      chart.set([r / count, g / count, b / count], 3 * k)
      state[k] = FILLED
      any = true
    }
    for (let k = 0; k < state.length; k++) if (state[k] === FILLED) state[k] = VALID
    if (!any) return
  }
}

function smooth(chart: Float32Array, columns: number, rows: number): void {
  const before = chart.slice()
  for (let k = 0; k < columns * rows; k++) {
    const mine = at(before, 3 * k + 1)
    let [weight, r, g, b] = [0, 0, 0, 0]
    around(k, columns, rows, (o, w) => {
      const close = w * Math.exp(-(((at(before, 3 * o + 1) - mine) / EDGE) ** 2))
      weight += close
      r += close * at(before, 3 * o)
      g += close * at(before, 3 * o + 1)
      b += close * at(before, 3 * o + 2)
    })
    chart.set([r / weight, g / weight, b / weight], 3 * k)
  }
}

/** Smooths what makes the light coloured, not how bright it is: the eye sees stains of colour long before it misses their edges. */
function smoothHue(chart: Float32Array, columns: number, rows: number): void {
  const before = chart.slice()
  for (let k = 0; k < columns * rows; k++) {
    let [weight, red, blue] = [0, 0, 0]
    around(k, columns, rows, (o, w) => {
      const green = Math.max(0.02, at(before, 3 * o + 1))
      weight += w
      red += (w * at(before, 3 * o)) / green
      blue += (w * at(before, 3 * o + 2)) / green
    })
    const green = at(before, 3 * k + 1)
    chart[3 * k] = (green * red) / weight
    chart[3 * k + 2] = (green * blue) / weight
  }
}

/** Three rounds of Laplacian smoothing over the edges of all parts; `first` is the number of the first vertex sample. */
export function smoothVertices(
  samplesOf: ReadonlyMap<Part, Int32Array>,
  light: Float32Array,
  first: number,
  count: number,
): void {
  const pairs: number[] = []
  for (const [part, samples] of samplesOf)
    for (let t = 0; t < part.index.length; t += 3)
      for (let k = 0; k < 3; k++) {
        const a = at(samples, at(part.index, t + k))
        const b = at(samples, at(part.index, t + ((k + 1) % 3)))
        if (a >= 0 && b >= 0 && a !== b) pairs.push(a, b, b, a)
      }
  for (let round = 0; round < 3; round++) {
    const sum = new Float32Array(3 * count)
    const met = new Uint32Array(count)
    for (let i = 0; i < pairs.length; i += 2) {
      const [a, b] = [at(pairs, i), at(pairs, i + 1)]
      for (let c = 0; c < 3; c++) sum[3 * a + c] = at(sum, 3 * a + c) + at(light, 3 * (first + b) + c)
      met[a] = at(met, a) + 1
    }
    for (let v = 0; v < count; v++) {
      const n = at(met, v)
      if (!n) continue
      for (let c = 0; c < 3; c++) {
        const k = 3 * (first + v) + c
        light[k] = 0.4 * at(light, k) + (0.6 * at(sum, 3 * v + c)) / n
      }
    }
  }
}
