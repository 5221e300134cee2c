// The one place where sockets come in: handshake, lines, asks through the guard, hot bytes to their owner, ends. Knows no noun;
// the handlers and hooks are handed in.

import type { Server, Socket } from 'socket.io'
import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import { type Refusal, type Reply, refuse } from '../../shared/protocol/refusal.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Line } from '../broadcast/line.ts'
import { createBuckets } from './buckets.ts'
import type { Guard } from './guard.ts'
import type { Caller, LineHooks } from './handler.ts'
import type { Admission, Handshake } from './handshake.ts'
import { HOT_RATE, LINE_ABUSE, LINE_RATE } from './rates.ts'

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
  /** Rights changed or signed out: tells the person's lines, then ends them. */
  endPerson(person: PersonId): void
  /** A name changed: what is asked from now on is asked under the new one. */
  renamed(me: Me): void
  /** Tells everyone to come back, refuses new asks, and waits until those under way are answered. */
  drain(backInMs: number, atMostMs: number): Promise<void>
}

export function createGateway(deps: GatewayDeps): Gateway {
  const callers = new Map<string, Caller>()
  const work = { running: 0, draining: false, idle: () => {} }
  deps.io.use((socket, next) => {
    if (work.draining) return next(refused(refuse('wire.draining')))
    void letIn(socket, deps, next)
  })
  deps.io.on('connection', (socket) => {
    const admission = socket.data as Admission
    const caller: Caller = { ...admission, line: deps.line(socket, admission.person) }
    callers.set(socket.id, caller)
    listen(socket, caller, deps, work)
    socket.once('disconnect', () => {
      callers.delete(socket.id)
      deps.onGone(caller)
    })
  })
  return {
    callers: () => callers.values(),
    endPerson: (person) => {
      for (const caller of callers.values()) {
        if (caller.person !== person) continue
        caller.line.tell('person:changed', null)
        caller.line.close()
      }
    },
    renamed: (me) => {
      for (const caller of callers.values()) if (caller.person === me.person) caller.me = me
    },
    drain: (backInMs, atMostMs) => drain(callers.values(), work, backInMs, atMostMs),
  }
}

/** Lines stay open so long after they were told to come back, ms. */
const LINGER_MS = 200

interface Work {
  running: number
  draining: boolean
  idle: () => void
}

function listen(socket: Socket, caller: Caller, deps: GatewayDeps, work: Work): void {
  const messages = createBuckets(LINE_RATE, deps.clock)
  const refusals = createBuckets(LINE_ABUSE, deps.clock)
  const hot = createBuckets(HOT_RATE, deps.clock)
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
    work.running++
    void deps
      .guard(event, typeof args[0] === 'function' ? undefined : args[0], caller)
      .then(reply)
      .finally(() => {
        work.running--
        if (work.running === 0) work.idle()
      })
  })
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
async function letIn(socket: Socket, { handshake, faults }: GatewayDeps, done: (error?: Error) => void): Promise<void> {
  let answer: Awaited<ReturnType<Handshake>>
  try {
    answer = await handshake(socket)
  } catch (thrown) {
    answer = faults(thrown, { event: 'handshake' })
  }
  if (answer.ok) socket.data = answer.value
  done(answer.ok ? undefined : refused(answer))
}

/** Socket.IO's `connect_error` with the refusal in `data` and its code as message. */
function refused(refusal: { readonly code: string }): Error {
  return Object.assign(new Error(refusal.code), { data: refusal })
}
