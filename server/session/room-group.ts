// The group as the host sees it: for each person with it, elsewhere, lagging or silent. Pure, from seats and poses.

import type { PersonId } from '../../shared/kit/id.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import type { GroupSums, PersonRow } from '../../shared/protocol/wire.ts'
import { LAGGING_MS } from '../broadcast/line.ts'
import type { Seat, Seats } from './room-seats.ts'

/** Within this of the guide one is with the group, metres: an arc of many is wide. */
export const NEAR_M = 8
/** Age of the newest echo from which a line is silent, ms. */
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
  if (own.every((seat) => seat.line.silentMs(view.now) >= SILENT_MS)) return 'silent'
  const follows = own.some((seat) => seat.mode !== 'free')
  if (follows && own.every((seat) => seat.line.lagMs(view.now) > LAGGING_MS)) return 'lagging'
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
