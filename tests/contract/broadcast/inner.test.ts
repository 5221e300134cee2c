// What server/broadcast/inner.ts leans on inside engine.io and ws. Fails here first when a new version moves it.

import { Duplex } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as ws from 'ws'
import { directWay, waiting, webSocketFrame } from '../../../server/broadcast/inner.ts'
import { type BareHouse, openBareHouse } from '../../support/bare-house.ts'

let house: BareHouse
beforeAll(async () => {
  house = await openBareHouse()
})
afterAll(() => house.close())

test('[POSE-20] a WebSocket line has an open stream that takes ready frames', async () => {
  const { socket } = await house.connect({ transports: ['websocket'] })
  const way = directWay(socket.conn)
  expect(way?.stream).toBeInstanceOf(Duplex)
  expect(way?.ws.readyState).toBe(1)
  expect(waiting(socket.conn)).toEqual({ packets: 0, bytes: 0 })
  socket.conn.write('2["a"]')
  socket.conn.write('2["b"]')
  expect(waiting(socket.conn)).toEqual({ packets: 1, bytes: 6 })
})

test('[POSE-21] a long-polling line has none, and neither has a line whose insides are strange', async () => {
  const { socket } = await house.connect({ transports: ['polling'] })
  expect(directWay(socket.conn)).toBe(null)
  const strange = [{}, { name: 'websocket' }, { name: 'websocket', socket: { readyState: 1, extensions: '' } }]
  for (const transport of strange) expect(directWay({ transport } as unknown as typeof socket.conn)).toBe(null)
})

test('[POSE-21] a WebSocket that compresses takes no ready frames', async () => {
  const { socket } = await house.connect({ transports: ['websocket'] })
  const transport = socket.conn.transport as unknown as { readonly socket: { readonly _socket: unknown } }
  const compressing = { readyState: 1, extensions: 'permessage-deflate', _socket: transport.socket._socket }
  const insides = { ...compressing, extensions: '' }
  const way = (socket: object) => directWay({ transport: { name: 'websocket', socket } } as never)
  expect([way(insides) !== null, way(compressing)]).toEqual([true, null])
})

test('[POSE-20] frames are byte for byte those of ws, at every length of header', () => {
  const frame: (data: Buffer, options: object) => Buffer[] = Reflect.get(Reflect.get(ws, 'Sender') as object, 'frame')
  for (const length of [0, 1, 125, 126, 65535, 65536]) {
    const payload = Buffer.alloc(length, 7)
    const theirs = frame(payload, { fin: true, rsv1: false, opcode: 2, mask: false, readOnly: false })
    expect(webSocketFrame('binary', payload).equals(Buffer.concat(theirs))).toBe(true)
  }
})
