// The logs of all booths in memory, as stored: each with its life, changed by one after the other.

import type { BoothContent } from '../../shared/booth/content.ts'
import { type BoothEvent, type BoothLife, evolveBooth, nextDue } from '../../shared/booth/life.ts'
import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import { type LifeRow, type LifeStore, lifeOf } from './life-store.ts'

export interface BoothLog {
  readonly booth: string
  readonly life: BoothLife
  readonly rows: readonly LifeRow[]
  /** Runs when what was asked of this booth before is done. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Stores events and lives on by them; `content`: of the version that begins. @param by null: the house itself */
  append(events: readonly BoothEvent[], by: PersonId | null, content: BoothContent | null): Promise<void>
}

export interface BoothLogs {
  of(booth: string): BoothLog | undefined
  all(): Iterable<BoothLog>
  /** When the next version of any booth comes by itself, server ms, or null. */
  nextDue(): number | null
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

export interface BoothLogsDeps {
  readonly store: LifeStore
  readonly clock: Clock
  /** A booth's life went on; `seen`: what the hall shows of it is another now. */
  readonly onLife: (booth: string, seen: boolean) => void
}

/** Reads every booth's log. */
export async function openBoothLogs(deps: BoothLogsDeps): Promise<BoothLogs> {
  const logs = new Map<string, Log>()
  for (const booth of await deps.store.booths()) logs.set(booth, new Log(booth, await deps.store.log(booth), deps))
  return {
    of: (booth) => logs.get(booth),
    all: () => logs.values(),
    nextDue: () => {
      const times = [...logs.values()].flatMap(({ life }) => nextDue(life) ?? [])
      return times.length > 0 ? Math.min(...times) : null
    },
    idle: async () => {
      await Promise.all([...logs.values()].map((log) => log.inTurn(async () => undefined)))
    },
  }
}

class Log implements BoothLog {
  readonly booth: string
  life: BoothLife
  rows: readonly LifeRow[]
  readonly #deps: BoothLogsDeps
  #turn: Promise<unknown> = Promise.resolve()

  constructor(booth: string, rows: readonly LifeRow[], deps: BoothLogsDeps) {
    this.booth = booth
    this.rows = rows
    this.life = lifeOf(rows)
    this.#deps = deps
  }

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  async append(events: readonly BoothEvent[], by: PersonId | null, content: BoothContent | null): Promise<void> {
    const { store, clock, onLife } = this.#deps
    const after = this.rows.length
    const rows = events.map((event, i): LifeRow => ({ seq: after + i + 1, at: clock(), person: by, event }))
    await store.append(this.booth, after, rows, content)
    const before = this.life
    this.rows = [...this.rows, ...rows]
    this.life = events.reduce(evolveBooth, this.life)
    onLife(this.booth, before.shown !== this.life.shown || before.down !== this.life.down)
  }
}
