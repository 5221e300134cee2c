// The light-map pages: where each chart lies, and light as 8-bit colour (sqrt(v / 3), so 0 … 3 with fine steps in the dark).

import { at, type Chart, type Scene } from '../kit/part.ts'

export interface Page {
  readonly width: number
  readonly height: number
}

export interface Packing {
  readonly pages: Readonly<Record<Chart['page'], Page>>
  /** Left upper texel of each chart on its page. */
  readonly spots: readonly (readonly [number, number])[]
}

const HALL_WIDTH = 1024
const HALL_HEIGHT = 512
const BLOCKS_A_ROW = 6

type Spots = (readonly [number, number])[]

const tallestFirst = (a: Chart, b: Chart) => b.rows - a.rows || b.columns - a.columns || a.id - b.id

/** Puts charts on shelves, tallest first, inside a strip; answers the height used. */
function shelve(charts: readonly Chart[], spots: Spots, left: number, top: number, width: number): number {
  let [x, y, shelf] = [0, 0, 0]
  for (const { id, columns, rows } of [...charts].sort(tallestFirst)) {
    if (x + columns > width) {
      x = 0
      y += shelf
      shelf = 0
    }
    spots[id] = [left + x, top + y]
    x += columns
    shelf = Math.max(shelf, rows)
  }
  return y + shelf
}

/**
 * Lays out the pages. What all booths have alike gets an equal block for each of them, so that their coordinates differ by a
 * constant only and compress to almost nothing; the rest goes below.
 */
export function packPages({ charts, blocks }: Pick<Scene, 'charts' | 'blocks'>): Packing {
  const spots: Spots = charts.map(() => [0, 0])
  const floor = charts.find((c) => c.page === 'floor')
  const width = Math.floor(HALL_WIDTH / BLOCKS_A_ROW)
  const alike = new Set<number>()
  let [top, tallest] = [0, 0]
  blocks.forEach(([from, to], i) => {
    const own = charts.slice(from, to)
    for (const chart of own) alike.add(chart.id)
    tallest = Math.max(tallest, shelve(own, spots, (i % BLOCKS_A_ROW) * width, top, width))
    if (i % BLOCKS_A_ROW === BLOCKS_A_ROW - 1 || i === blocks.length - 1) {
      top += tallest
      tallest = 0
    }
  })
  const rest = charts.filter((c) => c.page === 'hall' && !alike.has(c.id))
  const used = top + shelve(rest, spots, 0, top, HALL_WIDTH)
  if (used > HALL_HEIGHT) throw new Error(`the light map needs ${used} rows, it has ${HALL_HEIGHT}`)
  const floorPage = { width: floor?.columns ?? 1, height: floor?.rows ?? 1 }
  return { pages: { floor: floorPage, hall: { width: HALL_WIDTH, height: HALL_HEIGHT } }, spots }
}

/** Light to a byte. */
export const encodeLight = (light: number): number => Math.round(255 * Math.sqrt(Math.min(1, Math.max(0, light / 3))))

/**
 * The light-map coordinate of a place in a chart as 16-bit numbers; corners fall on texel centres. A texel is a whole number
 * of steps (65536 over the page's side), which is off by a sixtieth of a texel at the page's far end.
 */
export function pageUv(chart: Chart, packing: Packing, s: number, t: number): readonly [number, number] {
  const [x, y] = at(packing.spots, chart.id)
  const { width, height } = packing.pages[chart.page]
  const steps = (texel: number, side: number) => Math.min(65535, Math.round((texel + 0.5) * (65536 / side)))
  return [steps(x + s * (chart.columns - 1), width), steps(y + t * (chart.rows - 1), height)]
}

/** Light to a byte in steps of two: a vertex next to others needs no more, and the files shrink. */
export const encodeCoarse = (light: number): number => Math.min(254, 2 * Math.round(encodeLight(light) / 2))

/** Paints a page as raw rgb; `first` gives a chart's first sample in `light`. */
export function paintPage(
  name: Chart['page'],
  charts: readonly Chart[],
  packing: Packing,
  light: Float32Array,
  first: (id: number) => number,
): Uint8Array {
  const { width, height } = packing.pages[name]
  const bytes = new Uint8Array(width * height * 3)
  for (const chart of charts) {
    if (chart.page !== name) continue
    const [x, y] = at(packing.spots, chart.id)
    for (let j = 0; j < chart.rows; j++)
      for (let i = 0; i < chart.columns; i++)
        for (let c = 0; c < 3; c++) {
          const value = at(light, 3 * (first(chart.id) + j * chart.columns + i) + c)
          bytes[3 * ((y + j) * width + x + i) + c] = encodeLight(value)
        }
  }
  return bytes
}
