// The group as the host sees it: for each person with it, elsewhere, lagging or silent. Pure, from seats and poses.

import type { PersonId } from '../../shared/kit/id.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import type { GroupSums, PersonRow } from '../../shared/protocol/wire.ts'
import type { Seat, Seats } from './room-seats.ts'

/** Within this of the guide one is with the group, metres: an arc of many is wide. */
export const NEAR_M = 8
/** Age of the newest echo from which a line lags, and is silent, ms. In order it is up to about 3,500. */
export const LAGGING_MS = 4_500
export const SILENT_MS = 15_000

export interface GroupView {
  readonly seats: Seats
  readonly guide: PersonId | null
  /** Where the guide stands, or null when unknown or when people of this kind don't walk. */
  readonly guidePose: Pose | null
  readonly now: number
  readonly pose: (seat: Seat) => Pose | null
}

/** How one person stands to the group, by their best line. */
export function stateOf(person: PersonId, view: GroupView): PersonRow['state'] {
  const own = view.seats.of(person)
  const lag = Math.min(...own.map((seat) => seat.line.lagMs(view.now)))
  if (lag >= SILENT_MS) return 'silent'
  const follows = own.some((seat) => seat.mode !== 'free')
  if (follows && lag >= LAGGING_MS) return 'lagging'
  const poses = own.map(view.pose).filter((pose) => pose !== null)
  const { guidePose } = view
  if (!guidePose || poses.length === 0) return follows ? 'with' : 'free'
  if (poses.some((pose) => Math.hypot(pose.x - guidePose.x, pose.z - guidePose.z) <= NEAR_M)) return 'with'
  return follows ? 'elsewhere' : 'free'
}

/** Sums over everybody but the guide; who walks freely is elsewhere. */
export function groupSums(view: GroupView): GroupSums {
  const sums = { with: 0, elsewhere: 0, lagging: 0, silent: 0 }
  for (const person of view.seats.people()) {
    if (person === view.guide) continue
    const state = stateOf(person, view)
    sums[state === 'free' ? 'elsewhere' : state] += 1
  }
  return sums
}
