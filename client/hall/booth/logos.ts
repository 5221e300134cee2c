// The cities' logos on the lintels of their portals: one small atlas and one draw for all, nothing at all while no city has one.
// Read when one comes near, nearest first, one at a time; a logo that can't be read leaves its lintel as it is.

import { type BufferGeometry, type CanvasTexture, Group, Mesh, MeshBasicMaterial, type Vector3 } from 'three'
import { PLOTS, type Plot } from '../../../shared/hall/layout.ts'
import { LAYER_EYE } from '../layers.ts'
import { whenIdle } from '../load/wait.ts'
import { CELL, drawLogo, placeOnLintel } from './logo-drawing.ts'
import { canvasTexture, makeCanvas, NO_QUAD, placeQuad, type QuadPlace, type QuadUv, quads } from './quads.ts'

const COLUMNS = 4
/** The lintel stands in less light than the boards. */
const PLATE_LIGHT = '#efece6'
/** Nearer than this a logo is worth reading, metres. */
const NEAR = 28

interface Wanted {
  readonly file: string
  state: 'waiting' | 'reading' | 'shown' | 'failed'
}

interface Atlas {
  readonly canvas: HTMLCanvasElement
  readonly texture: CanvasTexture
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>
}

export class BoothLogos {
  readonly root = new Group()
  readonly #wanted = new Map<Plot, Wanted>()
  readonly #abort = new AbortController()
  #atlas: Atlas | null = null
  #reading = false

  /** The city's logo by its file's hash; null: none. */
  setLogo(plot: Plot, file: string | null): void {
    if (this.#wanted.get(plot)?.file === file) return
    if (file) this.#wanted.set(plot, { file, state: 'waiting' })
    else {
      this.#wanted.delete(plot)
      this.#place(plot, NO_QUAD)
    }
  }

  /** Once a frame: begins to read the nearest logo that is wanted; then `wake`. */
  update(eye: Vector3, wake: () => void): void {
    if (this.#reading || this.#wanted.size === 0) return
    const distance = (plot: Plot) => Math.hypot(plot.x - eye.x, plot.z - eye.z)
    let next: Plot | null = null
    for (const [plot, { state }] of this.#wanted) {
      if (state !== 'waiting' || distance(plot) > NEAR) continue
      if (!next || distance(plot) < distance(next)) next = plot
    }
    const wanted = next && this.#wanted.get(next)
    if (!next || !wanted) return
    this.#reading = true
    void this.#read(next, wanted).then(() => {
      this.#reading = false
      wake()
    })
  }

  dispose(): void {
    this.#abort.abort()
    this.#atlas?.mesh.geometry.dispose()
    this.#atlas?.mesh.material.dispose()
    this.#atlas?.texture.dispose()
  }

  async #read(plot: Plot, wanted: Wanted): Promise<void> {
    wanted.state = 'reading'
    try {
      const picture = await loadPicture(wanted.file, this.#abort.signal)
      await whenIdle()
      // Another one, or none, may be wanted by now.
      if (this.#wanted.get(plot) === wanted && !this.#abort.signal.aborted) this.#show(plot, picture)
      picture.close()
      wanted.state = 'shown'
    } catch {
      // A logo is an ornament: nobody is told.
      wanted.state = 'failed'
      this.#place(plot, NO_QUAD)
    }
  }

  #show(plot: Plot, picture: ImageBitmap): void {
    this.#atlas ??= this.#open()
    const { canvas, texture } = this.#atlas
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (!pen) return
    const cell = PLOTS.indexOf(plot)
    const [left, top] = [(cell % COLUMNS) * CELL.width, Math.floor(cell / COLUMNS) * CELL.height]
    const plate = drawLogo(pen, picture, left, top)
    texture.needsUpdate = true
    this.#place(plot, placeOnLintel(plot, plate.width / plate.height), [
      plate.left / canvas.width,
      plate.top / canvas.height,
      (plate.left + plate.width) / canvas.width,
      (plate.top + plate.height) / canvas.height,
    ])
  }

  /** Made when the first logo comes. */
  #open(): Atlas {
    const canvas = makeCanvas(COLUMNS * CELL.width, Math.ceil(PLOTS.length / COLUMNS) * CELL.height)
    const texture = canvasTexture(canvas)
    // The boards' program: nothing is compiled for it.
    const mesh = new Mesh(quads(PLOTS.length), new MeshBasicMaterial({ map: texture, color: PLATE_LIGHT, fog: false }))
    mesh.frustumCulled = false
    mesh.layers.set(LAYER_EYE)
    this.root.add(mesh)
    return { canvas, texture, mesh }
  }

  #place(plot: Plot, place: QuadPlace, uv: QuadUv = [0, 0, 0, 0]): void {
    if (this.#atlas) placeQuad(this.#atlas.mesh.geometry, PLOTS.indexOf(plot), place, uv)
  }
}

/** Decoded off the main thread. Throws when it can't be had. */
async function loadPicture(file: string, signal: AbortSignal): Promise<ImageBitmap> {
  const response = await fetch(`/files/${file}`, { signal })
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return createImageBitmap(await response.blob())
}
