// One line to one browser tab: JSON tells with a bounded queue, hot frames past everything to the WebSocket, and how far
// behind it is. Knows nothing of what is told. Ticks and crowds are in tick.ts and crowd.ts.

import type { Duplex } from 'node:stream'
import type { Socket } from 'socket.io'
import type { PersonId } from '../../shared/kit/id.ts'
import { ECHO_TICKS } from '../../shared/pose/echo.ts'
import { HOT_EVENT, TICK_HZ } from '../../shared/protocol/hot.ts'
import type { Tells } from '../../shared/protocol/wire.ts'
import type { BroadcastFigures, Log } from './figures.ts'
import { cut, type DirectWay, directWay, waiting } from './inner.ts'
import { encodeTell, type TextMessage } from './text-message.ts'
import type { Ticks } from './ticks.ts'

/** Text that may wait for one line; beyond it the line is closed and comes back by snapshot. */
export const TEXT_QUEUE = { packets: 512, bytes: 1 << 20 } as const
/** A line so far behind, ms, gets fewer frames and shows as lagging. */
export const LAGGING_MS = 1000
/** With more than this unsent, a hot frame is left out: a newer one comes. */
export const HOT_QUEUE_BYTES = 16 * 1024

/** A frame made once for many lines. */
export interface HotFrame {
  /** WebSocket header and payload in one buffer. */
  readonly frame: Buffer
  /** The payload alone, for lines without a WebSocket. */
  readonly bytes: Buffer
}

export interface Line {
  readonly id: string
  readonly person: PersonId
  readonly transport: 'polling' | 'websocket'
  /** The browser said that its tab is hidden: it gets a sign of life once a second and no poses. */
  readonly hidden: boolean
  /** Where ready frames of many can be written without asking the line; null on long polling. */
  readonly stream: Duplex | null
  /** Tells this line alone. */
  tell<N extends keyof Tells>(name: N, payload: Tells[N]): void
  /** Tells what is encoded already. */
  send(message: TextMessage): void
  /** Sends a hot frame now or never. False when it was left out. */
  hot(frame: HotFrame): boolean
  /** Hands on each hot packet of the client. Once for each line. */
  onHot(hear: (bytes: Uint8Array) => void): void
  /** The client's echo: the newest tick it has, and whether its tab is hidden. */
  echoed(tick: number, hidden: boolean): void
  /** Age of the newest tick that the client has confirmed, ms: up to the time between two echoes on a line in order. */
  silentMs(now: number): number
  /** How late ticks come to the client and their echoes back, ms, as of the last echo; grows when one is overdue. */
  lagMs(now: number): number
  /** Ends the line for good; Socket.IO's client does not come back by itself. */
  close(): void
}

export interface LineParts {
  readonly socket: Socket
  readonly person: PersonId
  readonly ticks: Ticks
  readonly figures: BroadcastFigures
  readonly log: Log
}

/** Longest time between two echoes of a line in order, ms. */
const ECHO_MS = ECHO_TICKS * (1000 / TICK_HZ)

class SocketLine implements Line {
  readonly id: string
  readonly person: PersonId
  hidden = false
  readonly #socket: Socket
  readonly #ticks: Ticks
  readonly #figures: BroadcastFigures
  readonly #log: Log
  #direct: DirectWay | null
  #echoed: number
  #late = 0
  #open = true

  constructor({ socket, person, ticks, figures, log }: LineParts) {
    this.id = socket.id
    this.person = person
    this.#socket = socket
    this.#ticks = ticks
    this.#figures = figures
    this.#log = log
    this.#direct = directWay(socket.conn)
    this.#echoed = ticks.current
    socket.conn.on('upgrade', () => {
      this.#direct = directWay(socket.conn)
    })
    socket.once('disconnect', () => {
      this.#open = false
      this.#direct = null
    })
  }

  get transport(): 'polling' | 'websocket' {
    return this.#socket.conn.transport.name === 'websocket' ? 'websocket' : 'polling'
  }

  get stream(): Duplex | null {
    return this.#direct?.stream ?? null
  }

  tell<N extends keyof Tells>(name: N, payload: Tells[N]): void {
    this.send(encodeTell(name, payload))
  }

  send(message: TextMessage): void {
    if (!this.#open) return
    const { conn } = this.#socket
    const queue = waiting(conn)
    const bytes = queue.bytes + (this.#direct?.stream.writableLength ?? 0)
    if (queue.packets >= TEXT_QUEUE.packets || bytes > TEXT_QUEUE.bytes) this.#overfull(queue.packets, bytes)
    else conn.write(message.text, message.options)
  }

  hot(frame: HotFrame): boolean {
    if (!this.#open) return false
    const direct = this.#direct
    if (direct === null) return this.#hotByPolling(frame)
    if (direct.ws.readyState !== 1 || direct.stream.writableLength > HOT_QUEUE_BYTES) {
      this.#figures.hotSkipped++
      return false
    }
    direct.stream.write(frame.frame)
    this.#figures.hotSent++
    return true
  }

  onHot(hear: (bytes: Uint8Array) => void): void {
    this.#socket.conn.on('data', (data: unknown) => {
      if (data instanceof Uint8Array && this.#open) hear(data)
    })
  }

  echoed(tick: number, hidden: boolean): void {
    this.hidden = hidden
    if (tick <= this.#echoed || tick > this.#ticks.current) return
    this.#echoed = tick
    this.#late = this.#ticks.timeOf(this.#ticks.current) - this.#ticks.timeOf(tick)
  }

  silentMs(now: number): number {
    return Math.max(0, now - this.#ticks.timeOf(this.#echoed))
  }

  lagMs(now: number): number {
    return Math.max(this.#late, this.silentMs(now) - ECHO_MS)
  }

  close(): void {
    this.#socket.disconnect(true)
  }

  // Long polling, or insides we do not know: the same event by the ordinary way, only while a poll waits for it.
  #hotByPolling(frame: HotFrame): boolean {
    if (!this.#socket.conn.transport.writable) {
      this.#figures.hotSkipped++
      return false
    }
    this.#socket.volatile.emit(HOT_EVENT, frame.bytes)
    this.#figures.hotByEmit++
    return true
  }

  #overfull(packets: number, bytes: number): void {
    this.#open = false
    this.#figures.closedOverfull++
    this.#log.warn({ line: this.id, packets, bytes, reason: 'overfull' }, 'line closed')
    cut(this.#socket.conn)
  }
}

/** A line over a connected Socket.IO socket. */
export const createLine = (parts: LineParts): Line => new SocketLine(parts)
