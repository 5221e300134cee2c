// The plan of a session: cues in order. One cue moves followers, stage screen and clock together.

import type { Bilingual } from '../kit/bilingual.ts'
import type { CueId } from '../kit/id.ts'
import type { Pose } from '../pose/pose.ts'

export interface Cue {
  readonly id: CueId
  readonly title: Bilingual
  /** A stop in the hall: the booth (or spot) and where the guide stands; or the stage. */
  readonly where: { readonly kind: 'stop'; readonly spot: string; readonly pose: Pose } | { readonly kind: 'stage' }
  /** Planned minutes, 0.5 to 240. */
  readonly minutes: number
}

export type Rundown = readonly Cue[]
