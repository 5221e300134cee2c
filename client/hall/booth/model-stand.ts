// The models of one booth: the one that stands, and the one that comes after it. The former stands until the next is ready, so
// that the plot is never bare between two of them. Knows nothing of React; levels are model-slot.ts's.

import { Group } from 'three'
import type { BoothModel, BoothSummary } from '../../../shared/booth/booth.ts'
import { holdPlace } from '../../../shared/booth/place.ts'
import type { Plot } from '../../../shared/hall/layout.ts'
import type { Pose } from '../../../shared/pose/pose.ts'
import type { Chosen, ModelDetails, StandingModel } from './model-details.ts'
import { ModelSlot, type SlotPorts } from './model-slot.ts'

export type PlacedModel = NonNullable<BoothSummary['model']>

export interface StandPorts extends Pick<SlotPorts, 'load' | 'wake'> {
  /** A model stands (true) or the default furnishing (false). */
  onStands(stands: boolean): void
  /** A model that the city shows can't be shown here: the default furnishing stands. */
  onFailed(cause: unknown): void
}

interface Side {
  readonly key: string
  readonly group: Group
  readonly slot: ModelSlot
  readonly model: PlacedModel
}

export class ModelStand {
  readonly #plot: Plot
  readonly #parent: Group
  readonly #models: ModelDetails
  readonly #ports: StandPorts
  #now: Side | null = null
  #next: Side | null = null
  #counted: StandingModel | null = null

  constructor(plot: Plot, parent: Group, models: ModelDetails, ports: StandPorts) {
    this.#plot = plot
    this.#parent = parent
    this.#models = models
    this.#ports = ports
  }

  /** The model that the city shows now. The same one at another place is moved there at once. */
  show(model: PlacedModel): void {
    const key = keyOf(model)
    if (this.#next && this.#next.key !== key) {
      this.#drop(this.#next)
      this.#next = null
    }
    const known = this.#next ?? (this.#now?.key === key ? this.#now : null)
    if (known) {
      place(known.group, model)
      this.#ports.wake()
      return
    }
    if (!this.#counted) this.#counted = this.#models.add(this.#plot, model.hash, trianglesOf(model))
    else if (!this.#now) this.#models.replace(this.#counted, model.hash, trianglesOf(model))
    this.#next = this.#make(key, model)
  }

  /** Once a frame: the levels that the eye's place asks for. */
  frame(eye: Pose): void {
    const counted = this.#counted
    if (!counted) return
    this.#models.update(eye)
    this.#next?.slot.want(counted.detail)
    if (!this.#now) return
    const { slot } = this.#now
    slot.want(counted.detail)
    slot.reflect(counted.mirrored)
    slot.refresh()
    slot.trim()
    counted.shown = slot.detail
    counted.settled = !this.#next && slot.settled
  }

  /** Lets go of everything; the default furnishing stands again. */
  dispose(): void {
    this.#clear()
    this.#ports.onStands(false)
    this.#ports.wake()
  }

  #make(key: string, model: PlacedModel): Side {
    const group = new Group()
    place(group, model)
    const side: Side = {
      key,
      group,
      model,
      slot: new ModelSlot(group, model, {
        load: this.#ports.load,
        wake: this.#ports.wake,
        // Beside a former model nobody waits for the least: it comes at the level that is looked at.
        begins: this.#now && this.#counted ? this.#counted.detail : 'far',
        onShown: () => this.#arrive(side),
        onFailed: (cause) => this.#fail(cause),
      }),
    }
    return side
  }

  #arrive(side: Side): void {
    const former = this.#now
    this.#now = side
    this.#next = null
    this.#parent.add(side.group)
    this.#drop(former)
    if (this.#counted) {
      this.#models.replace(this.#counted, side.model.hash, trianglesOf(side.model))
      side.slot.reflect(this.#counted.mirrored)
      side.slot.refresh()
    }
    this.#ports.onStands(true)
  }

  /** What stood before goes too: the city no longer shows it. */
  #fail(cause: unknown): void {
    this.dispose()
    this.#ports.onFailed(cause)
  }

  #clear(): void {
    this.#drop(this.#next)
    this.#drop(this.#now)
    this.#next = this.#now = null
    if (this.#counted) this.#models.remove(this.#counted)
    this.#counted = null
  }

  #drop(side: Side | null): void {
    side?.slot.dispose()
    side?.group.removeFromParent()
  }
}

/** Another file of any level is another model. */
const keyOf = ({ hash, near, mid, far }: BoothModel): string => [hash, near.url, mid.url, far.url].join(' ')

function place(group: Group, { size, place: asked }: PlacedModel): void {
  const { x, z, yaw, scale } = holdPlace(size, asked).place
  group.position.set(x, 0, z)
  group.rotation.y = yaw
  group.scale.setScalar(scale)
}

const trianglesOf = ({ near, mid, far }: BoothModel): Chosen['triangles'] => ({
  near: near.triangles,
  mid: mid.triangles,
  far: far.triangles,
})
