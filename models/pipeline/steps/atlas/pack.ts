// Lays charts side by side on a square of texels, by their true outline and not by their rectangle, as large as fits.
import type { Chart } from './charts.ts'

export interface Placed {
  readonly chart: Chart
  /** The chart's 0, texels from the square's corner. */
  readonly x: number
  readonly y: number
  /** Texels a metre. */
  readonly scale: number
}

/** A chart that is to be laid, and how much larger than others it is drawn. */
export interface Wanted {
  readonly chart: Chart
  readonly weight: number
}

/** Runs of texels, row by row: from, to (not included). */
type Rows = readonly (readonly number[])[]

const TRIES = 9

/** All charts on a square, rows from `top` on, at the largest scale that was found; undefined where none fits. */
export function packCharts(wanted: readonly Wanted[], side: number, top: number): Placed[] | undefined {
  const area = wanted.reduce((sum, { chart, weight }) => sum + areaOf(chart) * weight * weight, 0)
  if (area === 0) return []
  let [low, high] = [0, Math.sqrt((side * (side - top)) / area)]
  let best: Placed[] | undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const scale = attempt === 0 ? high * 0.7 : (low + high) / 2
    const placed = placeAll(wanted, side, top, scale)
    if (placed) {
      best = placed
      low = scale
    } else high = scale
  }
  return best
}

/** Its triangles laid flat. */
export function areaOf({ flat }: Chart): number {
  let area = 0
  for (let at = 0; at < flat.length; at += 6) {
    const [ax, ay, bx, by, cx, cy] = flat.subarray(at, at + 6) as unknown as Six
    area += Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
  }
  return area
}
type Six = readonly [number, number, number, number, number, number]

function placeAll(wanted: readonly Wanted[], side: number, top: number, scale: number): Placed[] | undefined {
  const taken = new Uint8Array(side * side).fill(1, 0, top * side)
  /** Taken texels of a row before a column. */
  const before = Array.from({ length: side }, (_, y) =>
    Uint16Array.from({ length: side + 1 }, (_n, x) => (y < top ? x : 0)),
  )
  const shapes = wanted.map(({ chart, weight }) => ({
    chart,
    scale: scale * weight,
    rows: rowsOf(chart, scale * weight),
  }))
  shapes.sort((a, b) => b.rows.length - a.rows.length)
  const placed: Placed[] = []
  for (const { chart, scale: own, rows } of shapes) {
    const spot = free(rows, before, side, top)
    if (!spot) return undefined
    rows.forEach((runs, row) => {
      const y = spot.y + row
      for (let k = 0; k < runs.length; k += 2)
        taken.fill(1, y * side + spot.x + (runs[k] ?? 0), y * side + spot.x + (runs[k + 1] ?? 0))
      const sums = before[y]
      for (let x = 0; sums && x < side; x++) sums[x + 1] = (sums[x] ?? 0) + (taken[y * side + x] ?? 0)
    })
    placed.push({ chart, scale: own, x: spot.x, y: spot.y })
  }
  return placed
}

function free(rows: Rows, before: readonly Uint16Array[], side: number, top: number) {
  const width = Math.max(...rows.map((runs) => runs.at(-1) ?? 0))
  for (let y = top; y + rows.length <= side; y++) {
    for (let x = 0; x + width <= side; x++) {
      const hit = firstHit(rows, before, x, y)
      if (hit < 0) return { x, y }
    }
  }
  return undefined
}

function firstHit(rows: Rows, before: readonly Uint16Array[], x: number, y: number): number {
  for (let row = 0; row < rows.length; row++) {
    const runs = rows[row] ?? []
    const sums = before[y + row]
    for (let k = 0; sums && k < runs.length; k += 2) {
      if ((sums[x + (runs[k + 1] ?? 0)] ?? 0) > (sums[x + (runs[k] ?? 0)] ?? 0)) return row
    }
  }
  return -1
}

/** The texels that a chart touches, and one more to the right and below, so that neighbours keep apart. */
function rowsOf(chart: Chart, scale: number): Rows {
  const width = Math.ceil(chart.width * scale) + 2
  const height = Math.ceil(chart.height * scale) + 2
  const touched = new Uint8Array(width * height)
  for (let at = 0; at < chart.flat.length; at += 6) {
    const six = chart.flat.subarray(at, at + 6).map((value) => value * scale) as unknown as Six
    touch(touched, width, six)
  }
  return Array.from({ length: height }, (_, y) => {
    const runs: number[] = []
    for (let x = 0; x <= width; x++) {
      const inside = x < width && spread(touched, width, x, y)
      if (inside !== (runs.length % 2 === 1)) runs.push(x)
    }
    return runs
  })
}

const spread = (touched: Uint8Array, width: number, x: number, y: number) =>
  [0, 1].some((up) => [0, 1].some((left) => x >= left && y >= up && touched[(y - up) * width + x - left] === 1))

/** Every texel that a triangle touches. */
function touch(touched: Uint8Array, width: number, [ax, ay, bx, by, cx, cy]: Six): void {
  const turn = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay) < 0 ? -1 : 1
  const edges = [
    [ax, ay, bx, by],
    [bx, by, cx, cy],
    [cx, cy, ax, ay],
  ] as const
  for (let y = Math.floor(Math.min(ay, by, cy)); y <= Math.floor(Math.max(ay, by, cy)); y++) {
    for (let x = Math.floor(Math.min(ax, bx, cx)); x <= Math.floor(Math.max(ax, bx, cx)); x++) {
      const inside = edges.every(([fx, fy, tx, ty]) => {
        const [nx, ny] = [(fy - ty) * turn, (tx - fx) * turn]
        return nx * (x + 0.5 - fx) + ny * (y + 0.5 - fy) + (Math.abs(nx) + Math.abs(ny)) / 2 >= 0
      })
      if (inside) touched[y * width + x] = 1
    }
  }
}
