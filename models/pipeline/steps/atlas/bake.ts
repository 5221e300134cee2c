// Fills an atlas: each chart's triangles are drawn on it, and each texel is told how the model looks there. Plain charts share small
// blocks, one for each finish.
import type { Canvas } from './canvas.ts'
import { LOOK, type Triple } from './look.ts'
import type { Placed } from './pack.ts'
import type { Probe } from './probe.ts'

/** Looks across a texel, each way. */
const ACROSS = 2
/** Texels of a block's side: a reader in its middle sees no other one, nor from a little further away. */
export const BLOCK = 4

/** Draws one chart. */
export function drawChart(canvas: Canvas, probe: Probe, placed: Placed): void {
  const { chart, scale } = placed
  const metres = 1 / scale / ACROSS
  chart.triangles.forEach((triangle, index) => {
    const six = [0, 1, 2, 3, 4, 5].map(
      (k) => (chart.flat[index * 6 + k] ?? 0) * scale + (k % 2 === 0 ? placed.x : placed.y),
    )
    for (const { x, y, shares } of [...within(six), middle(six)]) {
      const slot = canvas.slot(x, y)
      if (slot) probe.add(slot.sums, slot.at, triangle, shares, metres)
    }
  })
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly shares: Triple
}

/** Places inside a triangle on a grid finer than texels. */
function* within(six: readonly number[]): Generator<Spot> {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = six
  const whole = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (whole === 0) return
  const first = (value: number) => Math.floor(value * ACROSS)
  for (let row = first(Math.min(ay, by, cy)); row <= first(Math.max(ay, by, cy)); row++) {
    for (let column = first(Math.min(ax, bx, cx)); column <= first(Math.max(ax, bx, cx)); column++) {
      const [x, y] = [(column + 0.5) / ACROSS, (row + 0.5) / ACROSS]
      const second = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / whole
      const third = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / whole
      if (second >= 0 && third >= 0 && second + third <= 1) yield { x, y, shares: [1 - second - third, second, third] }
    }
  }
}

// The smallest triangle leaves a trace, too.
function middle(six: readonly number[]): Spot {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = six
  return { x: (ax + bx + cx) / 3, y: (ay + by + cy) / 3, shares: [1 / 3, 1 / 3, 1 / 3] }
}

/** Blocks of a plain look: white, so that vertices colour it, with a finish and a glow. From the top of the canvas. */
export class Blocks {
  readonly #steps: number
  readonly #known = new Map<string, readonly [number, number]>()
  readonly #side: number

  /** `steps`: how finely finishes are told apart. */
  constructor(side: number, steps: number) {
    this.#side = side
    this.#steps = steps
  }

  get count(): number {
    return this.#known.size
  }

  /** Rows of texels that they take. */
  get rows(): number {
    return Math.ceil(this.#known.size / (this.#side / BLOCK)) * BLOCK
  }

  /** The middle of the block for a look, texels. */
  at(look: Float32Array): readonly [number, number] {
    const key = this.#keyOf(look)
    const known = this.#known.get(key)
    if (known) return known
    const column = this.#known.size % (this.#side / BLOCK)
    const row = Math.floor(this.#known.size / (this.#side / BLOCK))
    const place = [(column + 0.5) * BLOCK, (row + 0.5) * BLOCK] as const
    this.#known.set(key, place)
    return place
  }

  draw(canvas: Canvas): void {
    for (const [key, [x, y]] of this.#known) {
      const values = key.split(' ').map((value) => Number(value) / this.#steps)
      for (let texel = 0; texel < BLOCK * BLOCK; texel++) {
        const slot = canvas.slot(x - BLOCK / 2 + (texel % BLOCK), y - BLOCK / 2 + Math.floor(texel / BLOCK))
        slot?.sums.set([1, 1, 1, 1, ...values], slot.at)
      }
    }
  }

  #keyOf(look: Float32Array): string {
    return [...look.subarray(LOOK.rough, LOOK.size)].map((value) => Math.round(value * this.#steps)).join(' ')
  }
}
