// The one way in: everything that a seat may see, at the number where the told events go on.

import type { SessionSnapshot } from '../../shared/protocol/wire.ts'
import { countersOf } from '../../shared/session/audiences.ts'
import { wordIdsOf } from '../../shared/session/event-words.ts'
import { isStaff } from '../../shared/session/roles.ts'
import { publicPart, withOwn } from '../../shared/session/snapshot.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { pickWords } from './room-circles.ts'
import type { Seat } from './room-seats.ts'
import type { BothSums } from './room-sums.ts'
import type { Head } from './session-writer.ts'

export interface SnapshotParts {
  readonly head: Head
  readonly sums: BothSums
  readonly words: ReadonlyMap<string, string>
  readonly code: string | null
  readonly now: number
}

export interface Snapshots {
  /** @param own the person's votes: subjects with the choice */
  make(seat: Seat, parts: SnapshotParts, own: ReadonlyMap<string, number>): SessionSnapshot
}

/** Makes snapshots; the public part is made once a state and shared by all who join. */
export function createSnapshots(): Snapshots {
  let whole: SessionState | null = null
  let open: SessionState | null = null
  const publicOf = (state: SessionState): SessionState => {
    if (whole !== state || open === null) {
      whole = state
      open = publicPart(state)
    }
    return open
  }
  return {
    make: (seat, parts, own) => {
      const { head, now, code } = parts
      const { person, role, place } = seat
      const staff = isStaff(role)
      const state = staff ? head.state : withOwn(publicOf(head.state), head.state, person)
      const inside = staff || role === 'stage-screen'
      return {
        at: now,
        role,
        place,
        counters: countersOf(head.counts, { person, staff }),
        state,
        words: pickWords(wordIdsOf(state), parts.words),
        sums: inside ? parts.sums.inside : parts.sums.open,
        own: ownVotes(state, own),
        code: inside ? code : null,
      }
    },
  }
}

function ownVotes(state: SessionState, own: ReadonlyMap<string, number>): SessionSnapshot['own'] {
  const votes = Object.keys(state.questions).filter((id) => own.has(id))
  const choices = Object.keys(state.polls).flatMap((id) => (own.has(id) ? [[id, own.get(id) ?? 0] as const] : []))
  return { votes, choices: Object.fromEntries(choices) }
}
