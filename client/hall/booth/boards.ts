// The boards as things to draw: one at full size, or all of them small in one atlas. Canvases, textures and quads; which booth
// is drawn when is decided in panels.ts.

import { type BufferGeometry, type CanvasTexture, Mesh, MeshBasicMaterial, type Vector3 } from 'three'
import type { BoothSummary } from '../../../shared/booth/booth.ts'
import { type Face, PANELS, panelOrder } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, PLOTS, type Plot } from '../../../shared/hall/layout.ts'
import { penOf } from '../look/type.ts'
import { BOARD, drawBoard } from './panel-drawing.ts'
import { canvasTexture, makeCanvas, NO_QUAD, placeQuad, type QuadPlace, quads } from './quads.ts'

const COLUMNS = 8
const CELL = { width: 128, height: 154 } as const
const NEAR = { width: 744, height: 892 } as const
/** Booths drawn into the far atlas between two uploads of it. */
const FAR_BATCH = 6
/** Metres before the board, so that nothing flickers. */
const LIFT = 0.006

/** One board at full size: its own canvas, texture and quad, moved from booth to booth. */
export class NearBoard {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>
  shows: Plot | null = null
  readonly #canvas = makeCanvas(NEAR.width, NEAR.height)
  readonly #texture = canvasTexture(this.#canvas)

  constructor() {
    const geometry = quads(1)
    this.mesh = new Mesh(geometry, new MeshBasicMaterial({ map: this.#texture, fog: false }))
    this.mesh.frustumCulled = false
    this.mesh.visible = false
  }

  draw(plot: Plot, booth: BoothSummary | null, board: 0 | 1): void {
    const pen = penOf(this.#canvas)
    const face = facesOf(plot)[board]
    if (!pen || !face) return
    pen.setTransform(NEAR.width / BOARD.width, 0, 0, NEAR.height / BOARD.height, 0, 0)
    drawBoard(pen, { plot, booth }, board)
    this.#texture.needsUpdate = true
    placeQuad(this.mesh.geometry, 0, onFace(face, LIFT * 2), [0, 0, 1, 1])
    this.shows = plot
    this.mesh.visible = true
  }

  hide(): void {
    this.shows = null
    this.mesh.visible = false
  }

  dispose(): void {
    this.mesh.geometry.dispose()
    this.mesh.material.dispose()
    this.#texture.dispose()
  }
}

/** All boards small: one canvas, one texture, one draw. */
export class FarBoards {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>
  /** Booths whose cells are to be drawn (again). */
  readonly stale = new Set<Plot>(PLOTS)
  readonly #canvas: HTMLCanvasElement
  readonly #texture: CanvasTexture

  constructor() {
    const rows = Math.ceil((PLOTS.length * 2) / COLUMNS)
    this.#canvas = makeCanvas(COLUMNS * CELL.width, rows * CELL.height)
    const pen = penOf(this.#canvas)
    if (pen) {
      pen.fillStyle = '#f1eee7'
      pen.fillRect(0, 0, this.#canvas.width, this.#canvas.height)
    }
    this.#texture = canvasTexture(this.#canvas)
    this.mesh = new Mesh(quads(PLOTS.length * 2), new MeshBasicMaterial({ map: this.#texture, fog: false }))
    this.mesh.frustumCulled = false
    for (const plot of PLOTS) this.setShown(plot, true)
  }

  setShown(plot: Plot, shown: boolean): void {
    const at = PLOTS.indexOf(plot) * 2
    facesOf(plot).forEach((face, board) => {
      placeQuad(this.mesh.geometry, at + board, shown ? onFace(face, LIFT) : NO_QUAD, this.#cellUv(at + board))
    })
  }

  /** Draws the nearest stale booth; uploads every few booths and at the end. */
  drawSome(eye: Vector3, booths: ReadonlyMap<string, BoothSummary>): void {
    let next: Plot | null = null
    let least = Number.POSITIVE_INFINITY
    for (const plot of this.stale) {
      const distance = Math.hypot(plot.x - eye.x, plot.z - eye.z)
      if (distance >= least) continue
      next = plot
      least = distance
    }
    if (!next) return
    this.stale.delete(next)
    this.#drawCells(next, booths.get(next.id) ?? null)
    if (this.stale.size % FAR_BATCH === 0) this.#texture.needsUpdate = true
  }

  dispose(): void {
    this.mesh.geometry.dispose()
    this.mesh.material.dispose()
    this.#texture.dispose()
  }

  #drawCells(plot: Plot, booth: BoothSummary | null): void {
    const pen = penOf(this.#canvas)
    if (!pen) return
    for (const board of [0, 1] as const) {
      const cell = PLOTS.indexOf(plot) * 2 + board
      const left = (cell % COLUMNS) * CELL.width
      const top = Math.floor(cell / COLUMNS) * CELL.height
      pen.save()
      pen.beginPath()
      pen.rect(left, top, CELL.width, CELL.height)
      pen.clip()
      pen.setTransform(CELL.width / BOARD.width, 0, 0, CELL.height / BOARD.height, left, top)
      drawBoard(pen, { plot, booth }, board)
      pen.restore()
    }
  }

  #cellUv(cell: number): readonly [number, number, number, number] {
    const { width, height } = this.#canvas
    const left = (cell % COLUMNS) * CELL.width
    const top = Math.floor(cell / COLUMNS) * CELL.height
    return [left / width, top / height, (left + CELL.width) / width, (top + CELL.height) / height]
  }
}

/** The two boards of a booth from left to right for who looks at them, in hall coordinates. */
function facesOf(plot: Plot): readonly Face[] {
  return panelOrder(plot).map((index) => {
    const face = PANELS[index] as Face
    return { ...face, ...fromPlot(plot, face.x, face.z), yaw: plot.yaw }
  })
}

/** Of a board's size that its picture takes. */
const INSET = 0.97

/** Where a board's picture hangs: on its face, `lift` metres off it. */
function onFace({ x, y, z, yaw, width, height }: Face, lift: number): QuadPlace {
  // A board faces +z in its plot's frame; yaw 0 or π turns both its right and its outward direction.
  const side = Math.cos(yaw)
  return { x, y, z: z + side * lift, width: width * INSET, height: height * INSET, side }
}
