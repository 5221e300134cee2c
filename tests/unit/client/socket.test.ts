// The line: asking with a time-out, the order of transports, coming back.

import { describe, expect, it } from 'vitest'
import { ASK_TIME_OUT, createLine, type LineNews, WEBSOCKET_TIME_OUT } from '../../../client/net/socket.ts'
import { FakeSocket, handTimers, memoryShelf, settle } from './fake-socket.ts'

function line(shelf = memoryShelf()) {
  const timers = handTimers()
  let socket: FakeSocket | undefined
  const made = createLine({
    makeSocket: (options) => {
      socket = new FakeSocket(options)
      return socket
    },
    shelf,
    random: () => 0.5,
    later: timers.later,
  })
  if (!socket) throw new Error('no socket was made')
  const news: LineNews[] = []
  made.onNews((one) => news.push(one))
  return { line: made, socket, timers, shelf, news }
}

describe('asking', () => {
  it('[UI-4] an answer reaches who asked', async () => {
    const { line: made, socket } = line()
    socket.open()
    const asked = made.ask('hall:enter', { language: 'zh' })
    socket.sent[0]?.answer({ ok: true, value: 'hall' })
    expect(await asked).toEqual({ ok: true, value: 'hall' })
  })

  it('[UI-4] no answer in 8 seconds is a refusal, and a late answer changes nothing', async () => {
    const { line: made, socket, timers } = line()
    socket.open()
    const asked = made.ask('hall:enter', { language: 'zh' })
    expect(timers.due.map(({ ms }) => ms)).toEqual([ASK_TIME_OUT])
    timers.run()
    socket.sent[0]?.answer({ ok: true, value: 'hall' })
    expect(await asked).toEqual({ ok: false, code: 'line.slow' })
  })

  it('[UI-4] without a line it is refused at once and nothing is queued', async () => {
    const { line: made, socket } = line()
    expect(await made.ask('hall:enter', { language: 'zh' })).toEqual({ ok: false, code: 'line.none' })
    socket.open()
    await settle()
    expect(socket.sent).toEqual([])
  })
})

describe('a hot packet', () => {
  it('[UI-11] goes now or not at all, and says which: without a line or while a poll is under way it does not', () => {
    const { line: made, socket } = line()
    const bytes = new Uint8Array([1])
    expect(made.hot(bytes)).toBe(false)
    socket.open()
    socket.transport.writable = false
    expect(made.hot(bytes)).toBe(false)
    socket.transport.writable = true
    expect(made.hot(bytes)).toBe(true)
    expect(socket.hot).toEqual([bytes])
  })
})

describe('transports', () => {
  it('[UI-5] a line on a new network begins by polling', () => {
    expect(line().socket.options.transports).toEqual(['polling', 'websocket'])
  })

  it('[UI-5] where an upgrade worked the next line begins by WebSocket, with a short time-out', () => {
    const { socket, shelf } = line()
    socket.open()
    socket.upgrade('websocket')
    const { options } = line(shelf).socket
    expect(options.transports).toEqual(['websocket', 'polling'])
    expect(options.tryAllTransports).toBe(true)
    expect(options.timeout).toBe(WEBSOCKET_TIME_OUT)
  })

  it('[UI-5] one failure sends it back to polling first, for this line and the next', () => {
    const { socket, shelf } = line(memoryShelf({ 'parlor.upgrade-worked': '1' }))
    socket.hear('connect_error', new Error('timeout'))
    expect(socket.io.opts.transports).toEqual(['polling', 'websocket'])
    expect(line(shelf).socket.options.transports).toEqual(['polling', 'websocket'])
  })
})

describe('coming back', () => {
  it('[UI-6] the first attempt after a loss is spread over 2 seconds', () => {
    const { options } = line().socket
    expect([options.reconnectionDelay, options.randomizationFactor]).toEqual([1000, 1])
  })

  it('[UI-6] a line that the server closed is opened again', () => {
    const { socket, timers, news } = line()
    socket.open()
    socket.lose('io server disconnect')
    expect(news.map(({ type }) => type)).toEqual(['up', 'down'])
    expect(timers.due.map(({ ms }) => ms)).toEqual([1000])
    timers.run()
    expect(socket.connects).toBe(1)
  })

  it('[UI-6] when the server drains, the client comes back after the named time', () => {
    const { socket, timers, news } = line()
    socket.open()
    socket.hear('wire:draining', { backIn: 3000 })
    expect(news.at(-1)).toEqual({ type: 'draining' })
    expect(timers.due.map(({ ms }) => ms)).toEqual([4000])
    expect(socket.connects).toBe(0)
    timers.run()
    expect(socket.connects).toBe(1)
  })

  it('[UI-7] a refused handshake is told by its code, a broken one is not', () => {
    const { socket, news } = line()
    socket.hear('connect_error', new Error('wire.old-version'))
    socket.hear('connect_error', new Error('xhr poll error'))
    expect(news).toEqual([{ type: 'refused', code: 'wire.old-version' }])
  })
})
