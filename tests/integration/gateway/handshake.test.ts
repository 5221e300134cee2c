// The socket's door: Origin, protocol version, cookie, and the two ways a proxy breaks the upgrade.

import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hotParser } from '../../../client/net/hot-parser.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import { type House, openHouse } from '../../support/house.ts'
import { openProxy } from '../../support/proxy.ts'

let house: House
const sockets: Socket[] = []
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await house.close()
})

const connect = (url: string, cookie: string, options: Partial<ManagerOptions & SocketOptions> = {}): Socket => {
  const socket = io(url, {
    parser: hotParser,
    reconnection: false,
    forceNew: true,
    auth: { version: PROTOCOL_VERSION },
    extraHeaders: { cookie },
    ...options,
  })
  sockets.push(socket)
  return socket
}
const opened = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
const codeOf = (socket: Socket): Promise<string> =>
  opened(socket).then(
    () => 'connected',
    (error: Error & { data?: { code: string } }) => error.data?.code ?? error.message,
  )
const enter = (socket: Socket): Promise<unknown> => socket.timeout(10_000).emitWithAck('hall:enter', { language: 'zh' })

describe('the handshake', () => {
  it('[WIRE-1] lets in who has a cookie and speaks this version', async () => {
    const visitor = await house.visitor()
    expect(await codeOf(connect(house.url, visitor.cookie()))).toBe('connected')
  })

  it('[WIRE-2] refuses another version, and none, with a code that says so', async () => {
    const { cookie } = await house.visitor()
    expect(await codeOf(connect(house.url, cookie(), { auth: { version: 0 } }))).toBe('wire.old-version')
    expect(await codeOf(connect(house.url, cookie(), { auth: {} }))).toBe('wire.old-version')
    expect(await codeOf(connect(house.url, cookie(), { auth: { version: '1' } }))).toBe('wire.old-version')
  })

  it.each(['polling', 'websocket'])(
    '[WIRE-3] refuses another site by %s before anything is read',
    async (transport) => {
      const { cookie } = await house.visitor()
      const extraHeaders = { cookie: cookie(), origin: 'https://elsewhere.example' }
      const socket = connect(house.url, cookie(), { transports: [transport], extraHeaders })
      await expect(opened(socket)).rejects.toThrow(/error/)
    },
  )
})

describe('a proxy that breaks the upgrade', () => {
  it.each(['refuse', 'swallow'] as const)('[WIRE-4] (%s) leaves a line that works by long polling', async (how) => {
    const proxy = await openProxy(house.url, how)
    const visitor = await house.visitor()
    const socket = connect(proxy.url, visitor.cookie())
    await opened(socket)
    expect(await enter(socket)).toMatchObject({ ok: true })
    const ticked = await new Promise<ArrayBuffer | Uint8Array>((resolve) => socket.once('h', resolve))
    expect(new Uint8Array(ticked)[0]).toBe(2)
    expect(socket.io.engine.transport.name).toBe('polling')
    await expect.poll(() => proxy.upgrades(), { timeout: 20_000 }).toBeGreaterThan(0)
    expect(await enter(socket)).toMatchObject({ ok: true })
    socket.disconnect()
    await proxy.close()
  })
})
