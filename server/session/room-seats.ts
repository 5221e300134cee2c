// Who sits in a session's room now: one seat a line, several lines a person. Live memory; the log gets one entry a stay.

import type { PersonId } from '../../shared/kit/id.ts'
import type { FollowMode } from '../../shared/protocol/wire.ts'
import type { Place } from '../../shared/session/kinds.ts'
import type { Entry, Role } from '../../shared/session/roles.ts'
import type { Line } from '../broadcast/line.ts'

/** A line of somebody in the room. */
export interface Seat {
  readonly line: Line
  readonly person: PersonId
  readonly entry: Entry
  readonly place: Place
  name: string | null
  role: Role
  mode: FollowMode
  /** In its circles: from just after the answer to its joining on. */
  active: boolean
}

export interface Seats {
  readonly size: number
  get(line: Line): Seat | undefined
  add(seat: Seat): void
  remove(line: Line): Seat | undefined
  all(): Iterable<Seat>
  of(person: PersonId): readonly Seat[]
  /** People by first coming, without machines. */
  people(): readonly PersonId[]
}

export function createSeats(): Seats {
  const byLine = new Map<Line, Seat>()
  const byPerson = new Map<PersonId, Set<Seat>>()
  return {
    get size() {
      return byLine.size
    },
    get: (line) => byLine.get(line),
    add: (seat) => {
      byLine.set(seat.line, seat)
      const own = byPerson.get(seat.person) ?? new Set()
      byPerson.set(seat.person, own.add(seat))
    },
    remove: (line) => {
      const seat = byLine.get(line)
      if (!seat) return undefined
      byLine.delete(line)
      const own = byPerson.get(seat.person)
      own?.delete(seat)
      if (own?.size === 0) byPerson.delete(seat.person)
      return seat
    },
    all: () => byLine.values(),
    of: (person) => [...(byPerson.get(person) ?? [])],
    people: () => [...byPerson].flatMap(([person, seats]) => ([...seats].every((s) => s.entry.screen) ? [] : [person])),
  }
}
