// All static geometry in one batched mesh: one draw call, culled part by part, near or far level per plot.
// Knows parts by the names their files give them (`frame:heze`, `far-furnishing:heze`, `shell:3`).

import { BatchedMesh, type Material, type Mesh, Vector3 } from 'three'
import { PLOTS } from '../../../shared/hall/layout.ts'

interface PlotParts {
  readonly x: number
  readonly z: number
  readonly near: { frame: number[]; furnishing: number[] }
  readonly far: { frame: number[]; furnishing: number[] }
  ownModel: boolean
  showNear: boolean
}

/** Metres a plot must be beyond the border before it changes its level back: no flicker on the border. */
const SLACK = 1.5

export class HallBatch {
  readonly mesh: BatchedMesh
  readonly #plots = new Map<string, PlotParts>()
  readonly #eyeOnly: number[] = []
  readonly #mirrorOnly: number[] = []

  constructor(meshes: readonly { name: string; mesh: Mesh }[], material: Material) {
    let vertices = 0
    let indices = 0
    for (const { mesh } of meshes) {
      vertices += mesh.geometry.getAttribute('position').count
      indices += mesh.geometry.getIndex()?.count ?? 0
    }
    this.mesh = new BatchedMesh(Math.max(1, meshes.length), vertices, indices, material)
    this.mesh.frustumCulled = false
    this.mesh.name = 'static'
    for (const plot of PLOTS) {
      this.#plots.set(plot.id, {
        x: plot.x,
        z: plot.z,
        near: { frame: [], furnishing: [] },
        far: { frame: [], furnishing: [] },
        ownModel: false,
        showNear: false,
      })
    }
  }

  /** Copies one part in and lets go of its own buffers. */
  add(name: string, mesh: Mesh): void {
    const geometry = this.mesh.addGeometry(mesh.geometry)
    const instance = this.mesh.addInstance(geometry)
    this.mesh.setMatrixAt(instance, mesh.matrixWorld)
    mesh.geometry.dispose()
    const [kind = '', owner = ''] = name.split(':')
    const plot = this.#plots.get(owner)
    if (!plot) {
      if (kind === 'shell-far') this.#mirrorOnly.push(instance)
      else if (kind === 'shell-eye') this.#eyeOnly.push(instance)
      return
    }
    const level = kind.startsWith('far-') ? plot.far : plot.near
    if (kind.endsWith('furnishing')) level.furnishing.push(instance)
    else level.frame.push(instance)
  }

  /** The city's own model stands on the plot (or no longer does). */
  setOwnModel(plotId: string, own: boolean): void {
    const plot = this.#plots.get(plotId)
    if (plot) plot.ownModel = own
  }

  /** Before the eye's pass: near geometry within `nearDistance` metres of the eye, far beyond. */
  forEye(eye: Vector3, nearDistance: number): void {
    for (const plot of this.#plots.values()) {
      const distance = Math.hypot(plot.x - eye.x, plot.z - eye.z)
      plot.showNear = distance < nearDistance + (plot.showNear ? SLACK : 0)
      this.#show(plot, plot.showNear)
    }
    for (const part of this.#eyeOnly) this.mesh.setVisibleAt(part, true)
    for (const part of this.#mirrorOnly) this.mesh.setVisibleAt(part, false)
  }

  /** Before the mirror's pass: far geometry only. */
  forMirror(): void {
    for (const plot of this.#plots.values()) this.#show(plot, plot.far.frame.length === 0)
    for (const part of this.#eyeOnly) this.mesh.setVisibleAt(part, false)
    for (const part of this.#mirrorOnly) this.mesh.setVisibleAt(part, true)
  }

  dispose(): void {
    this.mesh.dispose()
  }

  #show(plot: PlotParts, near: boolean): void {
    const far = !near && plot.far.frame.length > 0
    for (const part of plot.near.frame) this.mesh.setVisibleAt(part, !far)
    for (const part of plot.far.frame) this.mesh.setVisibleAt(part, far)
    for (const part of plot.near.furnishing) this.mesh.setVisibleAt(part, !far && !plot.ownModel)
    for (const part of plot.far.furnishing) this.mesh.setVisibleAt(part, far && !plot.ownModel)
  }
}
