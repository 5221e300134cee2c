// What the page that takes pictures is asked and answers, and where one stands to look: per level, as near as the hall shows it.

import { type Chosen, chooseDetails } from '../../../client/hall/booth/model-details.ts'
import type { Detail } from '../../../client/hall/booth/model-slot.ts'
import { FIELD_OF_VIEW } from '../../../client/hall/input/lens.ts'
import { APPROACH_SPOT, MODEL_PLACE } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, HALL, PLOTS } from '../../../shared/hall/layout.ts'
import type { Difference } from './difference.ts'

type Triple = readonly [x: number, y: number, z: number]

/** A look at a model that stands on the origin, metres. */
export interface View {
  readonly eye: Triple
  readonly at: Triple
  /** Vertical field of view, degrees. */
  readonly fov: number
  /** The two pictures are wanted, not only how they differ. */
  readonly keep: boolean
}

/** What the page can do; kept as `window.__looker`. */
export interface Looker {
  begin(setting: { readonly exposure: number }): Promise<void>
  /** The model that the next ones are compared with. `intensity`: of the hall's light, as the booth sets it. */
  original(url: string, intensity: number): Promise<void>
  /** `matrix`: brings the model to where the original stands, column by column; null: it stands there. */
  compare(
    url: string,
    matrix: readonly number[] | null,
    intensity: number,
    views: readonly View[],
  ): Promise<{ readonly differences: readonly Difference[]; readonly pictures: readonly string[] }>
}

declare global {
  interface Window {
    __looker?: Looker
  }
}

/** Left, straight and right, radians from the booth's front. Nobody sees its back. */
const TURNS = [-0.7, 0, 0.7] as const

/** Looks at a model of a height, from a distance. */
export function viewsFrom(distance: number, height: number, keep = false): readonly View[] {
  return TURNS.map((turn) => ({
    eye: [Math.sin(turn) * distance, HALL.eyeHeight - MODEL_PLACE.y, Math.cos(turn) * distance],
    at: [0, height / 2, 0],
    fov: FIELD_OF_VIEW,
    keep,
  }))
}

/**
 * How near each level is seen at the nearest, metres: of all places where one stands to see a booth, with a model on every plot, the
 * shortest way to a model that the hall shows in that level.
 */
export function nearestLooks(): Readonly<Record<Detail, number>> {
  const nearest = { near: Infinity, mid: Infinity, far: Infinity }
  const triangles = { near: 10_000, mid: 5_000, far: 1_000 }
  for (const plot of PLOTS) {
    const stand = fromPlot(plot, APPROACH_SPOT.x, APPROACH_SPOT.z)
    const models: Chosen[] = PLOTS.map((each) => ({ plot: each, triangles, detail: 'far', mirrored: false }))
    chooseDetails(models, { x: stand.x, y: 0, z: stand.z, yaw: plot.yaw, pitch: 0 })
    for (const { plot: other, detail } of models) {
      const place = fromPlot(other, MODEL_PLACE.x, MODEL_PLACE.z)
      nearest[detail] = Math.min(nearest[detail], Math.hypot(place.x - stand.x, place.z - stand.z))
    }
  }
  return nearest
}
