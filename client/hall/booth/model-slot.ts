// One booth's uploaded model in up to three levels: loads what is wanted, shows the best that is there, lets go of the rest.
// Knows nothing of React; how a file is read and where the group hangs is given.

import type { Group, Object3D } from 'three'
import type { BoothModel, ModelLevel } from '../../../shared/booth/booth.ts'
import { LAYER_BOTH, LAYER_EYE, LAYER_MIRROR } from '../layers.ts'
import { disposeModel } from './dispose.ts'

export type Detail = 'far' | 'mid' | 'near'

const ORDER: readonly Detail[] = ['far', 'mid', 'near']

export interface SlotPorts {
  /** Reads a file until it can be drawn; aborted when the slot goes. `mirrored`: the floor may show it too. */
  load(url: string, signal: AbortSignal, mirrored: boolean): Promise<Object3D>
  /** The level that comes first; the far one follows it in any case. */
  readonly begins: Detail
  /** The first level stands: the default furnishing may go. */
  onShown(): void
  /** No level can be shown. */
  onFailed(cause: unknown): void
  /** Something new is to be drawn. */
  wake(): void
}

export class ModelSlot {
  readonly #group: Group
  readonly #model: BoothModel
  readonly #ports: SlotPorts
  readonly #loaded = new Map<string, Object3D>()
  readonly #asked = new Set<string>()
  readonly #failed = new Set<string>()
  readonly #abort = new AbortController()
  #wanted: Detail = 'far'
  #shown: Object3D | null = null
  /** What the floor mirrors: the far level, also while the eye sees another. */
  #mirrored: Object3D | null = null
  #reflects = false

  constructor(group: Group, model: BoothModel, ports: SlotPorts) {
    this.#group = group
    this.#model = model
    this.#ports = ports
    this.want(ports.begins)
  }

  /** The level wanted now. Called each frame: cheap when nothing changes. */
  want(detail: Detail): void {
    this.#wanted = detail
    this.#ask(detail)
  }

  /** Whether the floor mirrors the model; by its far level, which a blurred picture can't tell from the others. */
  reflect(on: boolean): void {
    this.#reflects = on
  }

  /** Drops the levels above the wanted: memory stays flat on a long walk. What is below it is at hand when one walks on. */
  trim(): void {
    const wanted = ORDER.indexOf(this.#wanted)
    for (const [url, root] of this.#loaded) {
      if (root === this.#shown || this.#rankOf(url) <= wanted) continue
      disposeModel(root)
      this.#loaded.delete(url)
      this.#asked.delete(url)
    }
  }

  /** The level that is drawn now, or null. Of levels that are one file, the one wanted counts. */
  get detail(): Detail | null {
    if (!this.#shown) return null
    if (this.#loaded.get(this.#levelOf(this.#wanted).url) === this.#shown) return this.#wanted
    return ORDER.find((detail) => this.#loaded.get(this.#levelOf(detail).url) === this.#shown) ?? null
  }

  /** Nothing that was asked for is still on its way. */
  get settled(): boolean {
    return this.#loaded.size + this.#failed.size >= this.#asked.size
  }

  /** Lets go of everything; what is still loading is thrown away when it comes. */
  dispose(): void {
    this.#abort.abort()
    for (const root of this.#loaded.values()) disposeModel(root)
    this.#loaded.clear()
    this.#shown = this.#mirrored = null
  }

  #ask(detail: Detail): void {
    const level = this.#levelOf(detail)
    if (!this.#asked.has(level.url)) void this.#load(level)
  }

  #levelOf(detail: Detail): ModelLevel {
    return this.#model[detail]
  }

  async #load(level: ModelLevel): Promise<void> {
    this.#asked.add(level.url)
    try {
      const mirrored = level.url === this.#levelOf('far').url
      const root = await this.#ports.load(level.url, this.#abort.signal, mirrored)
      if (this.#abort.signal.aborted) disposeModel(root)
      else this.#take(level, root)
    } catch (cause) {
      if (this.#abort.signal.aborted) return
      this.#failed.add(level.url)
      if (ORDER.every((detail) => this.#failed.has(this.#levelOf(detail).url))) this.#ports.onFailed(cause)
      else this.#fallBack()
    }
  }

  /** One level can't be had: ask for the next one. */
  #fallBack(): void {
    for (const detail of ORDER) {
      const level = this.#levelOf(detail)
      if (this.#loaded.has(level.url)) return
      if (!this.#asked.has(level.url)) {
        void this.#load(level)
        return
      }
    }
  }

  #take(level: ModelLevel, root: Object3D): void {
    const first = this.#loaded.size === 0
    this.#loaded.set(level.url, root)
    this.#showBest()
    if (first) {
      this.#ports.onShown()
      this.#ask('far')
    }
    this.#ports.wake()
  }

  #showBest(): void {
    const best = this.#best()
    if (!best) return
    const mirrored = this.#reflects ? (this.#at(0) ?? null) : null
    if (best === this.#shown && mirrored === this.#mirrored) return
    for (const root of [this.#shown, this.#mirrored]) if (root !== best && root !== mirrored) root?.removeFromParent()
    for (const root of [best, mirrored]) if (root && root.parent !== this.#group) this.#group.add(root)
    if (mirrored) setLayer(mirrored, LAYER_MIRROR)
    setLayer(best, best === mirrored ? LAYER_BOTH : LAYER_EYE)
    this.#shown = best
    this.#mirrored = mirrored
  }

  /** The wanted level; while it is not there the best below it, so that walking nearer never shows less; else any. */
  #best(): Object3D | undefined {
    const wanted = ORDER.indexOf(this.#wanted)
    for (let i = wanted; i >= 0; i--) {
      const root = this.#at(i)
      if (root) return root
    }
    for (let i = wanted + 1; i < ORDER.length; i++) {
      const root = this.#at(i)
      if (root) return root
    }
    return undefined
  }

  /** The lowest level that is this file: a small model's levels may be one. */
  #rankOf(url: string): number {
    return ORDER.findIndex((detail) => this.#levelOf(detail).url === url)
  }

  #at(index: number): Object3D | undefined {
    return this.#loaded.get(this.#levelOf(ORDER[index] ?? 'far').url)
  }

  /** After `want`: shows the wanted level if it is there. */
  refresh(): void {
    this.#showBest()
  }
}

function setLayer(root: Object3D, layer: number): void {
  root.traverse((node) => node.layers.set(layer))
}
