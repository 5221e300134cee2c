// Real sockets without the house's nouns: Socket.IO with the hot parser and the broadcast on a free port, and stock clients.

import { once } from 'node:events'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { type Socket as ClientSocket, io, type ManagerOptions, type SocketOptions } from 'socket.io-client'
import { hotParser as clientParser } from '../../client/net/hot-parser.ts'
import { type Broadcast, createBroadcast } from '../../server/broadcast/broadcast.ts'
import { hotParser } from '../../server/broadcast/hot-parser.ts'
import type { Line } from '../../server/broadcast/line.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import { HOT_EVENT } from '../../shared/protocol/hot.ts'

export interface Connected {
  readonly client: ClientSocket
  readonly socket: Socket
  readonly line: Line
  /** Hot packets the client got, oldest first. */
  readonly hot: Uint8Array[]
}

export interface BareHouse {
  readonly url: string
  readonly broadcast: Broadcast
  connect(options?: Partial<ManagerOptions & SocketOptions>): Promise<Connected>
  /** Keeps WebSocket upgrades (or HTTP requests) waiting until the returned function is called. */
  holdUpgrades(): () => void
  holdRequests(): () => void
  close(): Promise<void>
}

/** Opens it; hot packets of clients go to the broadcast. Ticks only when `broadcast.tick()` is called. */
export async function openBareHouse(clock: () => number = Date.now): Promise<BareHouse> {
  const http = createServer()
  const server = new Server(http, { parser: hotParser, serveClient: false, perMessageDeflate: false })
  const broadcast = createBroadcast({
    clock,
    random: (n) => new Uint8Array(n),
    log: { warn: () => undefined, error: () => undefined },
  })
  const lines = new Map<string, { socket: Socket; line: Line }>()
  let people = 0
  server.on('connection', (socket) => {
    const line = broadcast.line(socket, `person-${++people}` as PersonId)
    lines.set(socket.id, { socket, line })
    line.onHot((bytes) => void broadcast.hear(line, bytes))
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const clients: ClientSocket[] = []
  return {
    url,
    broadcast,
    async connect(options = {}) {
      const client = io(url, { parser: clientParser, reconnection: false, forceNew: true, ...options })
      clients.push(client)
      const hot: Uint8Array[] = []
      client.on(HOT_EVENT, (bytes: ArrayBuffer | Uint8Array) => hot.push(new Uint8Array(bytes)))
      await Promise.race([
        once(client as unknown as NodeJS.EventEmitter, 'connect'),
        once(client as unknown as NodeJS.EventEmitter, 'connect_error').then(([error]) => Promise.reject(error)),
      ])
      const known = lines.get(client.id ?? '')
      if (!known) throw new Error('the server does not know this socket')
      return { client, hot, ...known }
    },
    holdUpgrades: () => hold(http, 'upgrade'),
    holdRequests: () => hold(http, 'request'),
    async close() {
      for (const client of clients) client.disconnect()
      await server.close()
    },
  }
}

function hold(http: HttpServer, event: 'upgrade' | 'request'): () => void {
  const listeners = http.listeners(event)
  const held: unknown[][] = []
  http.removeAllListeners(event)
  http.on(event, (...what: unknown[]) => void held.push(what))
  return () => {
    http.removeAllListeners(event)
    for (const listener of listeners) http.on(event, (...what: unknown[]) => Reflect.apply(listener, http, what))
    for (const what of held) for (const listener of listeners) Reflect.apply(listener, http, what)
  }
}

/** Waits until something holds, looking again after each turn of the event loop. The test's own limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((again) => setTimeout(again, 2))
}
