// What the hall needs to know of a booth; the same data makes its page.

import type { Bilingual } from '../kit/bilingual.ts'

/** One level of an approved model, stored by content hash and served from /files. */
export interface ModelLevel {
  readonly url: string
  readonly bytes: number
  readonly triangles: number
}

export interface BoothModel {
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
  /** Rises with each change. */
  readonly revision: number
}
