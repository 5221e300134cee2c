// Reference 1: plain `ws`; the guide's frame is made once and the same buffer is written to all. As cheap as ws can be.

import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { webSocketFrame } from '../../../server/broadcast/inner.ts'
import { report } from './report-port.ts'

const MAX_QUEUED = 1 << 18

const http = createServer()
const server = new WebSocketServer({ server: http, perMessageDeflate: false })
const followers = new Map<object, Duplex>()
server.on('connection', (socket, request) => {
  const guide = request.url?.includes('role=guide') === true
  if (!guide) followers.set(socket, Reflect.get(socket, '_socket') as Duplex)
  socket.on('close', () => followers.delete(socket))
  socket.on('message', (data, isBinary) => {
    if (!guide || !isBinary) return
    const frame = webSocketFrame('binary', data as Buffer)
    for (const stream of followers.values()) if (stream.writableLength < MAX_QUEUED) stream.write(frame)
  })
  socket.send('{"k":"ready"}')
})
http.listen(0, '127.0.0.1', () => report(http))
