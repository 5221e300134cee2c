// Telling a room: which seat is in which circle, and events to each circle in the order of the log, encoded once a circle.

import type { PersonId, SessionId } from '../../shared/kit/id.ts'
import type { GroupSums, SessionSums, Words } from '../../shared/protocol/wire.ts'
import { toldTo } from '../../shared/session/audiences.ts'
import { wordIds } from '../../shared/session/event-words.ts'
import type { Audience, LoggedEvent, ToldEvent } from '../../shared/session/events.ts'
import { isStaff } from '../../shared/session/roles.ts'
import type { Circle } from '../broadcast/circle.ts'
import type { Seat, Seats } from './room-seats.ts'

export interface RoomCircles {
  /** Puts a seat into the circles of its role. */
  enter(seat: Seat): void
  leave(seat: Seat): void
  /** Tells events that were just written. */
  events(events: readonly LoggedEvent[], words: ReadonlyMap<string, string>): void
  /** Sums as everybody may see them, and as staff and stage may. */
  sums(open: SessionSums, inside: SessionSums): void
  group(group: GroupSums): void
  gone(ids: readonly string[]): void
  /** Tells words without events; `open`: to all, else to staff alone. */
  words(words: Words, open: boolean): void
}

export function createRoomCircles(session: SessionId, seats: Seats, make: () => Circle): RoomCircles {
  const [all, staff, inside, others] = [make(), make(), make(), make()]
  const every = [all, staff, inside, others]
  const tellOwn = (person: PersonId, events: readonly ToldEvent[], words: Words) => {
    for (const seat of seats.of(person)) {
      if (seat.active && !isStaff(seat.role)) seat.line.tell('session:events', { session, events, words })
    }
  }
  return {
    enter: ({ line, role }) => {
      all.add(line)
      if (isStaff(role)) staff.add(line)
      if (isStaff(role) || role === 'stage-screen') inside.add(line)
      else others.add(line)
    },
    leave: ({ line }) => {
      for (const circle of every) circle.delete(line)
    },
    events: (events, words) => {
      for (const run of runs(events)) {
        const beside = wordsOf(run.events, words)
        if (run.audience === 'all') all.tell('session:events', { session, events: told(run, false), words: beside })
        else staff.tell('session:events', { session, events: told(run, true), words: beside })
        if (typeof run.audience === 'object') tellOwn(run.audience.person, told(run, false), beside)
      }
    },
    sums: (open, within) => {
      others.tell('session:sums', { session, sums: open })
      inside.tell('session:sums', { session, sums: within })
    },
    group: (group) => staff.tell('session:group', { session, group }),
    gone: (ids) => all.tell('words:gone', { ids }),
    words: (words, open) => (open ? all : staff).tell('session:events', { session, events: [], words }),
  }
}

interface Run {
  readonly audience: Audience
  readonly events: LoggedEvent[]
}

/** Neighbours of one audience together: nobody hears a later event before an earlier one. */
function runs(events: readonly LoggedEvent[]): readonly Run[] {
  const found: Run[] = []
  for (const one of events) {
    if (one.audience === 'server') continue
    const last = found.at(-1)
    if (last && alike(last.audience, one.audience)) last.events.push(one)
    else found.push({ audience: one.audience, events: [one] })
  }
  return found
}

const alike = (a: Audience, b: Audience): boolean =>
  typeof a === 'object' && typeof b === 'object' ? a.person === b.person : a === b

/** A run as its circle hears it. Whom it is told to is settled: anybody of that circle stands for all. */
function told({ audience, events }: Run, staff: boolean): readonly ToldEvent[] {
  const person = typeof audience === 'object' ? audience.person : ('' as PersonId)
  return events.map((one) => toldTo(one, { person, staff })).filter((one) => one !== null)
}

/** Words beside events, of those that have any. */
function wordsOf(events: readonly LoggedEvent[], words: ReadonlyMap<string, string>): Words {
  return pickWords(
    events.flatMap(({ event }) => wordIds(event)),
    words,
  )
}

export const pickWords = (ids: readonly string[], words: ReadonlyMap<string, string>): Words =>
  Object.fromEntries(ids.flatMap((id) => (words.has(id) ? [[id, words.get(id) ?? '']] : [])))
