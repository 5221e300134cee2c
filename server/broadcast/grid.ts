// Who stands in which cell, and the nearest to a cell's middle.

import { cellAt, cellOf, columnOf, type Figure, middle, rowOf } from './figure.ts'

/** How many figures one sees at most. */
export const NEAREST = 40
/** Rings of cells searched at most: the hall is 100 m long. */
const RINGS = 25

interface Found {
  readonly figure: Figure
  readonly distance: number
}

export interface Grid {
  /** Puts a figure where its pose says. */
  place(figure: Figure): void
  remove(figure: Figure): void
  /** The figures nearest to the middle of a cell, at most 40, the nearest first. */
  nearest(cell: number): Figure[]
  figures(): Iterable<Figure>
}

export function createGrid(): Grid {
  const cells = new Map<number, Set<Figure>>()
  const remove = (figure: Figure) => {
    cells.get(figure.cell)?.delete(figure)
    figure.cell = -1
  }
  return {
    place(figure) {
      const cell = cellAt(figure.pose.x, figure.pose.z)
      if (cell === figure.cell) return
      remove(figure)
      figure.cell = cell
      const there = cells.get(cell)
      if (there) there.add(figure)
      else cells.set(cell, new Set([figure]))
    },
    remove,
    nearest: (cell) => nearest(cells, cell),
    *figures() {
      for (const there of cells.values()) yield* there
    },
  }
}

// Rings outwards until enough are found, then one ring more: a corner of the last can be farther than the next one's edge.
function nearest(cells: ReadonlyMap<number, ReadonlySet<Figure>>, cell: number): Figure[] {
  const x = middle(columnOf(cell))
  const z = middle(rowOf(cell))
  const found: Found[] = []
  let last = RINGS
  for (let ring = 0; ring <= last; ring++) {
    for (const at of ringCells(cell, ring)) {
      for (const figure of cells.get(at) ?? [])
        found.push({ figure, distance: (figure.pose.x - x) ** 2 + (figure.pose.z - z) ** 2 })
    }
    if (found.length >= NEAREST && last === RINGS) last = Math.min(RINGS, Math.ceil(ring * Math.SQRT2) + 1)
  }
  if (found.length > NEAREST) found.sort((a, b) => a.distance - b.distance).length = NEAREST
  return found.map((one) => one.figure)
}

function ringCells(cell: number, ring: number): number[] {
  const column = columnOf(cell)
  const row = rowOf(cell)
  if (ring === 0) return [cell]
  const list: number[] = []
  for (let i = -ring; i <= ring; i++) {
    list.push(cellOf(column + i, row - ring), cellOf(column + i, row + ring))
    if (Math.abs(i) !== ring) list.push(cellOf(column - ring, row + i), cellOf(column + ring, row + i))
  }
  return list
}

/** Metres from the middle of a cell to a figure. */
export const distanceTo = (cell: number, figure: Figure): number =>
  Math.hypot(figure.pose.x - middle(columnOf(cell)), figure.pose.z - middle(rowOf(cell)))

/** Farther than this from the middle of one's cell, figures are sent half as often. */
export const NEAR_METRES = 12
