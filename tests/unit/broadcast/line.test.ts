// One line over a socket made for the test: what waits, what is left out, what closes it, and how far behind it is.

import { EventEmitter } from 'node:events'
import { Duplex } from 'node:stream'
import type { Socket } from 'socket.io'
import { describe, expect, test } from 'vitest'
import { makeFigures } from '../../../server/broadcast/figures.ts'
import { createLine, type HotFrame } from '../../../server/broadcast/line.ts'
import { createTicks } from '../../../server/broadcast/ticks.ts'
import type { PersonId } from '../../../shared/kit/id.ts'

const frame: HotFrame = { frame: Buffer.alloc(19), bytes: Buffer.alloc(17) }

/** A line whose WebSocket takes nothing: what is written to it waits. */
function openLine(name: 'websocket' | 'polling' = 'websocket') {
  let now = 0
  let cut = false
  const stream = new Duplex({ write: () => {}, read: () => {} })
  const webSocket = { readyState: 1, extensions: '', _socket: stream, terminate: () => void (cut = true) }
  const conn = Object.assign(new EventEmitter(), {
    transport: { name, writable: true, ...(name === 'websocket' ? { socket: webSocket } : {}) } as object,
    writeBuffer: [] as { data: string }[],
    write: (data: string) => void conn.writeBuffer.push({ data }),
    close: () => void (cut = true),
  })
  const emitted: unknown[] = []
  const volatile = { emit: (...what: unknown[]) => void emitted.push(what) }
  const socket = Object.assign(new EventEmitter(), { id: 'line-1', conn, volatile, disconnect: () => {} })
  const ticks = createTicks(() => now)
  const figures = makeFigures()
  const line = createLine({
    socket: socket as unknown as Socket,
    person: 'person-1' as PersonId,
    ticks,
    figures,
    log: { warn: () => {}, error: () => {} },
  })
  return {
    line,
    stream,
    conn,
    figures,
    emitted,
    wasCut: () => cut,
    upgrade() {
      conn.transport = { name: 'websocket', socket: webSocket }
      conn.emit('upgrade')
    },
    tick(times: number) {
      for (let i = 0; i < times; i++) {
        now += 100
        ticks.next()
      }
    },
    now: () => now,
  }
}

const tell = (ids: readonly string[]) => ['words:gone', { ids }] as const

describe('hot frames', () => {
  test('[POSE-16] are left out while more than 16 KB are unsent', () => {
    const { line, stream, figures } = openLine()
    stream.write(Buffer.alloc(16 * 1024))
    expect([line.hot(frame), figures.hotSent, figures.hotSkipped]).toEqual([true, 1, 0])
    expect([line.hot(frame), figures.hotSent, figures.hotSkipped]).toEqual([false, 1, 1])
  })

  test('[POSE-21] by long polling are sent by the ordinary event, and only while a poll waits', () => {
    const { line, conn, emitted, figures } = openLine('polling')
    expect([line.hot(frame), emitted.length, line.stream]).toEqual([true, 1, null])
    Object.assign(conn.transport, { writable: false })
    expect([line.hot(frame), emitted.length, figures.hotSkipped]).toEqual([false, 1, 1])
  })

  test('[POSE-23] after the upgrade go straight to the WebSocket', () => {
    const { line, stream, emitted, upgrade, figures } = openLine('polling')
    upgrade()
    expect([line.stream, line.transport]).toEqual([stream, 'websocket'])
    expect([line.hot(frame), emitted.length, figures.hotSent]).toEqual([true, 0, 1])
  })
})

describe('a queue that is full', () => {
  test('[POSE-27] by its number: 512 messages wait, the next closes the line', () => {
    const { line, wasCut, figures, conn } = openLine()
    for (let i = 0; i < 512; i++) line.tell(...tell([]))
    expect([wasCut(), conn.writeBuffer.length]).toEqual([false, 512])
    line.tell(...tell([]))
    expect([wasCut(), figures.closedOverfull]).toEqual([true, 1])
    line.tell(...tell([]))
    expect([conn.writeBuffer.length, line.hot(frame)]).toEqual([512, false])
  })

  test('[POSE-27] by its bytes: what waits in the WebSocket counts as well', () => {
    const { line, wasCut, stream, conn } = openLine()
    const half = 'x'.repeat(512 * 1024)
    line.tell(...tell([half]))
    expect([wasCut(), conn.writeBuffer.length]).toEqual([false, 1])
    stream.write(Buffer.alloc(512 * 1024))
    line.tell(...tell([]))
    expect([wasCut(), conn.writeBuffer.length]).toEqual([true, 1])
  })
})

describe('how far behind', () => {
  test('[POSE-26] an older echo takes nothing back, one of a tick to come is not believed', () => {
    const { line, tick, now } = openLine()
    tick(20)
    line.echoed(19, false)
    line.echoed(12, true)
    expect([line.silentMs(now()), line.lagMs(now()), line.hidden]).toEqual([100, 100, true])
    line.echoed(21, false)
    expect([line.silentMs(now()), line.hidden]).toEqual([100, false])
  })

  test('[POSE-26] an echo that is overdue makes the line late by and by', () => {
    const { line, tick, now } = openLine()
    tick(50)
    expect([line.silentMs(now()), line.lagMs(now())]).toEqual([5000, 0])
    tick(13)
    expect([line.silentMs(now()), line.lagMs(now())]).toEqual([6300, 1300])
  })
})
