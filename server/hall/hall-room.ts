// Who is in the hall now, by line, and whose name may be shown to strangers. Nothing here is stored.

import type { Me, Plate } from '../../shared/protocol/wire.ts'
import type { Crowd } from '../broadcast/crowd.ts'
import type { Caller } from '../gateway/handler.ts'

export interface HallRoom {
  /** Gives the caller's line a figure; a stage screen has none and gets handle 0. */
  enter(caller: Caller, showName: boolean): number
  leave(caller: Caller): void
  showName(line: string, show: boolean): void
  renamed(me: Me): void
  plates(): readonly Plate[]
  close(): void
}

/** Changes of plates are gathered so long: when hundreds come at once, nobody gets hundreds of lists. */
const GATHER_MS = 250

interface Inside {
  readonly caller: Caller
  readonly handle: number
  name: string | null
  show: boolean
}

export function createHallRoom(crowd: Crowd): HallRoom {
  const inside = new Map<string, Inside>()
  const told = new Map<number, string>()
  const plates = () => [...inside.values()].map(plate).filter((one) => one !== null)
  // All plates each time: they are few, change seldom, and a list that stands by itself can't go wrong.
  const tellNow = () => {
    timer = null
    const list = plates()
    const fresh = new Map(list.map((one) => [one.handle, `${one.badge} ${one.name}`]))
    if (fresh.size === told.size && [...fresh].every(([handle, text]) => told.get(handle) === text)) return
    told.clear()
    for (const [handle, text] of fresh) told.set(handle, text)
    crowd.circle.tell('hall:plates', list)
  }
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = () => {
    timer ??= setTimeout(tellNow, GATHER_MS)
  }
  return {
    plates,
    close: () => {
      if (timer) clearTimeout(timer)
    },
    enter: (caller, show) => {
      if (caller.machine) {
        crowd.circle.add(caller.line)
        return 0
      }
      const handle = crowd.enter(caller.line)
      inside.set(caller.line.id, { caller, handle, name: caller.me.name, show })
      tell()
      return handle
    },
    leave: (caller) => {
      crowd.circle.delete(caller.line)
      if (inside.delete(caller.line.id)) tell()
    },
    showName: (line, show) => {
      const found = inside.get(line)
      if (!found) return
      found.show = show
      tell()
    },
    renamed: (me) => {
      for (const one of inside.values()) if (one.caller.person === me.person) one.name = me.name
      tell()
    },
  }
}

/** Strangers see a name only if its owner said so; staff wear theirs with a badge. */
function plate({ caller, handle, name, show }: Inside): Plate | null {
  const staff = caller.me.kind === 'staff'
  return name !== null && (staff || show) ? { handle, name, badge: staff ? 'staff' : null } : null
}
