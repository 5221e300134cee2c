// Which sessions there are, and the rooms that are open: one room a session, opened when first needed, closed when it is over.

import type { SessionId } from '../../shared/kit/id.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Line } from '../broadcast/line.ts'
import { openRoom } from './open-room.ts'
import type { RoomDeps } from './room-memory.ts'
import type { Room } from './session-room.ts'
import type { SessionRow } from './session-store.ts'

export interface Registry {
  /** Takes a session in and opens its room. @throws when its log can't be read */
  add(row: SessionRow): Promise<Room>
  /** Takes a session in without opening its room: it has ended. */
  note(row: SessionRow): void
  /** The room of a session, opened if it was not, or null when there is no such session. */
  room(id: SessionId): Promise<Room | null>
  row(id: SessionId): SessionRow | undefined
  rows(): Iterable<SessionRow>
  change(id: SessionId, change: Partial<SessionRow>): void
  /** Rooms that are open, in the order they were opened. */
  open(): Iterable<readonly [SessionId, Room]>
  /** A line is gone from every room. */
  leave(line: Line): void
}

export function createRegistry(deps: RoomDeps): Registry {
  const rows = new Map<SessionId, SessionRow>()
  const opening = new Map<SessionId, Promise<Room>>()
  const open = new Map<SessionId, Room>()
  const enter = (row: SessionRow): Promise<Room> => {
    const id = row.id as SessionId
    const known = opening.get(id)
    if (known) return known
    const made = openRoom(id, row.code, deps).then((room) => {
      open.set(id, room)
      return room
    })
    opening.set(id, made)
    made.catch(() => opening.delete(id))
    return made
  }
  // Only when everything is written: whoever comes afterwards opens it anew, and one session never has two writers.
  const drop = async (id: SessionId, room: Room) => {
    await room.close()
    if (!room.over()) return
    open.delete(id)
    opening.delete(id)
  }
  return {
    add: (row) => {
      rows.set(row.id as SessionId, row)
      return enter(row)
    },
    note: (row) => void rows.set(row.id as SessionId, row),
    room: async (id) => {
      const row = rows.get(id)
      return row ? enter(row) : null
    },
    row: (id) => rows.get(id),
    rows: () => rows.values(),
    change: (id, change) => {
      const row = rows.get(id)
      if (row) rows.set(id, { ...row, ...change })
    },
    open: () => open,
    leave: (line) => {
      for (const [id, room] of open) {
        room.leave(line)
        if (room.over()) void drop(id, room)
      }
    },
  }
}

/** States of rooms that are planned or go on. */
export function listed(registry: Registry): readonly SessionState[] {
  return [...registry.open()].map(([, room]) => room.state()).filter(({ phase }) => phase !== 'ended')
}
