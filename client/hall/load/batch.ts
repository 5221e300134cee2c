// All static geometry in a few batched meshes (one a file): a draw call each, culled part by part, near or far level per plot.
// Knows parts by the names their files give them (`frame:heze`, `far-furnishing:heze`, `shell:3`).

import { BatchedMesh, type BufferAttribute, Group, type Material, type Mesh, type Vector3 } from 'three'
import { PLOTS } from '../../../shared/hall/layout.ts'
import { type Painted, paintedIn, repaint } from './tint.ts'
import { nextTask } from './wait.ts'

/** One part inside a batched mesh. */
interface Part {
  readonly batch: BatchedMesh
  readonly id: number
}

interface Level {
  readonly frame: Part[]
  readonly furnishing: Part[]
}

interface PlotParts {
  readonly x: number
  readonly z: number
  readonly near: Level
  readonly far: Level
  /** What carries the plot's colour, and the city's own in its place. */
  readonly painted: Painted[]
  readonly ownPaint: string
  paint: string
  ownModel: boolean
  showNear: boolean
}

export interface NamedMesh {
  readonly name: string
  readonly mesh: Mesh
}

/** Metres a plot must be beyond the border before it changes its level back: no flicker on the border. */
const SLACK = 1.5
/** Milliseconds of copying before the browser gets its turn. */
const BUSY = 10

const level = (): Level => ({ frame: [], furnishing: [] })

export class HallBatch {
  readonly root = new Group()
  readonly #material: Material
  readonly #plots = new Map<string, PlotParts>()

  constructor(material: Material) {
    this.#material = material
    for (const { id, x, z, colour } of PLOTS) {
      const paint = { painted: [], ownPaint: colour, paint: colour }
      this.#plots.set(id, { x, z, near: level(), far: level(), ...paint, ownModel: false, showNear: false })
    }
  }

  /** Copies a file's parts into one more batched mesh, in short tasks, and lets go of their own buffers. */
  async add(parts: readonly NamedMesh[], signal: AbortSignal): Promise<BatchedMesh> {
    let vertices = 0
    let indices = 0
    for (const { mesh } of parts) {
      vertices += mesh.geometry.getAttribute('position').count
      indices += mesh.geometry.getIndex()?.count ?? 0
    }
    const batch = new BatchedMesh(parts.length, vertices, indices, this.#material)
    batch.frustumCulled = false
    batch.sortObjects = false
    const ids: number[] = []
    let since = performance.now()
    for (const { name, mesh } of parts) {
      ids.push(copyInto(batch, mesh, !this.#plots.has(ownerOf(name))))
      if (performance.now() - since < BUSY) continue
      await nextTask()
      signal.throwIfAborted()
      since = performance.now()
    }
    // Only now, all at once: a plot never shows a level that is half there.
    this.root.add(batch)
    parts.forEach(({ name }, i) => {
      this.#know(name, { batch, id: ids[i] ?? 0 })
    })
    return batch
  }

  /** The city's own model stands on the plot (or no longer does). */
  setOwnModel(plotId: string, own: boolean): void {
    const plot = this.#plots.get(plotId)
    if (plot) plot.ownModel = own
  }

  /** The city's own colour on gate and furnishing; null: the plot's. */
  setColour(plotId: string, colour: string | null): void {
    const plot = this.#plots.get(plotId)
    const paint = colour ?? plot?.ownPaint
    if (!plot || !paint || plot.paint === paint) return
    plot.paint = paint
    for (const painted of plot.painted) repaint(painted, paint)
  }

  /** Before the eye's pass: near geometry within `nearDistance` metres of the eye, far beyond. */
  forEye(eye: Vector3, nearDistance: number): void {
    for (const plot of this.#plots.values()) {
      const distance = Math.hypot(plot.x - eye.x, plot.z - eye.z)
      plot.showNear = distance < nearDistance + (plot.showNear ? SLACK : 0)
      show(plot, plot.showNear)
    }
  }

  /** Before the mirror's pass: far geometry only. */
  forMirror(): void {
    for (const plot of this.#plots.values()) show(plot, false)
  }

  dispose(): void {
    for (const child of this.root.children) if (child instanceof BatchedMesh) child.dispose()
    this.#material.dispose()
  }

  #know(name: string, part: Part): void {
    const plot = this.#plots.get(ownerOf(name))
    if (!plot) return
    const parts = name.startsWith('far-') ? plot.far : plot.near
    ;(/furnishing:/.test(name) ? parts.furnishing : parts.frame).push(part)
    this.#knowPaint(plot, part)
  }

  #knowPaint(plot: PlotParts, { batch, id }: Part): void {
    const { vertexStart, vertexCount } = batch.getGeometryRangeAt(batch.getGeometryIdAt(id)) ?? {}
    if (vertexStart === undefined || vertexCount === undefined) return
    const colours = batch.geometry.getAttribute('color') as BufferAttribute
    const painted = paintedIn(colours, vertexStart, vertexCount, plot.ownPaint)
    if (!painted) return
    plot.painted.push(painted)
    if (plot.paint !== plot.ownPaint) repaint(painted, plot.paint)
  }
}

const ownerOf = (name: string) => name.slice(name.indexOf(':') + 1)

/** Copies one mesh; what a plot owns stays hidden until a frame has chosen its level. */
function copyInto(batch: BatchedMesh, mesh: Mesh, visible: boolean): number {
  const id = batch.addInstance(batch.addGeometry(mesh.geometry))
  batch.setMatrixAt(id, mesh.matrixWorld)
  batch.setVisibleAt(id, visible)
  mesh.geometry.dispose()
  return id
}

/** Shows a plot's near or far level; while only one of them is there, that one. */
function show(plot: PlotParts, wantNear: boolean): void {
  const near = plot.far.frame.length === 0 || (wantNear && plot.near.frame.length > 0)
  setVisible(plot.near.frame, near)
  setVisible(plot.far.frame, !near)
  setVisible(plot.near.furnishing, near && !plot.ownModel)
  setVisible(plot.far.furnishing, !near && !plot.ownModel)
}

function setVisible(parts: readonly Part[], visible: boolean): void {
  for (const { batch, id } of parts) batch.setVisibleAt(id, visible)
}
