// All sessions of the house: opens their rooms, plans new ones, lists them, and keeps a tour ready. The noun's door for app.ts.

import type { SessionId } from '../../shared/kit/id.ts'
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
import { hostedBy, type Plan, planSession } from './plan-session.ts'
import { createRegistry, listed, type Registry } from './registry.ts'
import type { RoomDeps } from './room-memory.ts'
import { type SessionAsks, sessionHandlers } from './session-handlers.ts'
import { createSessionStore } from './session-store.ts'
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
  /** Empties words of people whose row is gone, and guests' names in sessions that ended before this, ms; here and at everybody. */
  emptyOldWords(endedBefore: number): Promise<void>
  /** For metrics: sessions by phase. */
  phases(): Readonly<Record<SessionState['phase'], number>>
  /** Ends stays and resolves when everything is written. */
  close(): Promise<void>
}

/** Opens every session that has not ended. */
export async function createSessions(given: SessionsDeps): Promise<Sessions> {
  const deps: RoomDeps = {
    ...given,
    timers: given.timers ?? systemTimers,
    store: createSessionStore(given.db),
    beside: createBesideStore(given.db),
    onPhase: ({ id, phase, host }) => {
      registry.change(id, { phase })
      tellList()
      if (phase === 'ended' && host === THE_HOUSE) void readyTour(registry, plan, given)
    },
  }
  const registry = createRegistry(deps)
  const summaries = () => listed(registry).map(summary)
  const tellList = () => given.broadcast.crowd.circle.tell('hall:sessions', summaries())
  const plan = async (wanted: Plan) => {
    const taken = (code: string) => [...registry.rows()].some((one) => one.code === code)
    const { row, hosted } = await planSession(deps, wanted, taken)
    await registry.add(row)
    tellList()
    return hosted
  }
  for (const row of await deps.store.sessions()) {
    if (row.phase === 'ended') registry.note(row)
    // A log that can't be read is its own session's trouble: who asks for it gets a fault, and the house opens all the same.
    else
      await registry.add(row).catch((err: unknown) => given.log.error({ err, session: row.id }, 'session not opened'))
  }
  await readyTour(registry, plan, given)
  return {
    plan,
    summaries,
    handlers: sessionHandlers(registry.room),
    ...venue(registry, deps),
    ...people(registry, deps),
    phases: () => {
      const phases = { planned: 0, live: 0, paused: 0, ended: 0 }
      for (const { phase } of registry.rows()) phases[phase] += 1
      return phases
    },
    close: async () => {
      await Promise.all([...registry.open()].map(([, room]) => room.close()))
    },
  }
}

/** One tour by the house is always there to be started. */
async function readyTour(registry: Registry, plan: Sessions['plan'], { log }: SessionsDeps): Promise<void> {
  if (listed(registry).some(({ host }) => host === THE_HOUSE)) return
  await plan({ kind: 'guided-tour', title: DEFAULT_TOUR_TITLE, host: THE_HOUSE }).catch((err: unknown) =>
    log.error({ err }, 'no tour is ready'),
  )
}

const summary = ({ id, kind, title, phase, plannedFor, startedAt }: SessionState): SessionSummary => ({
  id,
  kind,
  title,
  phase,
  plannedFor: plannedFor ?? null,
  startedAt,
})

/** The ways into the room of a venue, and the links that are handed out. */
function venue(registry: Registry, deps: RoomDeps): Pick<Sessions, 'links' | 'stageKeyFits' | 'byCode'> {
  return {
    links: async (id, me) => {
      const room = await registry.room(id)
      const row = registry.row(id)
      if (!room || !row) return refuse('session.unknown')
      const role = roleOf(room.state(), me.person, { house: me.house.length > 0, screen: false, phone: false })
      if (ROLE_RULES[role].rank < ROLE_RULES['co-host'].rank) return refuse('session.not-allowed')
      if (row.stage_hash === null) return value(hostedBy(row, null))
      const key = makeStageKey(deps.random)
      const stage_hash = hashStageKey(key)
      await deps.store.setStageHash(id, stage_hash)
      registry.change(id, { stage_hash })
      return value(hostedBy(row, key))
    },
    stageKeyFits: (id, key) => {
      const hash = registry.row(id)?.stage_hash ?? null
      return hash !== null && hash === hashStageKey(key)
    },
    byCode: (code) => {
      for (const row of registry.rows()) if (row.code === code && row.phase !== 'ended') return row.id as SessionId
      return null
    },
  }
}

function people(
  registry: Registry,
  { beside }: RoomDeps,
): Pick<Sessions, 'pose' | 'onLineGone' | 'renamed' | 'emptyOldWords'> {
  return {
    pose: (line, packet) => {
      for (const [, room] of registry.open()) room.pose(line, packet)
    },
    onLineGone: registry.leave,
    renamed: ({ person, name }) => {
      for (const [, room] of registry.open()) room.renamed(person, name)
    },
    emptyOldWords: async (endedBefore) => {
      const gone = await beside.emptyOld(endedBefore)
      for (const [id, room] of registry.open()) {
        const ids = gone.filter((one) => one.session === id).map((one) => one.id)
        if (ids.length > 0) room.wordsGone(ids)
      }
    },
  }
}
