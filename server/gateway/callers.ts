// Who is connected: all callers, and each person's, the oldest first.

import type { PersonId } from '../../shared/kit/id.ts'
import type { Caller } from './handler.ts'

export interface Callers {
  all(): Iterable<Caller>
  of(person: PersonId): readonly Caller[]
  add(caller: Caller): void
  delete(caller: Caller): void
}

export function createCallers(): Callers {
  const all = new Set<Caller>()
  const byPerson = new Map<PersonId, Set<Caller>>()
  return {
    all: () => all,
    of: (person) => [...(byPerson.get(person) ?? [])],
    add: (caller) => {
      all.add(caller)
      const own = byPerson.get(caller.person) ?? new Set()
      byPerson.set(caller.person, own.add(caller))
    },
    delete: (caller) => {
      all.delete(caller)
      const own = byPerson.get(caller.person)
      own?.delete(caller)
      if (own?.size === 0) byPerson.delete(caller.person)
    },
  }
}
