// Who is in the hall now, by line, and whose name may be shown to whom. Nothing here is stored.
// Strangers see the names of staff and of those who said so; people of the same session see each other's.

import type { PersonId, SessionId } from '../../shared/kit/id.ts'
import type { Me, Plate } from '../../shared/protocol/wire.ts'
import type { Crowd } from '../broadcast/crowd.ts'
import type { Line } from '../broadcast/line.ts'
import { encodeTell } from '../broadcast/text-message.ts'
import type { Caller } from '../gateway/handler.ts'

export interface HallRoom {
  /** Gives the caller's line a figure; a stage screen has none and gets handle 0. */
  enter(caller: Caller, showName: boolean): number
  leave(caller: Caller): void
  showName(line: string, show: boolean): void
  renamed(me: Me): void
  /** A line takes part in a session, or in none. */
  inSession(line: Line, session: SessionId | null): void
  /** The plates that strangers see. */
  plates(): readonly Plate[]
  close(): void
}

interface Inside {
  readonly line: Line
  readonly person: PersonId
  readonly handle: number
  readonly staff: boolean
  name: string | null
  show: boolean
  session: SessionId | null
}

/**
 * Changes of plates are gathered so long, ms: when hundreds come at once, nobody gets hundreds of lists. A list always stands by
 * itself, so that none can go wrong; so it must stay short.
 */
const GATHER_MS = { few: 250, many: 2_000 } as const
const FEW = 50
/** In a larger session only the plates that strangers see are shown: a figure among hundreds is no face to find. */
const SESSION_PLATES_MAX = 200

export function createHallRoom(crowd: Crowd): HallRoom {
  const inside = new Map<string, Inside>()
  let told = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const tellNow = () => {
    timer = null
    const now = new Map<string, string>()
    for (const { plates, lines } of audiences([...inside.values()])) {
      const text = JSON.stringify(plates)
      const message = encodeTell('hall:plates', plates)
      for (const line of lines) {
        if (told.get(line.id) !== text) line.send(message)
        now.set(line.id, text)
      }
    }
    told = now
  }
  const tell = () => {
    timer ??= setTimeout(tellNow, inside.size > FEW ? GATHER_MS.many : GATHER_MS.few)
  }
  return {
    plates: () => [...inside.values()].filter(isPublic).flatMap(plate),
    close: () => {
      if (timer) clearTimeout(timer)
    },
    enter: (caller, show) => {
      const { line, person, me } = caller
      if (caller.machine) {
        crowd.circle.add(line)
        return 0
      }
      const handle = crowd.enter(line)
      const session = inside.get(line.id)?.session ?? null
      inside.set(line.id, { line, person, handle, staff: me.kind === 'staff', name: me.name, show, session })
      tell()
      return handle
    },
    leave: ({ line }) => {
      crowd.circle.delete(line)
      if (inside.delete(line.id)) tell()
    },
    showName: (line, show) => change(inside.get(line), { show }, tell),
    renamed: ({ person, name }) => {
      for (const one of inside.values()) if (one.person === person) change(one, { name }, tell)
    },
    inSession: (line, session) => change(inside.get(line.id), { session }, tell),
  }
}

function change(
  one: Inside | undefined,
  to: Partial<Pick<Inside, 'name' | 'show' | 'session'>>,
  then: () => void,
): void {
  if (!one) return
  Object.assign(one, to)
  then()
}

const isPublic = ({ staff, show }: Inside): boolean => staff || show

const plate = ({ handle, name, staff }: Inside): Plate[] =>
  name === null ? [] : [{ handle, name, badge: staff ? 'staff' : null }]

/** Who gets the same list, and which: strangers together, and each session's people for themselves. */
function audiences(people: readonly Inside[]): { plates: Plate[]; lines: Line[] }[] {
  const everybodys = people.filter(isPublic).flatMap(plate)
  const sessions = groupBySession(people)
  return [...sessions].map(([session, members]) => {
    const lines = members.map((one) => one.line)
    if (session === null || members.length > SESSION_PLATES_MAX) return { plates: everybodys, lines }
    return { plates: [...everybodys, ...members.filter((one) => !isPublic(one)).flatMap(plate)], lines }
  })
}

function groupBySession(people: readonly Inside[]): Map<SessionId | null, Inside[]> {
  const groups = new Map<SessionId | null, Inside[]>()
  for (const one of people) {
    const group = groups.get(one.session)
    if (group) group.push(one)
    else groups.set(one.session, [one])
  }
  return groups
}
