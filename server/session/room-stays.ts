// Attendance: one entry a stay, from the first line of a person to the last. The row is opened at once, so that a stay during
// which the server fell is not lost; the log gets its entry when it ends.

import { makeId, type PersonId } from '../../shared/kit/id.ts'
import type { SystemCommand } from '../../shared/session/commands.ts'
import type { Stay } from './beside-store.ts'
import type { RoomDeps, RoomMemory } from './room-memory.ts'
import type { Job } from './session-writer.ts'

export interface Stays {
  begin(person: PersonId): void
  end(person: PersonId): void
  /** A stay that was open when the server fell ends with the last event that was stored. */
  endOld(stay: Stay, at: number): void
}

/** @param report hands a system command, with what else is written, to the writer */
export function createStays(
  { id, seats, stays }: RoomMemory,
  { beside, clock, random, log }: RoomDeps,
  report: (command: SystemCommand, stay?: Job['stay']) => void,
): Stays {
  const close = (stay: Stay, at: number) => {
    const to = Math.max(stay.from, at)
    const { person, place, from } = stay
    report({ type: 'stay', person, place, from, to }, { id: stay.id, to })
  }
  return {
    begin: (person) => {
      const seat = seats.of(person)[0]
      if (!seat || stays.has(person)) return
      const stay = { id: makeId<string>(random), person, place: seat.place, from: clock() }
      stays.set(person, stay)
      beside.openStay(id, stay).catch((err: unknown) => log.error({ err, session: id }, 'stay not stored'))
    },
    end: (person) => {
      const stay = stays.get(person)
      if (!stay) return
      stays.delete(person)
      close(stay, clock())
    },
    endOld: close,
  }
}
