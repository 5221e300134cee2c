// Socket.IO set up for this house: one path, JSON control plane, our parser for the hot track, no deflate, bounded messages,
// polling first and the upgrade behind it (the stock order), Origin checked before anything is read.

import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { hotParser } from '../broadcast/hot-parser.ts'
import { originAllowed } from './origin.ts'

/** Longest message a client may send, bytes; a question of 500 characters is 2 KB. */
export const MESSAGE_BYTES = 32 * 1024

export function createSockets(http: HttpServer, publicUrl: string | null): Server {
  const server = new Server(http, {
    parser: hotParser,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MESSAGE_BYTES,
    connectTimeout: 10_000,
    allowRequest: (request, done) => {
      const allowed = originAllowed(request.headers, publicUrl)
      done(allowed ? null : 'wire.origin', allowed)
    },
  })
  server.engine.on('headers', (headers: Record<string, string>) => {
    headers['x-content-type-options'] = 'nosniff'
  })
  return server
}
