// The session this client takes part in: the fold of what its role may see, the texts beside it, sums, and how I follow.
// Folds events by the same function as the server. A hole in the numbers is reported, never papered over: the caller joins again.

import { createStore } from 'zustand/vanilla'
import type { SessionId } from '../../shared/kit/id.ts'
import type { FollowMode, GroupSums, SessionSnapshot, SessionSums, Words } from '../../shared/protocol/wire.ts'
import type { Counters, ToldEvent } from '../../shared/session/events.ts'
import type { evolve } from '../../shared/session/evolve.ts'
import type { Refused } from './outcome.ts'

/** The engine's fold, handed in so that the lobby does without its code. */
export type Evolve = typeof evolve

export interface Joined extends Omit<SessionSnapshot, 'at'> {
  /** Staff only: how the group is. */
  readonly group: GroupSums | null
}

export interface SessionSlot {
  /** The session that is wanted; it stays while the line is lost. */
  readonly id: SessionId | null
  /** What is known; null until the first snapshot. */
  readonly joined: Joined | null
  /** Why joining failed. */
  readonly refused: Refused | null
  readonly follow: FollowMode
  /** The last invitation that was answered, so that each is put once. */
  readonly answered: number
}

export const emptySlot: SessionSlot = { id: null, joined: null, refused: null, follow: 'free', answered: 0 }

export const createSessionStore = () => createStore<SessionSlot>(() => emptySlot)

/** The slot after a snapshot. Role, place and state are the server's; follow mode and answered invitations stay mine. */
export function withSnapshot(slot: SessionSlot, snapshot: SessionSnapshot): SessionSlot {
  const { at: _, ...joined } = snapshot
  return { ...slot, refused: null, joined: { ...joined, group: slot.joined?.group ?? null } }
}

export type Told = { readonly slot: SessionSlot; readonly gap: boolean }

/**
 * Folds told events in. Known numbers are skipped, the next ones folded.
 * @returns the slot, and whether a number was missing: nothing after the hole is folded then, and one must join again
 */
export function withEvents(slot: SessionSlot, events: readonly ToldEvent[], words: Words, evolve: Evolve): Told {
  const joined = slot.joined
  if (!joined) return { slot, gap: false }
  let { state } = joined
  const counters: { -readonly [K in keyof Counters]: number } = { ...joined.counters }
  let gap = false
  for (const told of events) {
    const circle = told.circle === 'all' ? 'all' : 'rest'
    if (told.n <= counters[circle]) continue
    gap = told.n > counters[circle] + 1
    if (gap) break
    counters[circle] = told.n
    state = evolve(state, told)
  }
  return { slot: { ...slot, joined: { ...joined, state, counters, words: { ...joined.words, ...words } } }, gap }
}

/** Newest sums win; they are no events and have no numbers. */
export function withSums(slot: SessionSlot, sums: SessionSums): SessionSlot {
  return slot.joined ? { ...slot, joined: { ...slot.joined, sums } } : slot
}

/** Texts that were taken back are emptied here as well. */
export function withoutWords(slot: SessionSlot, ids: readonly string[]): SessionSlot {
  if (!slot.joined) return slot
  const words = Object.fromEntries(Object.entries(slot.joined.words).filter(([id]) => !ids.includes(id)))
  return { ...slot, joined: { ...slot.joined, words } }
}

/** Own vote for a question, kept here because votes are nobody else's to know. */
export function withOwnVote(slot: SessionSlot, question: string, up: boolean): SessionSlot {
  if (!slot.joined) return slot
  const votes = slot.joined.own.votes.filter((id) => id !== question)
  const own = { ...slot.joined.own, votes: up ? [...votes, question] : votes }
  return { ...slot, joined: { ...slot.joined, own } }
}

/** Own choice in a poll. */
export function withOwnChoice(slot: SessionSlot, poll: string, option: number): SessionSlot {
  if (!slot.joined) return slot
  const own = { ...slot.joined.own, choices: { ...slot.joined.own.choices, [poll]: option } }
  return { ...slot, joined: { ...slot.joined, own } }
}
