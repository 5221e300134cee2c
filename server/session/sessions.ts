// All sessions of the house: opens their rooms, plans new ones, lists them, and keeps a tour ready. The noun's door for app.ts.

import type { PersonId, SessionId } from '../../shared/kit/id.ts'
import type { PosePacket } from '../../shared/pose/pose-code.ts'
import type { HostedSession } from '../../shared/protocol/http.ts'
import { type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import type { Me, SessionSummary } from '../../shared/protocol/wire.ts'
import { ROLE_RULES, roleOf, THE_HOUSE } from '../../shared/session/roles.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Line } from '../broadcast/line.ts'
import type { Handlers } from '../gateway/handler.ts'
import { createBesideStore } from './beside-store.ts'
import { DEFAULT_TOUR_TITLE } from './default-tour.ts'
import { hashStageKey, makeStageKey } from './join-code.ts'
import { openRoom } from './open-room.ts'
import { hostedBy, type Plan, planSession } from './plan-session.ts'
import type { RoomDeps } from './room-memory.ts'
import { type SessionAsks, sessionHandlers } from './session-handlers.ts'
import type { Room } from './session-room.ts'
import { createSessionStore, type SessionRow } from './session-store.ts'
import { systemTimers, type Timers } from './timers.ts'

export interface SessionsDeps extends Pick<RoomDeps, 'db' | 'broadcast' | 'clock' | 'random' | 'log'> {
  readonly timers?: Timers
}

export interface Sessions {
  readonly handlers: Pick<Handlers, SessionAsks>
  /** Plans a session from its kind's template, for a host or operator of the house. @throws when it can't be stored */
  plan(plan: Plan): Promise<HostedSession>
  /** The links to hand out, for its host and the house's own. Where the room takes part the stage gets a new key. */
  links(session: SessionId, me: Me): Promise<Reply<HostedSession>>
  /** Sessions that are planned or go on, by the time they were planned. */
  summaries(): readonly SessionSummary[]
  byCode(code: string): SessionId | null
  stageKeyFits(session: SessionId, key: string): boolean
  /** A believed pose of a line. */
  pose(line: Line, packet: Readonly<PosePacket>): void
  onLineGone(line: Line): void
  renamed(me: Me): void
  /** Somebody is deleted: what they wrote and their name are emptied, here and at everybody. */
  forget(person: PersonId): Promise<void>
  /** For metrics: sessions by phase. */
  phases(): Readonly<Record<SessionState['phase'], number>>
  /** Ends stays and resolves when everything is written. */
  close(): Promise<void>
}

/** Opens every session that has not ended. @throws when a log can't be read */
export async function createSessions(given: SessionsDeps): Promise<Sessions> {
  const rooms = new Map<SessionId, Promise<Room>>()
  const open = new Map<SessionId, Room>()
  const rows = new Map<SessionId, SessionRow>()
  const deps: RoomDeps = {
    ...given,
    timers: given.timers ?? systemTimers,
    store: createSessionStore(given.db),
    beside: createBesideStore(given.db),
    onPhase: (state) => {
      const row = rows.get(state.id)
      if (row) rows.set(state.id, { ...row, phase: state.phase })
      given.broadcast.crowd.circle.tell('hall:sessions', summaries())
      if (state.phase === 'ended' && state.host === THE_HOUSE) void readyTour()
    },
  }
  const summaries = () =>
    [...open.values()]
      .map((room) => room.state())
      .filter(isListed)
      .map(summary)
  const enter = (row: SessionRow): Promise<Room> => {
    const id = row.id as SessionId
    const known = rooms.get(id)
    if (known) return known
    const opening = openRoom(id, row.code, deps).then((room) => {
      open.set(id, room)
      return room
    })
    rooms.set(id, opening)
    opening.catch(() => rooms.delete(id))
    return opening
  }
  const plan = async (wanted: Plan) => {
    const { row, hosted } = await planSession(deps, wanted, (code) =>
      [...rows.values()].some((one) => one.code === code),
    )
    rows.set(hosted.session, row)
    await enter(row)
    given.broadcast.crowd.circle.tell('hall:sessions', summaries())
    return hosted
  }
  const byCode = (code: string): SessionId | null => {
    for (const [id, row] of rows) if (row.code === code && row.phase !== 'ended') return id
    return null
  }
  /** One tour by the house is always there to be started. */
  const readyTour = async () => {
    const ready = [...open.values()].some((room) => isListed(room.state()) && room.state().host === THE_HOUSE)
    if (ready) return
    await plan({ kind: 'guided-tour', title: DEFAULT_TOUR_TITLE, host: THE_HOUSE }).catch((err: unknown) =>
      given.log.error({ err }, 'no tour is ready'),
    )
  }
  for (const row of await deps.store.sessions()) {
    rows.set(row.id as SessionId, row)
    if (row.phase !== 'ended') await enter(row)
  }
  await readyTour()
  return {
    plan,
    summaries,
    byCode,
    handlers: sessionHandlers(async (id) => {
      const row = rows.get(id)
      return row ? enter(row) : null
    }),
    ...links(rows, enter, deps),
    ...people(open, rooms, deps),
    phases: () => {
      const phases = { planned: 0, live: 0, paused: 0, ended: 0 }
      for (const { phase } of rows.values()) phases[phase] += 1
      return phases
    },
    close: async () => {
      await Promise.all([...open.values()].map((room) => room.close()))
    },
  }
}

const isListed = ({ phase }: SessionState): boolean => phase !== 'ended'

const summary = ({ id, kind, title, phase, startedAt }: SessionState): SessionSummary => ({
  id,
  kind,
  title,
  phase,
  startedAt,
})

function links(
  rows: Map<SessionId, SessionRow>,
  enter: (row: SessionRow) => Promise<Room>,
  deps: RoomDeps,
): Pick<Sessions, 'links' | 'stageKeyFits'> {
  return {
    links: async (id, me) => {
      const row = rows.get(id)
      if (!row) return refuse('session.unknown')
      const state = (await enter(row)).state()
      const role = roleOf(state, me.person, { house: me.house.length > 0, screen: false, phone: false })
      if (ROLE_RULES[role].rank < ROLE_RULES['co-host'].rank) return refuse('session.not-allowed')
      if (row.stage_hash === null) return value(hostedBy(row, null))
      const key = makeStageKey(deps.random)
      const stage_hash = hashStageKey(key)
      await deps.store.setStageHash(id, stage_hash)
      rows.set(id, { ...(rows.get(id) ?? row), stage_hash })
      return value(hostedBy(row, key))
    },
    stageKeyFits: (id, key) => {
      const hash = rows.get(id)?.stage_hash ?? null
      return hash !== null && hash === hashStageKey(key)
    },
  }
}

function people(
  open: Map<SessionId, Room>,
  rooms: Map<SessionId, Promise<Room>>,
  { beside }: RoomDeps,
): Pick<Sessions, 'pose' | 'onLineGone' | 'renamed' | 'forget'> {
  // Only when everything is written: whoever comes afterwards opens it anew, and one session never has two writers.
  const drop = async (id: SessionId, room: Room) => {
    await room.close()
    if (!room.over()) return
    open.delete(id)
    rooms.delete(id)
  }
  return {
    pose: (line, packet) => {
      for (const room of open.values()) room.pose(line, packet)
    },
    onLineGone: (line) => {
      for (const [id, room] of open) {
        room.leave(line)
        if (room.over()) void drop(id, room)
      }
    },
    renamed: ({ person, name }) => {
      for (const room of open.values()) room.renamed(person, name)
    },
    forget: async (person) => {
      const gone = await beside.emptyWords(person)
      for (const [id, room] of open) {
        const ids = gone.filter((one) => one.session === id).map((one) => one.id)
        if (ids.length > 0) room.wordsGone(ids)
      }
    },
  }
}
