// The pictures on the booths' boards. Far: all 48 in one small atlas, one draw. Near: the two nearest booths at full size.
// Drawn when the browser is idle, nearest first, at most one upload a frame; about 19 MB on the GPU with mips.

import { Group, type Vector3 } from 'three'
import type { BoothSummary } from '../../../shared/booth/booth.ts'
import { PLOTS, type Plot } from '../../../shared/hall/layout.ts'
import { whenIdle } from '../load/wait.ts'
import { FarBoards, NearBoard } from './boards.ts'

/** Booths shown at full size. */
const NEAR_BOOTHS = 2
/** Nearer than this a booth is worth full size, metres. */
const NEAR_DISTANCE = 13

interface NearSlot {
  plot: Plot | null
  drawn: boolean
  readonly boards: readonly NearBoard[]
}

export class BoothPanels {
  readonly root = new Group()
  readonly #booths = new Map<string, BoothSummary>()
  readonly #hidden = new Set<string>()
  readonly #far: FarBoards
  readonly #near: NearSlot[]
  #drawing = false

  constructor() {
    this.#far = new FarBoards()
    this.root.add(this.#far.mesh)
    this.#near = Array.from({ length: NEAR_BOOTHS }, () => ({
      plot: null,
      drawn: false,
      boards: [new NearBoard(), new NearBoard()],
    }))
    for (const slot of this.#near) for (const board of slot.boards) this.root.add(board.mesh)
  }

  /** New content of a booth (or its first): its boards are drawn again. */
  setBooth(plot: Plot, booth: BoothSummary | null, ownModel: boolean): void {
    if (booth) this.#booths.set(plot.id, booth)
    if (ownModel) this.#hidden.add(plot.id)
    else this.#hidden.delete(plot.id)
    this.#far.setShown(plot, !ownModel)
    this.#far.stale.add(plot)
    for (const slot of this.#near) if (slot.plot === plot) this.#take(slot, ownModel ? null : plot)
  }

  /** Chooses the nearest booths and, if something is to be drawn, has it drawn when the browser is idle; then `wake`. */
  update(eye: Vector3, wake: () => void): void {
    this.#choose(eye)
    if (this.#drawing || !this.#hasWork()) return
    this.#drawing = true
    void whenIdle().then(() => {
      this.#drawing = false
      this.#drawOne(eye)
      wake()
    })
  }

  #hasWork(): boolean {
    return this.#far.stale.size > 0 || this.#near.some((slot) => slot.plot && !slot.drawn)
  }

  /** One picture: a near board, else two cells of the far atlas. */
  #drawOne(eye: Vector3): void {
    for (const slot of this.#near) {
      if (!slot.plot || slot.drawn) continue
      const board = slot.boards[0]?.shows === slot.plot ? 1 : 0
      slot.boards[board]?.draw(slot.plot, this.#booths.get(slot.plot.id) ?? null, board)
      slot.drawn = board === 1
      return
    }
    this.#far.drawSome(eye, this.#booths)
  }

  dispose(): void {
    this.#far.dispose()
    for (const slot of this.#near) for (const board of slot.boards) board.dispose()
  }

  #choose(eye: Vector3): void {
    const distance = (plot: Plot) => Math.hypot(plot.x - eye.x, plot.z - eye.z)
    let first: Plot | null = null
    let second: Plot | null = null
    for (const plot of PLOTS) {
      if (this.#hidden.has(plot.id) || distance(plot) > NEAR_DISTANCE) continue
      if (!first || distance(plot) < distance(first)) {
        second = first
        first = plot
      } else if (!second || distance(plot) < distance(second)) second = plot
    }
    this.#assign(first, second)
  }

  #assign(first: Plot | null, second: Plot | null): void {
    const wanted = [first, second]
    for (const slot of this.#near) {
      const at = wanted.indexOf(slot.plot)
      if (slot.plot && at >= 0) wanted[at] = null
    }
    for (const slot of this.#near) {
      if (slot.plot === first || slot.plot === second) continue
      const next = wanted.find((plot) => plot !== null)
      if (!next) continue
      wanted[wanted.indexOf(next)] = null
      this.#take(slot, next)
    }
  }

  #take(slot: NearSlot, plot: Plot | null): void {
    slot.plot = plot
    slot.drawn = false
    for (const board of slot.boards) board.hide()
  }
}
