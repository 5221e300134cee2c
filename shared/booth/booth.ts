// What the hall needs to know of a booth; the same data makes its page.

import type { Bilingual } from '../kit/bilingual.ts'
import type { ModelStills } from '../model/stills.ts'
import type { BoothBoard } from './board.ts'
import type { BoothContent } from './content.ts'
import type { SpotMark } from './spots.ts'

/** One level of an approved model, stored by content hash and served from /files. */
export interface ModelLevel {
  readonly url: string
  readonly bytes: number
  readonly triangles: number
}

/** Its pictures come a while after the model. */
export interface BoothModel extends Partial<ModelStills> {
  /** Changes with each new model. */
  readonly hash: string
  readonly near: ModelLevel
  readonly mid: ModelLevel
  readonly far: ModelLevel
  /** Metres; the model is already upright, in metres, centred on the platform. */
  readonly size: { readonly x: number; readonly y: number; readonly z: number }
}

/** Where a city put its model: from the middle of its place, metres; about y, radians; times its size. */
export interface ModelPlace {
  readonly x: number
  readonly z: number
  readonly yaw: number
  readonly scale: number
}

export interface BoothSummary {
  /** City id, or `guest`. */
  readonly id: string
  readonly name: Bilingual
  readonly summary: Bilingual
  /** The city has not yet written its own summary. */
  readonly summaryIsSample: boolean
  readonly model: (BoothModel & { readonly place: ModelPlace }) | null
  /** What the city itself shows, in short; null: nothing of its own. All of it is a `BoothShown`. */
  readonly own: BoothOwn | null
  /** Rises with each change. */
  readonly revision: number
}

/** The little of a city's own content that everybody in the hall gets at once. */
export interface BoothOwn {
  readonly opening: Bilingual
  /** Of the portal; null: the plot's own. */
  readonly colour: string | null
  /** Hangs on the portal; the file by its hash, and what it shows for who does not see it. */
  readonly logo: { readonly file: string; readonly alt: Bilingual } | null
  readonly board: BoothBoard | null
  /** In the order of the city. */
  readonly spots: readonly SpotMark[]
}

/** All that a city shows at its booth, for its page and its card; the model comes with the summary. */
export interface BoothShown {
  readonly id: string
  readonly revision: number
  /** Null: the city shows nothing of its own. */
  readonly content: Omit<BoothContent, 'model'> | null
}
