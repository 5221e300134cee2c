// Reference 2: Socket.IO as its tutorial has it; the guide's pose is an object, emitted to the others in the room.

import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { report } from './report-port.ts'

const http = createServer()
const io = new Server(http, { serveClient: false, perMessageDeflate: false })
io.on('connection', (socket) => {
  if (socket.handshake.query['role'] !== 'guide') void socket.join('live')
  socket.on('pose', (pose: unknown) => socket.to('live').emit('pose', pose))
  socket.emit('ready')
})
http.listen(0, '127.0.0.1', () => report(http))
