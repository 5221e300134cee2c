// What lives while people are here: sockets, broadcast, hall, sessions, behind one gateway. Part of app.ts's wiring.

import type { Server as HttpServer } from 'node:http'
import type { PersonId } from '../shared/kit/id.ts'
import type { Me } from '../shared/protocol/wire.ts'
import { addLiveMetrics } from './app-metrics.ts'
import type { Booths } from './booth/booth-store.ts'
import type { Locks } from './booth/locks.ts'
import { studioHandlers } from './booth/studio-handlers.ts'
import { createBroadcast } from './broadcast/broadcast.ts'
import type { Circle } from './broadcast/circle.ts'
import { createBuckets } from './gateway/buckets.ts'
import { createGateway } from './gateway/gateway.ts'
import { createGuard } from './gateway/guard.ts'
import type { Caller, Handlers } from './gateway/handler.ts'
import { createHandshake } from './gateway/handshake.ts'
import { JOIN_FLOOD } from './gateway/rates.ts'
import { createSockets } from './gateway/sockets.ts'
import { hallHandlers } from './hall/hall-handlers.ts'
import { createHallRoom, type HallRoom } from './hall/hall-room.ts'
import type { Faults } from './http/faults.ts'
import type { Metrics } from './http/metrics.ts'
import type { Proxies } from './http/proxies.ts'
import { personHandlers } from './person/person-handlers.ts'
import type { PersonSide } from './person/person-side.ts'
import type { Ports } from './ports.ts'
import { createSessions, type Sessions } from './session/sessions.ts'
import type { Db } from './storage/database.ts'

export interface LiveDeps {
  readonly ports: Ports
  readonly db: Db
  readonly persons: PersonSide
  readonly booths: Booths
  readonly locks: Locks
  readonly proxies: Proxies
  readonly faults: Faults
  readonly http: HttpServer
  readonly metrics: Metrics
}

export interface Live {
  start(): void
  drain(backInMs: number, atMostMs: number): Promise<void>
  readonly draining: () => boolean
  endPerson(person: PersonId): void
  renamed(me: Me): void
  /** Everybody in the hall. */
  readonly hall: Circle
  callers(): Iterable<Caller>
  /** Everybody who is connected. */
  present(): ReadonlySet<PersonId>
  /** The rows of these people are gone: so is what they wrote, and guests' names in sessions that ended before this, ms. */
  forget(persons: readonly PersonId[], endedBefore: number): Promise<void>
  readonly sessions: Sessions
}

export async function createLive(deps: LiveDeps): Promise<Live> {
  const { ports, persons, booths, http, proxies, faults } = deps
  const { clock, random, log, config } = ports
  const io = createSockets(http, config.publicUrl)
  const broadcast = createBroadcast({ clock, random, log })
  const room = createHallRoom(broadcast.crowd)
  const sessions = await createSessions({ db: deps.db, broadcast, clock, random, log })
  const handlers: Handlers = {
    ...hallHandlers({ clock, room, booths, people: persons.people, sessions: async () => sessions.summaries() }),
    ...studioHandlers(deps.locks),
    ...personHandlers({ people: persons.people, onShowName: room.showName }),
    ...withPlates(sessions.handlers, room),
  }
  const flood = createBuckets(JOIN_FLOOD, clock)
  const gateway = createGateway({
    io,
    clock,
    guard: createGuard({ handlers, clock, log, faults }),
    faults,
    handshake: createHandshake({ whoIs: persons.whoIs, client: proxies.client, flood }),
    line: broadcast.line,
    onHot: (caller, bytes) => {
      const packet = broadcast.hear(caller.line, bytes)
      if (packet) sessions.pose(caller.line, packet)
    },
    onGone: (caller) => {
      deps.locks.leave(caller)
      sessions.onLineGone(caller.line)
      room.leave(caller)
    },
  })
  addLiveMetrics(deps.metrics, { broadcast, sessions, callers: gateway.callers })
  let draining = false
  return {
    start: broadcast.start,
    draining: () => draining,
    endPerson: gateway.endPerson,
    renamed: (me) => {
      gateway.renamed(me)
      room.renamed(me)
      sessions.renamed(me)
    },
    sessions,
    hall: broadcast.crowd.circle,
    callers: gateway.callers,
    present: () => new Set([...gateway.callers()].map((caller) => caller.person)),
    forget: async (persons, endedBefore) => {
      await sessions.emptyOldWords(endedBefore)
      if (persons.length === 0) return
      for (const caller of gateway.callers()) caller.line.tell('words:gone', { ids: persons })
    },
    drain: async (backInMs, atMostMs) => {
      draining = true
      await gateway.drain(backInMs, atMostMs)
      room.close()
      await sessions.close()
      broadcast.stop()
      await closeSockets(io)
    },
  }
}

/** Closes every connection after what is queued has gone, without Socket.IO's own goodbye: clients then come back by themselves. */
async function closeSockets(io: ReturnType<typeof createSockets>): Promise<void> {
  for (const socket of io.sockets.sockets.values()) socket.conn.close()
  for (let waited = 0; io.engine.clientsCount > 0 && waited < 20; waited++) {
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  io.engine.close()
}

/** The sessions' handlers, with the hall told who takes part in what: people of one session see each other's names there. */
function withPlates(handlers: Sessions['handlers'], room: HallRoom): Sessions['handlers'] {
  return {
    ...handlers,
    'session:join': async (ask, caller) => {
      const reply = await handlers['session:join'](ask, caller)
      if (reply.ok) room.inSession(caller.line, ask.session)
      return reply
    },
    'session:leave': async (ask, caller) => {
      room.inSession(caller.line, null)
      return await handlers['session:leave'](ask, caller)
    },
  }
}
