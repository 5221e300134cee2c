// Votes of a session as sums in memory, kept in step with the events after each commit. The table is the truth.

import type { PersonId } from '../../shared/kit/id.ts'
import type { PollCounts, SessionEvent } from '../../shared/session/events.ts'
import type { Place } from '../../shared/session/kinds.ts'
import type { Poll } from '../../shared/session/state.ts'
import type { Vote, VoteSum } from './beside-store.ts'

export interface Tally {
  add(event: SessionEvent): void
  question(id: string): number
  poll(poll: Poll): PollCounts
  /** A person's own votes: subjects with the choice. */
  own(person: PersonId): ReadonlyMap<string, number>
}

export function createTally(votes: readonly Vote[]): Tally {
  const counts = new Map<string, number>()
  const own = new Map<PersonId, Map<string, Pick<Vote, 'place' | 'choice'>>>()
  const change = (subject: string, place: Place, choice: number, by: number) => {
    const at = key(subject, place, choice)
    counts.set(at, (counts.get(at) ?? 0) + by)
  }
  const mine = (person: PersonId) => {
    const found = own.get(person) ?? new Map<string, Pick<Vote, 'place' | 'choice'>>()
    own.set(person, found)
    return found
  }
  for (const { subject, place, choice, person } of votes) {
    change(subject, place, choice, 1)
    mine(person).set(subject, { place, choice })
  }
  return {
    add: (event) => {
      if (event.type === 'question:voted') {
        change(event.question, 'net', 0, event.up ? 1 : -1)
        if (event.up) mine(event.by).set(event.question, { place: 'net', choice: 0 })
        else mine(event.by).delete(event.question)
      }
      if (event.type !== 'poll:voted') return
      const { poll, place, option: choice } = event
      // A changed vote may come from the other place: it is taken back where it was cast.
      const before = mine(event.by).get(poll)
      if (before) change(poll, before.place, before.choice, -1)
      change(poll, place, choice, 1)
      mine(event.by).set(poll, { place, choice })
    },
    question: (id) => counts.get(key(id, 'net', 0)) ?? 0,
    poll: (poll) => pollCounts(poll, (place, option) => counts.get(key(poll.id, place, option)) ?? 0),
    own: (person) => new Map([...(own.get(person) ?? [])].map(([subject, { choice }]) => [subject, choice])),
  }
}

/** A poll's counts from sums of the table. */
export function countsFrom(poll: Poll, sums: readonly VoteSum[]): PollCounts {
  const of = (place: Place, option: number) => sums.find((one) => one.place === place && one.choice === option)?.n ?? 0
  return pollCounts(poll, of)
}

const pollCounts = ({ options }: Poll, of: (place: Place, option: number) => number): PollCounts => ({
  room: options.map((_, option) => of('room', option)),
  net: options.map((_, option) => of('net', option)),
})

const key = (subject: string, place: Place, choice: number) => `${subject} ${place} ${choice}`
