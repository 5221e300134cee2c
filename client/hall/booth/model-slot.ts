// One booth's uploaded model in up to three levels: loads what is wanted, shows the best that is there, lets go of the rest.
// Knows nothing of React; how a file is read and where the group hangs is given.

import type { Group, Object3D } from 'three'
import type { BoothModel, ModelLevel } from '../../../shared/booth/booth.ts'
import { disposeModel } from './dispose.ts'

export type Detail = 'far' | 'mid' | 'near'

const ORDER: readonly Detail[] = ['far', 'mid', 'near']

export interface SlotPorts {
  /** Reads a file; aborted when the slot goes. */
  load(url: string, signal: AbortSignal): Promise<Object3D>
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

  constructor(group: Group, model: BoothModel, ports: SlotPorts) {
    this.#group = group
    this.#model = model
    this.#ports = ports
    this.want('far')
  }

  /** The level wanted now. Called each frame: cheap when nothing changes. */
  want(detail: Detail): void {
    this.#wanted = detail
    const level = this.#levelOf(detail)
    if (!this.#asked.has(level.url)) void this.#load(level)
  }

  /** Drops all levels but the far one and the wanted: memory stays flat on a long walk. */
  trim(): void {
    const keep = new Set([this.#levelOf('far').url, this.#levelOf(this.#wanted).url])
    for (const [url, root] of this.#loaded) {
      if (keep.has(url) || root === this.#shown) continue
      disposeModel(root)
      this.#loaded.delete(url)
      this.#asked.delete(url)
    }
  }

  /** Lets go of everything; what is still loading is thrown away when it comes. */
  dispose(): void {
    this.#abort.abort()
    for (const root of this.#loaded.values()) disposeModel(root)
    this.#loaded.clear()
    this.#shown = null
  }

  #levelOf(detail: Detail): ModelLevel {
    return this.#model[detail]
  }

  async #load(level: ModelLevel): Promise<void> {
    this.#asked.add(level.url)
    try {
      const root = await this.#ports.load(level.url, this.#abort.signal)
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
    if (first) this.#ports.onShown()
    this.#ports.wake()
  }

  #showBest(): void {
    const best = this.#loaded.get(this.#levelOf(this.#wanted).url) ?? this.#anyLoaded()
    if (!best || best === this.#shown) return
    this.#shown?.removeFromParent()
    this.#group.add(best)
    this.#shown = best
  }

  #anyLoaded(): Object3D | undefined {
    for (const detail of ORDER) {
      const root = this.#loaded.get(this.#levelOf(detail).url)
      if (root) return root
    }
    return undefined
  }

  /** After `want`: shows the wanted level if it is there. */
  refresh(): void {
    this.#showBest()
  }
}
