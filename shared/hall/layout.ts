// Where everything stands: the hall's rectangle, its three zones, the 24 plots, the ribbon.
// Metres, y up, x from west (−50) to east (+50), z from north (−30) to south (+30). models/build and the client both read it.

export const HALL = { west: -50, east: 50, north: -30, south: 30, wallHeight: 9.4, eyeHeight: 1.65 } as const

export type Zone = 'reception' | 'city-display' | 'promotion'

/** The zones' borders along x: reception west of the first, promotion and negotiation east of the second. */
export const ZONE_BORDERS = { receptionEnd: -34, promotionStart: 26 } as const

/** The zone that holds a spot. */
export function zoneAt(x: number): Zone {
  if (x < ZONE_BORDERS.receptionEnd) return 'reception'
  return x > ZONE_BORDERS.promotionStart ? 'promotion' : 'city-display'
}

export interface Plot {
  /** The city's id, or `guest`. */
  readonly id: string
  /** 0 … 5 from west to east. */
  readonly column: number
  /** 0 … 3 from north to south; 1 and 2 face the nave, 0 and 3 the outer aisles' inner side. */
  readonly row: number
  /** Centre, metres. */
  readonly x: number
  readonly z: number
  /** Rotation about y in radians: 0 opens to the south (+z), π to the north. */
  readonly yaw: number
  /** −1 in odd columns, where the booth is mirrored in its own x. */
  readonly mirror: 1 | -1
  /** The city's own colour, sRGB hex. */
  readonly colour: string
}

/** Side of a plot, metres. Plots stand 10 m apart along x. */
export const PLOT_SIZE = 7

const COLUMN_X = [-29, -19, -9, 1, 11, 21] as const
const ROW_Z = [-22.5, -9.4, 9.4, 22.5] as const

// [id, column, row, colour]: upstream partners in the west, the coast in the east.
const PLACED = [
  ['kashgar', 0, 1, '#2f8a91'],
  ['haibei', 0, 2, '#2f6d9a'],
  ['shigatse', 0, 0, '#b23a3a'],
  ['dingxi', 0, 3, '#7d6aa6'],
  ['longnan', 1, 1, '#75803f'],
  ['xiangxi', 1, 2, '#49745a'],
  ['chongqing', 1, 0, '#b5542e'],
  ['liaocheng', 1, 3, '#8f4b38'],
  ['heze', 2, 1, '#c35a78'],
  ['jinan', 2, 2, '#4d9aa8'],
  ['dezhou', 2, 0, '#d6a23a'],
  ['jining', 2, 3, '#9a3f33'],
  ['dongying', 3, 1, '#c07a2c'],
  ['weifang', 3, 2, '#c8503c'],
  ['taian', 3, 0, '#6d7f5e'],
  ['zaozhuang', 3, 3, '#a6504a'],
  ['zibo', 4, 1, '#6f9d8c'],
  ['rizhao', 4, 2, '#d98d35'],
  ['binzhou', 4, 0, '#4f6fa3'],
  ['linyi', 4, 3, '#3f7a6a'],
  ['yantai', 5, 1, '#34618e'],
  ['qingdao', 5, 2, '#c2452d'],
  ['weihai', 5, 0, '#c0503f'],
  ['guest', 5, 3, '#8d8a84'],
] as const

/** The 24 plots, in the order in which the ribbon passes them (west to east, nave before aisle). The last is the guest plot. */
export const PLOTS: readonly Plot[] = PLACED.map(([id, column, row, colour]) => ({
  id,
  column,
  row,
  colour,
  x: COLUMN_X[column],
  z: ROW_Z[row],
  yaw: row < 2 ? 0 : Math.PI,
  mirror: column % 2 ? -1 : 1,
}))

const BY_ID = new Map(PLOTS.map((plot) => [plot.id, plot]))

/** The plot of a city (or `guest`), or undefined. */
export const plotById = (id: string): Plot | undefined => BY_ID.get(id)

/** A spot in the plot's own frame (metres, +z out of its open front, mirrored as the booth is) in hall coordinates. */
export function fromPlot(plot: Plot, x: number, z: number): { x: number; z: number } {
  const side = plot.yaw === 0 ? 1 : -1
  return { x: plot.x + side * plot.mirror * x, z: plot.z + side * z }
}

/** z of the ribbon's centre line at x, metres: a slow wave that dies out before the stage and at the door. */
export function ribbonZ(x: number): number {
  const fadeEast = 1 - clamp01((x - 20) / 18)
  const fadeWest = clamp01((x + 50) / 10)
  return 1.15 * Math.sin((x + 38) * 0.105) * fadeEast * fadeWest
}

const clamp01 = (v: number) => Math.min(1, Math.max(0, v))
