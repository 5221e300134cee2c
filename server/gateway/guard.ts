// What every ask goes through: known? → not too often? → parsed? → handler → reply. Who asks was settled at the handshake, and
// what they may is the handler's to say. Knows no noun.

import type { Clock } from '../../shared/kit/clock.ts'
import { type Refusal, type Reply, refuse } from '../../shared/protocol/refusal.ts'
import { ASKS, type Ask, type AskName } from '../../shared/protocol/wire.ts'
import type { Log } from '../log.ts'
import { type Buckets, createBuckets } from './buckets.ts'
import type { Caller, Handlers } from './handler.ts'
import { ASK_RATES } from './rates.ts'

export interface GuardDeps {
  readonly handlers: Handlers
  readonly clock: Clock
  readonly log: Log
  /** Logs what was thrown and makes the refusal its asker sees. */
  readonly faults: (thrown: unknown, context: Readonly<Record<string, string>>) => Refusal
}

/** Answers one event of a line; never throws. */
export type Guard = (event: string, payload: unknown, caller: Caller) => Promise<Reply<unknown>>

export function createGuard({ handlers, clock, log, faults }: GuardDeps): Guard {
  const buckets = new Map<AskName, Buckets>()
  for (const name of Object.keys(ASKS) as AskName[]) buckets.set(name, createBuckets(ASK_RATES[name], clock))
  return async (event, payload, caller) => {
    if (!isAsk(event)) return refuse('wire.unknown-event')
    if (!buckets.get(event)?.take(caller.person)) return refuse('wire.too-often')
    const parsed = ASKS[event].safeParse(payload)
    if (!parsed.success) return refuse('wire.malformed')
    try {
      const reply = await run(handlers, event, parsed.data, caller)
      const code = reply.ok ? 'ok' : reply.code
      if (log.isLevelEnabled('debug')) log.debug({ event, line: caller.line.id, code, ...commandId(payload) }, 'asked')
      return reply
    } catch (thrown) {
      return faults(thrown, { event, line: caller.line.id, ...commandId(payload) })
    }
  }
}

const isAsk = (event: string): event is AskName => Object.hasOwn(ASKS, event)

// The table's type ties each handler to its ask; TypeScript can't follow that through a union of names.
const run = <N extends AskName>(handlers: Handlers, name: N, ask: unknown, caller: Caller) =>
  handlers[name](ask as Ask<N>, caller)

/** The command's id for the log, so that a fault is found by what the client kept. */
function commandId(payload: unknown): { command?: string } {
  const id = (payload as { command?: { id?: unknown } } | null)?.command?.id
  return typeof id === 'string' ? { command: id.slice(0, 32) } : {}
}
