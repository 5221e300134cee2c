// The server's sessions on a real database, without sockets: time, timers and lines are in the test's hand.

import { join } from 'node:path'
import { pino } from 'pino'
import { createBroadcast } from '../../server/broadcast/broadcast.ts'
import type { Crowd } from '../../server/broadcast/crowd.ts'
import type { Line } from '../../server/broadcast/line.ts'
import type { Caller } from '../../server/gateway/handler.ts'
import { createSessions, type Sessions } from '../../server/session/sessions.ts'
import type { Timers } from '../../server/session/timers.ts'
import { type Db, openDatabase } from '../../server/storage/database.ts'
import type { CommandId, PersonId, SessionId } from '../../shared/kit/id.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import type { Me, Replies } from '../../shared/protocol/wire.ts'
import type { CommandType, SessionCommand } from '../../shared/session/commands.ts'
import { viewOf } from '../../shared/session/snapshot.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { type LinePair, linePair } from './line-pair.ts'
import { emptyFolder } from './paths.ts'
import { seeded } from './seeded.ts'

type Body<T extends CommandType> = Omit<Extract<SessionCommand, { type: T }>, 'id' | 'type'>
export type Answer = Reply<Replies['session:command']>

/** Somebody at the bench: who the server takes them for, and their line. */
export interface Sitter extends LinePair {
  readonly caller: Caller
  readonly person: PersonId
  join(session: SessionId): Promise<Reply<Replies['session:join']>>
  leave(session: SessionId): Promise<void>
  /** Sends a command. */
  ask<T extends CommandType>(session: SessionId, type: T, body: Body<T>, id?: string): Promise<Answer>
}

export interface SessionBench {
  readonly db: Db
  readonly sessions: Sessions
  readonly crowd: Crowd
  /** Whom each line was said to follow last. */
  readonly follows: ReadonlyMap<Line, string | null>
  /** Figures in the hall by line: the test puts them there, since these lines have no sockets. */
  readonly handles: Map<Line, number>
  /** Where figures stand, by line; likewise. */
  readonly poses: Map<Line, Pose>
  now: number
  /** Somebody with a line of their own; the same name is the same person. */
  sitter(name: string, how?: SitterHow): Sitter
  /** Moves time and everything that hangs on it. */
  pass(ms: number): Promise<void>
  /** Lets every line's tells arrive. */
  deliver(): void
  /** What the server itself holds, by a fresh read of the log. */
  stateOf(session: SessionId): Promise<SessionState>
  /** kill −9 and a start on the same folder, some time later: nothing is said goodbye to. */
  fall(awayMs?: number): Promise<SessionBench>
  close(): Promise<void>
}

export interface SitterHow {
  readonly house?: boolean
  readonly name?: string | null
  readonly room?: SessionId
  readonly screen?: SessionId
}

/** Longer than anything the room does between two turns of the event loop. */
const TURNS = 30
const settled = async () => {
  for (let i = 0; i < TURNS; i++) await new Promise<void>((resolve) => setImmediate(resolve))
}

export async function openSessionBench(
  dataDir = emptyFolder('sessions'),
  start = 1_700_000_000_000,
  databaseMaxMb?: number,
): Promise<SessionBench> {
  const numbers = seeded(start % 1_000_003)
  const bench = { now: start }
  const clock = () => bench.now
  const timers = handTimers(clock)
  const db = await openDatabase(join(dataDir, 'parlor.db'), clock, databaseMaxMb)
  const random = (length: number) => Uint8Array.from({ length }, () => Math.floor(numbers() * 256))
  const log = pino({ level: 'silent' })
  const { circle, crowd } = createBroadcast({ clock, random, log })
  const follows = new Map<Line, string | null>()
  const follow: Crowd['follow'] = (line, session) => void follows.set(line, session)
  const handles = new Map<Line, number>()
  const handle: Crowd['handle'] = (line) => handles.get(line) ?? 0
  const poses = new Map<Line, Pose>()
  const pose: Crowd['pose'] = (line) => poses.get(line) ?? null
  const sitters: Sitter[] = []
  const made = await createSessions({
    db,
    broadcast: { circle, crowd: { ...crowd, follow, handle, pose } },
    clock,
    random,
    log,
    timers,
  })
  const self: SessionBench = {
    db,
    crowd,
    follows,
    handles,
    poses,
    sessions: made,
    get now() {
      return bench.now
    },
    set now(value) {
      bench.now = value
    },
    sitter: (name, how = {}) => {
      const sitter = makeSitter(made, name, how)
      sitters.push(sitter)
      return sitter
    },
    pass: async (ms) => {
      const until = bench.now + ms
      do {
        bench.now = Math.min(until, Math.max(bench.now, timers.next() ?? until))
        timers.run(bench.now)
        await settled()
      } while (bench.now < until)
    },
    deliver: () => {
      for (const one of sitters) one.deliver()
    },
    stateOf: async (session) => {
      const { readHead } = await import('../../server/session/open-room.ts')
      const { createSessionStore } = await import('../../server/session/session-store.ts')
      return (await readHead({ store: createSessionStore(db) }, session)).head.state
    },
    fall: async (awayMs = 0) => {
      timers.stop()
      await settled()
      await db.destroy()
      return openSessionBench(dataDir, bench.now + awayMs)
    },
    close: async () => {
      await made.close()
      timers.stop()
      await db.destroy()
    },
  }
  return self
}

let commands = 10_000_000

function makeSitter(sessions: Sessions, name: string, how: SitterHow): Sitter {
  const person = `person-${name}` as PersonId
  const pair = linePair(person)
  const me: Me = {
    person,
    name: how.name === undefined ? name : how.name,
    kind: how.house ? 'staff' : 'guest',
    house: how.house ? ['host'] : [],
    cities: [],
  }
  const machine = how.screen ? { session: how.screen, role: 'stage-screen' as const } : null
  const caller: Caller = { person, me, line: pair.line, address: '127.0.0.1', machine, room: how.room ?? null }
  return Object.assign(pair, {
    caller,
    person,
    join: async (session: SessionId) => {
      const reply = await sessions.handlers['session:join']({ session }, caller)
      pair.joined(reply)
      return reply
    },
    leave: async (session: SessionId) => {
      await sessions.handlers['session:leave']({ session }, caller)
    },
    ask: async (session: SessionId, type: CommandType, body: object, id = `command-${++commands}`) => {
      const command = { id: id as CommandId, type, ...body } as SessionCommand
      return sessions.handlers['session:command']({ session, command }, caller)
    },
  }) as Sitter
}

/** Checks that a client's fold is what its viewer may see of the whole, but for the time of the last event. */
export function sameView(sitter: Sitter, whole: SessionState, staff: boolean): [unknown, unknown] {
  const seen = viewOf(whole, { person: sitter.person, staff })
  return [
    { ...sitter.client.state, at: 0 },
    { ...seen, at: 0 },
  ]
}

/** Waits shorter than this happen by themselves: commands share a transaction, and are answered without time passing. */
const SHORT_MS = 10

/** Timers that run when the bench says so. */
function handTimers(clock: () => number): Timers & { run(now: number): void; next(): number | null; stop(): void } {
  interface Waiting {
    at: number
    readonly every: number | null
    readonly run: () => void
  }
  let waiting: Waiting[] = []
  let stopped = false
  const add = (ms: number, every: number | null, run: () => void) => {
    const one: Waiting = { at: clock() + ms, every, run }
    waiting.push(one)
    return () => {
      waiting = waiting.filter((other) => other !== one)
    }
  }
  const now = (run: () => void) => void setImmediate(() => (stopped ? undefined : run()))
  return {
    after: (ms, run) => {
      if (ms >= SHORT_MS) return add(ms, null, run)
      now(run)
      return () => {}
    },
    every: (ms, run) => add(ms, ms, run),
    soon: now,
    next: () => (waiting.length === 0 ? null : Math.min(...waiting.map((one) => one.at))),
    stop: () => {
      stopped = true
      waiting = []
    },
    run: (at) => {
      for (const one of waiting.filter((other) => other.at <= at)) {
        if (one.every === null) waiting = waiting.filter((other) => other !== one)
        else one.at = at + one.every
        one.run()
      }
    },
  }
}
