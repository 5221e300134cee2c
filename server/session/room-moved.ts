// What follows in the room from events that were just committed: words and sums, who hears what, who leads, who stays.

import type { PersonId } from '../../shared/kit/id.ts'
import type { LoggedEvent } from '../../shared/session/events.ts'
import { roleOf } from '../../shared/session/roles.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Word } from './beside-store.ts'
import { type RoomDeps, type RoomMemory, snapshotFor } from './room-memory.ts'
import type { Seat } from './room-seats.ts'
import type { Stays } from './room-stays.ts'
import type { Head } from './session-writer.ts'

/** Called when the state has moved from `before` to `head` by these events. */
export function moved(
  memory: RoomMemory,
  deps: RoomDeps,
  stays: Stays,
  head: Head,
  before: Head,
  events: readonly LoggedEvent[],
  words: readonly Word[],
): void {
  for (const { id, text } of words) memory.words.set(id, text)
  for (const { event } of events) memory.tally.add(event)
  const changed = reseat(memory, head.state)
  memory.circles.events(events, memory.words)
  for (const seat of changed) {
    memory.circles.enter(seat)
    seat.line.tell('session:snapshot', { session: memory.id, snapshot: snapshotFor(memory, deps, head, seat) })
  }
  if (head.state.lead.epoch !== before.state.lead.epoch) newLead(memory, deps, head.state.lead.guide)
  if (head.state.phase !== before.state.phase) newPhase(memory, deps, stays, head.state)
}

/** Gives seats the roles they have now. Who has a new one leaves the circles and gets everything anew. */
function reseat({ seats, circles }: RoomMemory, state: SessionState): readonly Seat[] {
  const changed: Seat[] = []
  for (const seat of seats.all()) {
    const role = roleOf(state, seat.person, seat.entry)
    if (role === seat.role) continue
    seat.role = role
    if (!seat.active) continue
    circles.leave(seat)
    changed.push(seat)
  }
  return changed
}

/** Another epoch: poses of the one before are void. Who leads follows nobody, and followers get their view at once. */
function newLead({ id, seats }: RoomMemory, { broadcast }: RoomDeps, guide: PersonId | null): void {
  const { crowd } = broadcast
  const lead = crowd.lead(id)
  lead.clear()
  if (!guide) return
  for (const seat of seats.of(guide)) {
    if (seat.mode !== 'free') crowd.follow(seat.line, null)
    seat.mode = 'free'
    const pose = crowd.pose(seat.line)
    if (pose) lead.take(pose, 0, crowd.handle(seat.line))
  }
}

function newPhase(memory: RoomMemory, deps: RoomDeps, stays: Stays, state: SessionState): void {
  deps.onPhase(state)
  if (state.phase === 'live') for (const person of memory.seats.people()) stays.begin(person)
  if (state.phase !== 'ended') return
  for (const person of [...memory.stays.keys()]) stays.end(person)
  for (const seat of memory.seats.all()) seat.mode = 'free'
  deps.broadcast.crowd.dropLead(memory.id)
}
