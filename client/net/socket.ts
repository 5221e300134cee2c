// The line to the server: typed asking with a time-out, typed tells, the order of transports, coming back after a loss.
// Knows no store and no noun. Transports: polling first with an upgrade in the background, since a proxy that swallows the
// upgrade would keep a WebSocket-first client out for ever; where an upgrade has worked on this network, WebSocket first.

import type { ManagerOptions, SocketOptions } from 'socket.io-client'
import { HOT_EVENT } from '../../shared/protocol/hot.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts'
import type { Ask, AskName, Replies, Tells } from '../../shared/protocol/wire.ts'
import { NO_ANSWER, NO_LINE, type Outcome } from '../state/outcome.ts'
import type { Shelf } from '../state/settings-store.ts'

/** What is used of a socket.io-client Socket; a fake one in tests delivers only when told. */
export interface SocketLike {
  readonly connected: boolean
  readonly volatile: { emit(event: string, ...args: unknown[]): unknown }
  readonly io: {
    readonly opts: Partial<ManagerOptions>
    readonly engine?: {
      readonly transport?: { readonly writable: boolean }
      once(event: 'upgrade', then: (transport: { name: string }) => void): unknown
    }
    on(event: 'open', then: () => void): unknown
    timeout?(ms: number): unknown
  }
  on(event: string, then: (...args: never[]) => void): unknown
  emit(event: string, ...args: unknown[]): unknown
  connect(): unknown
  disconnect(): unknown
}

export type LineOptions = Partial<ManagerOptions & SocketOptions>

export interface LineDeps {
  makeSocket(options: LineOptions): SocketLike
  readonly shelf: Shelf
  /** 0 … 1 */
  random(): number
  later(then: () => void, ms: number): void
  /** On a stage screen's page: known by the machine's login, whoever is signed in beside it. */
  readonly as?: 'stage'
}

export type LineNews =
  | { readonly type: 'up' }
  | { readonly type: 'down' }
  /** Cut by us, to be made anew with what the cookie says now. */
  | { readonly type: 'renewing' }
  | { readonly type: 'draining' }
  /** The server refused the handshake; it says why. */
  | { readonly type: 'refused'; readonly code: string }

export interface Line {
  ask<N extends AskName>(name: N, ask: Ask<N>): Promise<Outcome<Replies[N]>>
  on<N extends keyof Tells>(name: N, then: (tell: Tells[N]) => void): void
  onHot(then: (bytes: Uint8Array) => void): void
  /** Sent now or never. @returns whether it went: not while a poll is under way or the transport is changed */
  hot(bytes: Uint8Array): boolean
  onNews(then: (news: LineNews) => void): void
  /** Rises with whatever the server says: ticks come once a second, so a line on which it stands still is dead. */
  heard(): number
  connect(): void
  /** After a refusal: at once the first time, then ever later. @param pause waited in any case, milliseconds */
  again(pause: number): void
  /** Anew, with what the cookie says now. */
  renew(): void
  /** The line was found dead: told as down, then made anew after up to 2 s and a pause, milliseconds. */
  drop(pause?: number): void
  close(): void
}

export const ASK_TIME_OUT = 8_000
export const WEBSOCKET_TIME_OUT = 4_000
const POLLING_TIME_OUT = 20_000
const UPGRADE_KEY = 'parlor.upgrade-worked'
/** Longest pause between two attempts of a line that is refused, milliseconds. */
const AGAIN_MAX = 30_000
/** Spread of returning clients after a loss that everybody shares, milliseconds. */
export const JITTER = 2_000

const remembered = (shelf: Shelf): boolean => {
  try {
    return shelf.getItem(UPGRADE_KEY) === '1'
  } catch {
    return false
  }
}

/** The transports to begin with on this network. */
export function firstTransports(upgradeWorked: boolean): LineOptions {
  return upgradeWorked
    ? { transports: ['websocket', 'polling'], tryAllTransports: true, timeout: WEBSOCKET_TIME_OUT }
    : { transports: ['polling', 'websocket'], timeout: POLLING_TIME_OUT }
}

export function createLine(deps: LineDeps): Line {
  const { shelf, random, later } = deps
  const socket = deps.makeSocket(lineOptions(deps))
  const news: Array<(news: LineNews) => void> = []
  const say = (what: LineNews) => {
    for (const then of news) then(what)
  }
  let heard = 0
  let refusals = 0
  let closed = false
  const connectIn = (ms: number) => later(() => closed || socket.connect(), ms)
  watchTransports(socket, shelf)
  socket.on(HOT_EVENT, () => void heard++)
  socket.on('connect', () => {
    refusals = 0
    say({ type: 'up' })
  })
  socket.on('disconnect', (why: string) => {
    if (why === 'io client disconnect') return
    say({ type: 'down' })
    // A close by the server (role change, slow line) does not reconnect by itself.
    if (why === 'io server disconnect') connectIn(random() * JITTER)
  })
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    const code = error.data?.code ?? error.message
    if (/^[a-z]+\.[a-z-]+$/.test(code)) say({ type: 'refused', code })
  })
  socket.on('wire:draining', ({ backIn }: Tells['wire:draining']) => {
    say({ type: 'draining' })
    socket.disconnect()
    connectIn(backIn + random() * JITTER)
  })
  return {
    async ask(name, ask) {
      const answer = await askBy(socket, name, ask, later)
      if (answer !== NO_ANSWER) heard++
      return answer
    },
    on: (name, then) =>
      void socket.on(name, (tell: never) => {
        heard++
        then(tell)
      }),
    onHot: (then) => void socket.on(HOT_EVENT, (bytes: ArrayBuffer | Uint8Array) => then(asBytes(bytes))),
    hot: (bytes) => {
      // What Socket.IO itself asks before it drops a volatile packet without a word.
      if (!socket.connected || !socket.io.engine?.transport?.writable) return false
      socket.volatile.emit(HOT_EVENT, bytes)
      return true
    },
    onNews: (then) => void news.push(then),
    heard: () => heard,
    connect: () => void socket.connect(),
    again: (pause) => {
      const wait = pause + Math.min(AGAIN_MAX, 1000 * (2 ** refusals - 1)) * (0.5 + random() / 2)
      refusals++
      if (wait > 0) connectIn(wait)
      else socket.connect()
    },
    renew: () => {
      say({ type: 'renewing' })
      socket.disconnect()
      socket.connect()
    },
    drop: (pause = 0) => {
      say({ type: 'down' })
      socket.disconnect()
      connectIn(pause + random() * JITTER)
    },
    close: () => {
      closed = true
      socket.disconnect()
    },
  }
}

const lineOptions = ({ shelf, as }: LineDeps): LineOptions => ({
  autoConnect: false,
  ...firstTransports(remembered(shelf)),
  // The first attempt after a loss comes 0 to 2 s later, spread evenly; the next ones back off to 10 s.
  reconnectionDelay: JITTER / 2,
  randomizationFactor: 1,
  reconnectionDelayMax: 10_000,
  auth: { version: PROTOCOL_VERSION, ...(as ? { as } : {}) },
})

function askBy<N extends AskName>(
  socket: SocketLike,
  name: N,
  ask: Ask<N>,
  later: LineDeps['later'],
): Promise<Outcome<Replies[N]>> {
  if (!socket.connected) return Promise.resolve(NO_LINE)
  return new Promise((resolve) => {
    socket.emit(name, ask, (reply: Reply<Replies[N]>) => resolve(reply))
    later(() => resolve(NO_ANSWER), ASK_TIME_OUT)
  })
}

/** Remembers that an upgrade worked; forgets it, and goes back to polling first, after one failure. */
function watchTransports(socket: SocketLike, shelf: Shelf): void {
  socket.io.on('open', () => {
    socket.io.engine?.once('upgrade', (transport) => {
      if (transport.name !== 'websocket') return
      try {
        shelf.setItem(UPGRADE_KEY, '1')
      } catch {
        // Not remembered: polling first again next time.
      }
    })
  })
  socket.on('connect_error', () => {
    if (!remembered(shelf)) return
    shelf.removeItem(UPGRADE_KEY)
    Object.assign(socket.io.opts, firstTransports(false))
    socket.io.timeout?.(POLLING_TIME_OUT)
  })
}

const asBytes = (bytes: ArrayBuffer | Uint8Array): Uint8Array =>
  bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
