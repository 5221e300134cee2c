// A small reverse proxy in front of a server, with the two ways in which company proxies break WebSockets: refusing the upgrade,
// or swallowing it (no answer at all).

import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

export interface Proxy {
  readonly url: string
  /** Upgrades that came in so far. */
  upgrades(): number
  close(): Promise<void>
}

/** @param upgrade what happens to a WebSocket upgrade */
export async function openProxy(target: string, upgrade: 'refuse' | 'swallow'): Promise<Proxy> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Duplex>()
  let upgrades = 0
  const server = createServer((incoming, outgoing) => {
    const onward = request(
      { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
      (answer: IncomingMessage) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  server.on('upgrade', (_request, socket: Duplex) => {
    upgrades++
    socket.on('error', () => undefined)
    if (upgrade === 'refuse') socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upgrades: () => upgrades,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
