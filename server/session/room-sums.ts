// Sums of a room that are no events: who is there, who follows, votes, open polls, reactions. Told at most once a second.

import type { Reaction, SessionSums } from '../../shared/protocol/wire.ts'
import type { PollCounts } from '../../shared/session/events.ts'
import { isOpen, type SessionState } from '../../shared/session/state.ts'
import type { Seats } from './room-seats.ts'
import type { Tally } from './room-tally.ts'

/** One reaction a person in this time, ms. */
export const REACTION_MS = 2_000
/** Sums are no older than this, ms. */
const SUMS_MS = 1_000

export interface Reactions {
  /** False when it is too soon after the same person's last. */
  take(person: string, reaction: Reaction, now: number): boolean
  /** What came since the last call. */
  drain(now: number): SessionSums['reactions']
}

export function createReactions(): Reactions {
  const last = new Map<string, number>()
  let sums: Partial<Record<Reaction, number>> = {}
  return {
    take: (person, reaction, now) => {
      const before = last.get(person)
      if (before !== undefined && now - before < REACTION_MS) return false
      last.set(person, now)
      sums[reaction] = (sums[reaction] ?? 0) + 1
      return true
    },
    drain: (now) => {
      for (const [person, at] of last) if (now - at >= REACTION_MS) last.delete(person)
      const drained = sums
      sums = {}
      return drained
    },
  }
}

/** Sums as everybody sees them, and as staff and stage do. */
export interface BothSums {
  readonly open: SessionSums
  readonly inside: SessionSums
}

export interface SumsKeeper {
  /** Counts anew; the reactions go out with these sums alone. */
  count(state: SessionState, now: number, reactions: SessionSums['reactions']): BothSums
  /** The last sums, counted anew only when a second has passed: many may join at once. */
  last(state: SessionState, now: number): BothSums
}

/** @param guideHandle figure of who leads in a state, or null */
export function createSumsKeeper(
  seats: Seats,
  tally: Tally,
  guideHandle: (state: SessionState) => number | null,
): SumsKeeper {
  let kept: BothSums | null = null
  let at = 0
  const count: SumsKeeper['count'] = (state, now, reactions) => {
    const parts = { state, seats, tally, reactions, guideHandle: guideHandle(state) }
    const both = { open: sumsOf(parts, false), inside: sumsOf(parts, true) }
    at = now
    kept = { open: { ...both.open, reactions: {} }, inside: { ...both.inside, reactions: {} } }
    return both
  }
  return { count, last: (state, now) => (kept && now - at < SUMS_MS ? kept : count(state, now, {})) }
}

interface SumsParts {
  readonly state: SessionState
  readonly seats: Seats
  readonly tally: Tally
  readonly reactions: SessionSums['reactions']
  readonly guideHandle: number | null
}

/** @param inside for staff and stage, who see open polls always; others do when the poll says so */
function sumsOf({ state, seats, tally, reactions, guideHandle }: SumsParts, inside: boolean): SessionSums {
  const present = { room: 0, net: 0 }
  let following = 0
  for (const person of seats.people()) {
    const own = seats.of(person)
    present[own[0]?.place ?? 'net'] += 1
    if (person !== state.lead.guide && own.some((seat) => seat.mode !== 'free')) following += 1
  }
  const votes: Record<string, number> = {}
  for (const one of Object.values(state.questions)) {
    if (one.shown && isOpen(one)) votes[one.id] = tally.question(one.id)
  }
  const polls: Record<string, PollCounts> = {}
  for (const one of Object.values(state.polls)) {
    if (one.status === 'open' && (inside || one.openResults)) polls[one.id] = tally.poll(one)
  }
  return { present, following, votes, polls, reactions, guideHandle }
}
