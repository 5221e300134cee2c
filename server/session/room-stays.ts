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

/** The two ways to the session's writer: a system command, and what is written without an event. */
export interface StayWriter {
  report(command: SystemCommand, stay?: Job['stay']): void
  beside(what: Pick<Job, 'begins' | 'words'>): void
}

export function createStays({ seats, stays }: RoomMemory, { clock, random }: RoomDeps, write: StayWriter): Stays {
  const close = (stay: Stay, at: number) => {
    const to = Math.max(stay.from, at)
    const { person, place, from } = stay
    write.report({ type: 'stay', person, place, from, to }, { id: stay.id, to })
  }
  return {
    begin: (person) => {
      const seat = seats.of(person)[0]
      if (!seat || stays.has(person)) return
      const stay = { id: makeId<string>(random), person, place: seat.place, from: clock() }
      stays.set(person, stay)
      write.beside({ begins: stay })
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
