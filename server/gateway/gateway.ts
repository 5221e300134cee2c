// The one place where sockets come in: handshake, lines, asks through the guard, hot bytes to their owner, ends. Knows no noun;
// the handlers and hooks are handed in.

import type { Server, Socket } from 'socket.io'
import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import { type Refusal, type Reply, refuse } from '../../shared/protocol/refusal.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Line } from '../broadcast/line.ts'
import { createBuckets } from './buckets.ts'
import { type Callers, createCallers } from './callers.ts'
import type { Guard } from './guard.ts'
import type { Caller, LineHooks } from './handler.ts'
import type { Admission, Handshake } from './handshake.ts'
import { HOT_RATE, LINE_ABUSE, LINE_RATE, LINES_MAX } from './rates.ts'

export interface GatewayDeps extends LineHooks {
  readonly io: Server
  readonly clock: Clock
  readonly handshake: Handshake
  readonly guard: Guard
  /** Logs what was thrown and makes the refusal its asker sees. */
  readonly faults: (thrown: unknown, context: Readonly<Record<string, string>>) => Refusal
  readonly line: (socket: Socket, person: PersonId) => Line
}

export interface Gateway {
  readonly callers: () => Iterable<Caller>
  /** Rights changed or signed out: tells the person's lines, then ends them, those too whose handshake is under way. */
  endPerson(person: PersonId): void
  /** A name changed: what is asked from now on is asked under the new one. */
  renamed(me: Me): void
  /** Tells everyone to come back, refuses new asks, and waits until those under way are answered. */
  drain(backInMs: number, atMostMs: number): Promise<void>
}

/** Handshakes under way, and whose rights changed meanwhile: what one has read of them counts no more. */
type Arriving = Map<Socket, Set<PersonId>>

export function createGateway(deps: GatewayDeps): Gateway {
  const callers = createCallers()
  const arriving: Arriving = new Map()
  const work: Work = { running: 0, draining: false, idle: () => {} }
  deps.io.use((socket, next) => {
    if (work.draining) return next(refused(refuse('wire.draining')))
    void letIn(socket, { callers, arriving }, deps, next)
  })
  deps.io.on('connection', (socket) => {
    const admission = socket.data as Admission
    const caller: Caller = { ...admission, line: deps.line(socket, admission.person) }
    if (arriving.get(socket)?.has(caller.person)) return end(caller)
    callers.add(caller)
    const asks = listen(socket, caller, deps, work)
    socket.once('disconnect', () => {
      callers.delete(caller)
      asks.whenDone(() => deps.onGone(caller))
    })
  })
  return {
    callers: callers.all,
    endPerson: (person) => {
      for (const changed of arriving.values()) changed.add(person)
      for (const caller of callers.of(person)) end(caller)
    },
    renamed: (me) => {
      for (const caller of callers.of(me.person)) caller.me = me
    },
    drain: (backInMs, atMostMs) => drain(callers.all(), work, backInMs, atMostMs),
  }
}

function end({ line }: Caller): void {
  line.tell('person:changed', null)
  line.close()
}

/** Lines stay open so long after they were told to come back, ms. */
const LINGER_MS = 200

interface Work {
  running: number
  draining: boolean
  idle: () => void
}

/** The asks of one line that are not answered yet. */
interface Asks {
  /** What a line asked for last is done before it counts as gone: nobody is let in after having left. */
  whenDone(then: () => void): void
}

function listen(socket: Socket, caller: Caller, deps: GatewayDeps, work: Work): Asks {
  const messages = createBuckets(LINE_RATE, deps.clock)
  const refusals = createBuckets(LINE_ABUSE, deps.clock)
  const hot = createBuckets(HOT_RATE, deps.clock)
  let running = 0
  let done = () => {}
  caller.line.onHot((bytes) => {
    if (hot.take('')) deps.onHot(caller, bytes)
  })
  socket.onAny((event: string, ...args: unknown[]) => {
    const last = args.at(-1)
    const reply = typeof last === 'function' ? (last as (reply: Reply<unknown>) => void) : () => {}
    if (work.draining) return reply(refuse('wire.draining'))
    if (!messages.take('')) {
      if (!refusals.take('')) return void socket.disconnect(true)
      return reply(refuse('wire.too-often'))
    }
    running++
    work.running++
    void deps
      .guard(event, typeof args[0] === 'function' ? undefined : args[0], caller)
      .then(reply)
      .finally(() => {
        if (--running === 0) done()
        if (--work.running === 0) work.idle()
      })
  })
  return {
    whenDone: (then) => {
      if (running === 0) then()
      else done = then
    },
  }
}

async function drain(callers: Iterable<Caller>, work: Work, backInMs: number, atMostMs: number): Promise<void> {
  work.draining = true
  if (work.running > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, atMostMs)
      work.idle = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
  for (const { line } of callers) line.tell('wire:draining', { backIn: backInMs })
  // What was on its way when we told is still answered, with a refusal, instead of being cut off.
  await new Promise((resolve) => setTimeout(resolve, LINGER_MS))
}

/** Settles who the socket belongs to, and lets it in or turns it away. */
async function letIn(
  socket: Socket,
  { callers, arriving }: { readonly callers: Callers; readonly arriving: Arriving },
  { handshake, faults }: GatewayDeps,
  done: (error?: Error) => void,
): Promise<void> {
  arriving.set(socket, new Set())
  let answer: Awaited<ReturnType<Handshake>>
  try {
    answer = await handshake(socket)
  } catch (thrown) {
    answer = faults(thrown, { event: 'handshake' })
  }
  if (answer.ok && callers.of(answer.value.person).length >= LINES_MAX) answer = refuse('wire.too-often')
  if (answer.ok) socket.data = answer.value
  done(answer.ok ? undefined : refused(answer))
  // Socket.IO connects it in this turn of the event loop, or never.
  setImmediate(() => arriving.delete(socket))
}

/** Socket.IO's `connect_error` with the refusal in `data` and its code as message. */
function refused(refusal: { readonly code: string }): Error {
  return Object.assign(new Error(refusal.code), { data: refusal })
}
