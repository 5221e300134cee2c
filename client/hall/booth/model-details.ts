// Which level each city's own model is drawn at: nearest first, as far as the frame's triangles go round beside the hall itself.
// Pure but for what it remembers; what is done with the answer is BoothModel's.

import type { Plot } from '../../../shared/hall/layout.ts'
import type { Pose } from '../../../shared/pose/pose.ts'
import type { Detail } from './model-slot.ts'

/** A city's own model on its plot, as it is chosen for. `detail` and `mirrored` are written by chooseDetails. */
export interface Chosen {
  readonly plot: Plot
  triangles: Readonly<Record<Detail, number>>
  detail: Detail
  /** Its far level is seen in the floor. */
  mirrored: boolean
}

/** The same as it stands in the hall. */
export interface StandingModel extends Chosen {
  hash: string
  /** What is drawn of it now; null: nothing yet. */
  shown: Detail | null
  /** Nothing more of it is on its way. */
  settled: boolean
}

/** Triangles a frame may hold, mirror included (design: frame budget). */
const FRAME = 350_000
/**
 * Of the hall itself in its worst view, mirror and 40 people included: with a model on every plot, and more for each plot that
 * still has its default furnishing. Measured by the hall bench.
 */
const HALL_ITSELF = 195_000
const DEFAULT_BOOTH = 3_600
const PLACES = 24

/** How many of the nearest get a level at most, and how near a booth must be for it, metres. */
const BY_NEARNESS = [
  { detail: 'near', ranks: 1, distance: 18 },
  { detail: 'mid', ranks: 3, distance: 34 },
] as const
/** The nearest so many are seen in the floor. */
const MIRRORED = 6
/** Nearer than this a booth counts as in view whatever the gaze, metres; farther, within this of the gaze, cosine. */
const ALWAYS_SEEN = 10
const SEEN = Math.cos((80 * Math.PI) / 180)

/** The eye must move or turn so far before the choice is made again: no flicker on a border. Metres, radians. */
const MOVED = 0.5
const TURNED = 0.15

/** Triangles left for models where so many stand. */
export const roomForModels = (standing: number): number => FRAME - HALL_ITSELF - (PLACES - standing) * DEFAULT_BOOTH

/** The models that stand now, and what was chosen for them; chosen again only when the eye has moved or one came or went. */
export class ModelDetails {
  readonly #models: StandingModel[] = []
  #x = Number.NaN
  #z = 0
  #yaw = 0
  readonly #room: typeof roomForModels

  /** @param room triangles left for models where so many stand */
  constructor(room = roomForModels) {
    this.#room = room
  }

  add(plot: Plot, hash: string, triangles: StandingModel['triangles']): StandingModel {
    const model: StandingModel = { plot, hash, triangles, detail: 'far', shown: null, settled: false, mirrored: false }
    this.#models.push(model)
    this.#x = Number.NaN
    return model
  }

  /** Another model stands in its place now. */
  replace(model: StandingModel, hash: string, triangles: StandingModel['triangles']): void {
    model.hash = hash
    model.triangles = triangles
    this.#x = Number.NaN
  }

  remove(model: StandingModel): void {
    const at = this.#models.indexOf(model)
    if (at >= 0) this.#models.splice(at, 1)
    this.#x = Number.NaN
  }

  /** Which models are drawn, and how, by their plots. */
  shown(): Readonly<Record<string, { hash: string; detail: string; settled: boolean }>> {
    const drawn = this.#models.flatMap(({ plot, hash, shown, detail, settled }) =>
      shown ? [[plot.id, { hash, detail: shown, settled: settled && shown === detail }] as const] : [],
    )
    return Object.fromEntries(drawn)
  }

  /** Called each frame, by each model: cheap when nothing changes. */
  update(eye: Pose): void {
    const moved = Math.hypot(eye.x - this.#x, eye.z - this.#z)
    if (moved < MOVED && Math.abs(eye.yaw - this.#yaw) < TURNED) return
    this.#x = eye.x
    this.#z = eye.z
    this.#yaw = eye.yaw
    chooseDetails(this.#models, eye, this.#room)
  }
}

/** Sorts the models by distance from the eye and writes their levels. What is out of view costs nothing. */
export function chooseDetails(models: Chosen[], eye: Pose, room = roomForModels): void {
  const distance = ({ plot }: Chosen) => Math.hypot(plot.x - eye.x, plot.z - eye.z)
  const seen = (model: Chosen) => isSeen(model.plot, eye, distance(model))
  models.sort((a, b) => distance(a) - distance(b))
  let left = room(models.length)
  for (const model of models) if (seen(model)) left -= model.triangles.far
  models.forEach((model, rank) => {
    const afford = (triangles: number) => {
      if (!seen(model)) return true
      if (triangles > left) return false
      left -= triangles
      return true
    }
    const level = BY_NEARNESS.find(
      ({ detail, ranks, distance: reach }) =>
        rank < ranks && distance(model) < reach && afford(model.triangles[detail] - model.triangles.far),
    )
    model.detail = level?.detail ?? 'far'
  })
  models.forEach((model, rank) => {
    model.mirrored = rank < MIRRORED && model.triangles.far <= left
    if (model.mirrored && seen(model)) left -= model.triangles.far
  })
}

function isSeen({ x, z }: Plot, eye: Pose, distance: number): boolean {
  const ahead = -(x - eye.x) * Math.sin(eye.yaw) - (z - eye.z) * Math.cos(eye.yaw)
  return distance < ALWAYS_SEEN || ahead > distance * SEEN
}
