// What a room holds in memory beside the writer's head, and what it is made with. No behaviour but snapshots.

import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId, Random, SessionId } from '../../shared/kit/id.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import type { SessionSnapshot } from '../../shared/protocol/wire.ts'
import { KIND_RULES } from '../../shared/session/kinds.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Broadcast } from '../broadcast/broadcast.ts'
import type { Log } from '../log.ts'
import type { Db } from '../storage/database.ts'
import type { BesideStore, Stay } from './beside-store.ts'
import type { RoomCircles } from './room-circles.ts'
import type { GroupView } from './room-group.ts'
import type { Seat, Seats } from './room-seats.ts'
import type { Snapshots } from './room-snapshot.ts'
import type { Reactions, SumsKeeper } from './room-sums.ts'
import type { Tally } from './room-tally.ts'
import type { SessionStore } from './session-store.ts'
import type { Head } from './session-writer.ts'
import type { Timers } from './timers.ts'

export interface RoomDeps {
  readonly db: Db
  readonly store: SessionStore
  readonly beside: BesideStore
  readonly broadcast: Pick<Broadcast, 'circle' | 'crowd'>
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  readonly log: Log
  /** The session's phase changed: lists of sessions follow. */
  readonly onPhase: (state: SessionState) => void
}

export interface RoomMemory {
  readonly id: SessionId
  /** Join code of the room, for staff and stage. */
  readonly code: string | null
  readonly seats: Seats
  readonly circles: RoomCircles
  readonly tally: Tally
  readonly sums: SumsKeeper
  readonly words: Map<string, string>
  readonly snapshots: Snapshots
  readonly reactions: Reactions
  /** Who is staying, by person. */
  readonly stays: Map<PersonId, Stay>
}

/** Everything that a seat may see, now. */
export function snapshotFor(memory: RoomMemory, deps: RoomDeps, head: Head, seat: Seat): SessionSnapshot {
  const parts = {
    head,
    sums: memory.sums.last(head.state, deps.clock()),
    words: memory.words,
    code: memory.code,
    now: deps.clock(),
  }
  return memory.snapshots.make(seat, parts, memory.tally.own(seat.person))
}

/** Figure of who leads: the one that moves the lead, else that of their newest line; null without any. */
export function guideHandle(seats: Seats, { id, lead, phase }: SessionState, { broadcast }: RoomDeps): number | null {
  // Nobody leads an ended session, and asking for its lead would make one for ever.
  if (!lead.guide || phase === 'ended') return null
  const { crowd } = broadcast
  const handles = seats.of(lead.guide).map(({ line }) => crowd.handle(line))
  const leading = crowd.lead(id).handle
  return handles.includes(leading) && leading > 0 ? leading : (handles.findLast((handle) => handle > 0) ?? null)
}

/** The guide's last pose under the present epoch, or null. */
export const guidePoseOf = ({ id }: RoomMemory, { broadcast }: RoomDeps): Pose | null => {
  const { pose } = broadcast.crowd.lead(id)
  return pose && { x: pose.x, y: pose.y, z: pose.z, yaw: pose.yaw, pitch: pose.pitch }
}

/** The group as it stands, for sums and pages. */
export function groupView(memory: RoomMemory, deps: RoomDeps, state: SessionState): GroupView {
  return {
    seats: memory.seats,
    guide: state.lead.guide,
    guidePose: KIND_RULES[state.kind].moves ? guidePoseOf(memory, deps) : null,
    now: deps.clock(),
    pose: ({ line }) => deps.broadcast.crowd.pose(line),
  }
}
