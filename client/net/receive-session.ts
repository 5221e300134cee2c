// What the server tells of the session goes into its store. A gap in the numbers means: join again, by the one path there is.

import type { SessionId } from '../../shared/kit/id.ts'
import type { SessionSnapshot } from '../../shared/protocol/wire.ts'
import { type Evolve, type SessionSlot, withEvents, withSnapshot, withSums } from '../state/session-store.ts'
import type { Stores } from '../state/stores.ts'
import type { Line } from './socket.ts'

export interface SessionNews {
  /** Numbers are missing; ask for the snapshot again. */
  gap(session: SessionId): void
  /** The slot after events or a snapshot, with the one before. */
  moved(before: SessionSlot, after: SessionSlot): void
}

export function receiveSession(line: Line, stores: Stores, evolve: Evolve, news: SessionNews): void {
  const { session: store } = stores
  const mine = (session: SessionId) => store.getState().id === session
  line.on('session:events', ({ session, events, words }) => {
    if (!mine(session)) return
    const before = store.getState()
    const { slot, gap } = withEvents(before, events, words, evolve)
    store.setState(slot)
    news.moved(before, slot)
    if (gap) news.gap(session)
  })
  line.on('session:sums', ({ session, sums }) => {
    if (mine(session)) store.setState((slot) => withSums(slot, sums))
  })
  line.on('session:group', ({ session, group }) => {
    if (mine(session)) store.setState((slot) => (slot.joined ? { ...slot, joined: { ...slot.joined, group } } : slot))
  })
  line.on('session:snapshot', ({ session, snapshot }) => {
    if (mine(session)) takeSession(stores, snapshot, news)
  })
}

/** Takes a whole snapshot: after joining, coming back, or a change of role. */
export function takeSession(stores: Stores, snapshot: SessionSnapshot, news: Pick<SessionNews, 'moved'>): void {
  const before = stores.session.getState()
  const after = withSnapshot(before, snapshot)
  stores.session.setState(after)
  stores.live.guideHandle = snapshot.guideHandle ?? 0
  news.moved(before, after)
}
