// A socket that delivers only when told, for the client's net: what was emitted stands in `sent`, the test answers.

import type { LineOptions, SocketLike } from '../../../client/net/socket.ts'
import type { Shelf } from '../../../client/state/settings-store.ts'

export interface Sent {
  readonly event: string
  readonly payload: unknown
  answer(reply: unknown): void
}

export class FakeSocket implements SocketLike {
  connected = false
  connects = 0
  readonly sent: Sent[] = []
  readonly hot: unknown[] = []
  readonly options: LineOptions
  readonly volatile = { emit: (_event: string, bytes: unknown) => void this.hot.push(bytes) }
  readonly transport = { writable: true }
  readonly io: SocketLike['io']
  timeout = 0
  #opened: (() => void) | null = null
  #upgraded: ((transport: { name: string }) => void) | null = null
  readonly #heard = new Map<string, Array<(...args: never[]) => void>>()

  constructor(options: LineOptions) {
    this.options = options
    this.io = {
      opts: { ...options },
      engine: { transport: this.transport, once: (_event, then) => void (this.#upgraded = then) },
      on: (_event, then) => void (this.#opened = then),
      timeout: (ms) => void (this.timeout = ms),
    }
  }

  on(event: string, then: (...args: never[]) => void): void {
    this.#heard.set(event, [...(this.#heard.get(event) ?? []), then])
  }

  emit(event: string, payload: unknown, answer?: (reply: unknown) => void): void {
    this.sent.push({ event, payload, answer: (reply) => answer?.(reply) })
  }

  connect(): void {
    this.connects++
  }

  disconnect(): void {
    const was = this.connected
    this.connected = false
    if (was) this.hear('disconnect', 'io client disconnect')
  }

  /** Delivers an event to the client. */
  hear(event: string, ...args: unknown[]): void {
    for (const then of this.#heard.get(event) ?? []) then(...(args as never[]))
  }

  open(): void {
    this.connected = true
    this.#opened?.()
    this.hear('connect')
  }

  upgrade(name: string): void {
    this.#upgraded?.({ name })
  }

  lose(why = 'transport close'): void {
    this.connected = false
    this.hear('disconnect', why)
  }

  /** What was asked by this name, the newest last. */
  asked(event: string): Sent[] {
    return this.sent.filter((one) => one.event === event)
  }
}

/** A shelf in memory. */
export function memoryShelf(
  first: Readonly<Record<string, string>> = {},
): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map(Object.entries(first))
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

/** Timers that run when told. */
export function handTimers() {
  const due: Array<{ readonly then: () => void; readonly ms: number }> = []
  return {
    due,
    later: (then: () => void, ms: number) => void due.push({ then, ms }),
    /** Runs every timer that stands now, or only those of at most so long. */
    run(atMost = Number.POSITIVE_INFINITY) {
      const all = due.splice(0)
      due.push(...all.filter(({ ms }) => ms > atMost))
      for (const { then, ms } of all) if (ms <= atMost) then()
    },
  }
}

/** Lets promises settle. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}
