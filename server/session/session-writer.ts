// The one writer of a session: commands are decided in order, what arrives within a few milliseconds shares one transaction,
// and the state moves only after its commit. If that fails the whole batch is refused and everything is as before.

import type { Clock } from '../../shared/kit/clock.ts'
import type { CommandId, PersonId } from '../../shared/kit/id.ts'
import { type Refusal, type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import { type Counts, countOn, numbersOf } from '../../shared/session/audiences.ts'
import type { Decision } from '../../shared/session/decide-kit.ts'
import type { LoggedEvent } from '../../shared/session/events.ts'
import { evolve } from '../../shared/session/evolve.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Log } from '../log.ts'
import type { Db, Tx } from '../storage/database.ts'
import { storageRefusal } from '../storage/trouble.ts'
import type { BesideStore, Stay, Word } from './beside-store.ts'
import type { SessionStore } from './session-store.ts'
import type { Timers } from './timers.ts'

/** Commands that arrive within this share a transaction, ms. */
const GATHER_MS = 2
/** Nobody waits for an entry of attendance: a storm of them shares a few transactions, ms. Whatever else comes takes them along. */
const STAY_GATHER_MS = 100
/** Commands of one transaction; the rest waits for the next. */
const BATCH_MAX = 100
/** Jobs that may wait; beyond it people's commands are refused at once, not what the room itself reports. */
const WAITING_MAX = 2_000
/** The fold is stored so often, events. */
export const FOLD_EVERY = 200

/** How far a session is: its state, the last number, and the circles' numbers. */
export interface Head {
  readonly state: SessionState
  readonly seq: number
  readonly counts: Counts
}

/** One command on its way. `decide` sees the state as it is when its turn comes. */
export interface Job {
  readonly command: { readonly id: CommandId; readonly actor: PersonId } | null
  decide(state: SessionState, now: number, tx: Tx): Promise<Decision>
  /** What else is written with it, if it is not refused. */
  readonly words?: readonly Word[]
  /** Stays that begin with it. */
  readonly begins?: Stay
  /** A stay that ends with it, and when. */
  readonly stay?: { readonly id: string; readonly to: number }
}

export interface Writer {
  head(): Head
  submit(job: Job): Promise<Reply<{ readonly seq: number }>>
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
}

export interface WriterDeps {
  readonly db: Db
  readonly store: SessionStore
  readonly beside: BesideStore
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  /** Called synchronously when the state has moved, before any reply. */
  readonly onMoved: (events: readonly LoggedEvent[], before: Head, words: readonly Word[]) => void
}

interface Waiting {
  readonly job: Job
  readonly answer: (reply: Reply<{ readonly seq: number }>) => void
}

interface Outcome {
  readonly head: Head
  readonly reply: Reply<{ readonly seq: number }>
  readonly events: readonly LoggedEvent[]
  readonly words: readonly Word[]
}

export function createWriter(start: Head, foldAt: number, deps: WriterDeps): Writer {
  let head = start
  let folded = foldAt
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null

  const write = async (batch: readonly Waiting[]) => {
    const before = head
    const outcomes = await deps.db.transaction().execute(async (tx) => {
      const all: Outcome[] = []
      for (const { job } of batch) all.push(await perform(tx, all.at(-1)?.head ?? head, job, deps))
      const last = all.at(-1)?.head ?? head
      if (last.state.phase !== head.state.phase) await deps.store.setPhase(tx, last.state)
      if (keepsFold(head, last, folded)) await deps.store.keepFold(tx, last.state, last.seq)
      return all
    })
    const after = outcomes.at(-1)?.head ?? head
    if (keepsFold(head, after, folded)) folded = after.seq
    head = after
    const events = outcomes.flatMap((one) => one.events)
    const words = outcomes.flatMap((one) => one.words)
    if (events.length > 0) tellMoved(events, before, words)
    batch.forEach(({ answer }, i) => {
      const outcome = outcomes[i]
      if (outcome) answer(outcome.reply)
    })
  }
  // What is committed stays: a fault in telling it refuses nobody's command.
  const tellMoved: WriterDeps['onMoved'] = (...what) => {
    try {
      deps.onMoved(...what)
    } catch (thrown) {
      deps.log.error({ err: thrown, session: head.state.id }, 'session not told')
    }
  }
  let hurry = () => {}
  const gather = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = deps.timers.after(ms, resolve)
      hurry = () => {
        cancel()
        resolve()
      }
    })
  const run = async () => {
    if (waiting.every(isStay)) await gather(STAY_GATHER_MS)
    if (!waiting.every(isStay)) await gather(GATHER_MS)
    hurry = () => {}
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH_MAX)
      waiting = waiting.slice(BATCH_MAX)
      try {
        await write(batch)
      } catch (thrown) {
        const refusal = failure(thrown)
        deps.log.error({ err: thrown, session: head.state.id, commands: batch.length }, 'session not stored')
        for (const { answer } of batch) answer(refusal)
      }
    }
    running = null
  }
  return {
    head: () => head,
    idle: async () => {
      while (running) {
        hurry()
        await running
      }
    },
    submit: (job) => {
      if (job.command && waiting.length >= WAITING_MAX) return Promise.resolve(refuse('wire.too-often'))
      return new Promise((answer) => {
        waiting.push({ job, answer })
        if (!running) running = run()
        else if (!isStay({ job }) && waiting.slice(0, -1).every(isStay)) hurry()
      })
    },
  }
}

const isStay = ({ job }: Pick<Waiting, 'job'>): boolean => job.begins !== undefined || job.stay !== undefined

const failure = (thrown: unknown): Refusal => storageRefusal(thrown) ?? refuse('storage.failed')

const keepsFold = (before: Head, after: Head, folded: number): boolean =>
  after.state.phase !== before.state.phase || after.seq - folded >= FOLD_EVERY

/** Decides one command on the state that the ones before it in the batch have left, and writes what comes of it. */
async function perform(tx: Tx, head: Head, job: Job, deps: WriterDeps): Promise<Outcome> {
  const { store, beside, clock } = deps
  const { command } = job
  const session = head.state.id
  const same = (reply: Reply<{ readonly seq: number }>): Outcome => ({
    head,
    reply,
    events: [],
    words: [],
  })
  const past = command && (await store.past(tx, session, command.id))
  if (past) return same(past.actor === command.actor ? value({ seq: past.seq }) : refuse('session.not-allowed'))
  const now = Math.max(clock(), head.state.at)
  const decision = await job.decide(head.state, now, tx)
  if (!decision.ok) return same(decision)
  const { head: after, events } = moved(head, decision, now)
  await store.append(tx, session, events, command)
  for (const one of events) await beside.vote(tx, session, one.event, one.at)
  for (const word of job.words ?? []) await beside.putWord(tx, session, word)
  if (job.begins) await beside.openStay(tx, session, job.begins)
  if (job.stay) await beside.closeStay(tx, job.stay.id, job.stay.to)
  return { head: after, events, words: job.words ?? [], reply: value({ seq: after.seq }) }
}

function moved(head: Head, { events }: Extract<Decision, { ok: true }>, at: number) {
  let { state, seq, counts } = head
  const logged: LoggedEvent[] = []
  for (const { event, audience } of events) {
    seq += 1
    counts = countOn(counts, audience)
    const one = { seq, at, audience, n: numbersOf(counts, audience), event }
    state = evolve(state, one)
    logged.push(one)
  }
  return { head: { state, seq, counts }, events: logged }
}
