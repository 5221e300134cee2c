// What the viewers in one cell see: the figures nearest to its middle. Packed once a tick for all of them: what changed,
// or (for who is new in the cell or missed a frame) everybody. Far figures are sent every second tick.

import { ENTRY_BYTES, GONE_BYTES, Gone, writeGone } from '../../shared/pose/tick-frame.ts'
import type { Figure } from './figure.ts'
import { distanceTo, type Grid, NEAR_METRES } from './grid.ts'

/** Ticks between two searches for the nearest; who leaves the hall goes at once. */
export const SEARCH_TICKS = 5

interface Member {
  readonly figure: Figure
  near: boolean
  /** Tick in which it was sent last to this cell; −1: never. */
  sent: number
}

interface Dismissed {
  readonly handle: number
  readonly why: number
}

export class CellView {
  readonly #cell: number
  readonly #grid: Grid
  #members: Member[] = []
  readonly #due: Figure[] = []
  readonly #gone: Dismissed[] = []
  readonly #bodies = new Map<number, Uint8Array | null>()
  #searched = Number.NEGATIVE_INFINITY
  #tick = -1

  constructor(cell: number, grid: Grid) {
    this.#cell = cell
    this.#grid = grid
  }

  /** Tick for which somebody asked last. */
  get used(): number {
    return this.#tick
  }

  /** Crowd section with what changed in this tick, without the figure `except`; null when nothing did. */
  changes(tick: number, except: number): Uint8Array | null {
    this.#prepare(tick)
    const key = this.#due.some((figure) => figure.handle === except) ? except : 0
    let body = this.#bodies.get(key)
    if (body === undefined) {
      const count = this.#due.length - (key === 0 ? 0 : 1)
      body = count + this.#gone.length === 0 ? null : pack(this.#due, this.#gone, key)
      this.#bodies.set(key, body)
    }
    return body
  }

  /** Crowd section with everybody in sight, without the figure `except`. */
  whole(tick: number, except: number): Uint8Array {
    this.#prepare(tick)
    return pack(
      this.#members.map((member) => member.figure),
      [],
      except,
    )
  }

  #prepare(tick: number): void {
    if (tick === this.#tick) return
    this.#tick = tick
    this.#due.length = 0
    this.#gone.length = 0
    this.#bodies.clear()
    if (tick - this.#searched >= SEARCH_TICKS) this.#search(tick)
    else this.#dropGone()
    for (const member of this.#members) {
      const { figure } = member
      if (figure.changed <= member.sent || !(member.near || (tick + figure.handle) % 2 === 0)) continue
      member.sent = tick
      this.#due.push(figure)
    }
  }

  #search(tick: number): void {
    this.#searched = tick
    const before = new Map(this.#members.map((member) => [member.figure, member]))
    this.#members = this.#grid.nearest(this.#cell).map((figure) => {
      const near = distanceTo(this.#cell, figure) <= NEAR_METRES
      const known = before.get(figure)
      before.delete(figure)
      if (!known) return { figure, near, sent: -1 }
      known.near = near
      return known
    })
    for (const { figure } of before.values()) this.#dismiss(figure)
  }

  #dropGone(): void {
    if (this.#members.every((member) => member.figure.cell >= 0)) return
    for (const { figure } of this.#members) if (figure.cell < 0) this.#dismiss(figure)
    this.#members = this.#members.filter((member) => member.figure.cell >= 0)
  }

  #dismiss(figure: Figure): void {
    this.#gone.push({ handle: figure.handle, why: figure.left ? Gone.left : Gone.hidden })
  }
}

function pack(figures: readonly Figure[], gone: readonly Dismissed[], except: number): Uint8Array {
  const count = figures.length - (figures.some((figure) => figure.handle === except) ? 1 : 0)
  const body = new Uint8Array(1 + count * ENTRY_BYTES + gone.length * GONE_BYTES)
  body[0] = count
  let at = 1
  for (const figure of figures) {
    if (figure.handle === except) continue
    body.set(figure.entry, at)
    at += ENTRY_BYTES
  }
  for (const { handle, why } of gone) {
    writeGone(body, at, handle, why)
    at += GONE_BYTES
  }
  return body
}
