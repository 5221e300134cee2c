// The light-map pages: where each chart lies, and light as 8-bit colour (sqrt(v / 3), so 0 … 3 with fine steps in the dark).

import { at, type Chart } from '../kit/part.ts'

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

/** Puts the charts on shelves, tallest first. The order of equals is that of their ids, so the same charts pack the same way. */
export function packPages(charts: readonly Chart[]): Packing {
  const spots: (readonly [number, number])[] = charts.map(() => [0, 0])
  const pages = { floor: { width: 0, height: 0 }, hall: { width: HALL_WIDTH, height: 0 } }
  for (const chart of charts) if (chart.page === 'floor') pages.floor = { width: chart.columns, height: chart.rows }
  const order = charts
    .filter((c) => c.page === 'hall')
    .sort((a, b) => b.rows - a.rows || b.columns - a.columns || a.id - b.id)
  let [x, y, shelf] = [0, 0, 0]
  for (const { id, columns, rows } of order) {
    if (x + columns > HALL_WIDTH) {
      x = 0
      y += shelf
      shelf = 0
    }
    spots[id] = [x, y]
    x += columns
    shelf = Math.max(shelf, rows)
  }
  pages.hall = { width: HALL_WIDTH, height: Math.ceil((y + shelf) / 4) * 4 }
  return { pages, spots }
}

/** Light to a byte. */
export const encodeLight = (light: number): number => Math.round(255 * Math.sqrt(Math.min(1, Math.max(0, light / 3))))

/** The light-map coordinate of a place in a chart, 0 … 1 on its page; corners fall on texel centres. */
export function pageUv(chart: Chart, packing: Packing, s: number, t: number): readonly [number, number] {
  const [x, y] = at(packing.spots, chart.id)
  const { width, height } = packing.pages[chart.page]
  return [(x + 0.5 + s * (chart.columns - 1)) / width, (y + 0.5 + t * (chart.rows - 1)) / height]
}

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
