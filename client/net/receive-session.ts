// What the server tells of the session goes into its store. A gap in the numbers means: join again, by the one path there is.
// While the answer to joining is awaited, what is told waits behind it: both may arrive in one piece.

import type { SessionId } from '../../shared/kit/id.ts'
import type { SessionSnapshot } from '../../shared/protocol/wire.ts'
import {
  type Evolve,
  type SessionSlot,
  withEvents,
  withoutWords,
  withSnapshot,
  withSums,
} from '../state/session-store.ts'
import type { Stores } from '../state/stores.ts'
import type { Line } from './socket.ts'

export interface SessionNews {
  /** Numbers are missing; ask for the snapshot again. */
  gap(session: SessionId): void
  /** The slot after events or a snapshot, with the one before. */
  moved(before: SessionSlot, after: SessionSlot): void
}

export interface SessionReceiver {
  /**
   * Joining is about to be asked: what is told from now on waits.
   * @returns to be called with the answer's snapshot, or null without one; then comes what was told meanwhile
   */
  joining(): (snapshot: SessionSnapshot | null) => void
}

export function receiveSession(line: Line, stores: Stores, evolve: Evolve, news: SessionNews): SessionReceiver {
  const { session: store } = stores
  const mine = (session: SessionId) => store.getState().id === session
  let held: Array<() => void> | null = null
  let joins = 0
  const hear = (then: () => void) => {
    if (held) held.push(then)
    else then()
  }
  line.on('session:events', ({ session, events, words }) =>
    hear(() => {
      if (!mine(session)) return
      const before = store.getState()
      const { slot, gap } = withEvents(before, events, words, evolve)
      store.setState(slot)
      news.moved(before, slot)
      if (gap) news.gap(session)
    }),
  )
  line.on('session:sums', ({ session, sums }) =>
    hear(() => {
      if (!mine(session)) return
      store.setState((slot) => withSums(slot, sums))
      stores.live.guideHandle = sums.guideHandle ?? 0
    }),
  )
  line.on('session:group', ({ session, group }) =>
    hear(() => {
      if (mine(session)) store.setState((slot) => (slot.joined ? { ...slot, joined: { ...slot.joined, group } } : slot))
    }),
  )
  line.on('session:snapshot', ({ session, snapshot }) =>
    hear(() => {
      if (mine(session)) take(stores, snapshot, news)
    }),
  )
  line.on('words:gone', ({ ids }) => hear(() => store.setState((slot) => withoutWords(slot, ids))))
  return {
    joining() {
      joins += 1
      const join = joins
      // What was heard before this asking stands in its answer.
      held = []
      return (snapshot) => {
        if (snapshot) take(stores, snapshot, news)
        if (join !== joins) return
        const waiting = held ?? []
        held = null
        // A hole among them asks anew; the rest is in that answer.
        for (const then of waiting) if (!held) then()
      }
    },
  }
}

/** Takes a whole snapshot: after joining, coming back, or a change of role. */
function take(stores: Stores, snapshot: SessionSnapshot, news: Pick<SessionNews, 'moved'>): void {
  const before = stores.session.getState()
  const after = withSnapshot(before, snapshot)
  stores.session.setState(after)
  stores.live.guideHandle = snapshot.sums.guideHandle ?? 0
  news.moved(before, after)
}
