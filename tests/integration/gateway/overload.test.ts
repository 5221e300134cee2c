// Overload: far more than anybody honest sends, from many lines at once; then the house serves the next visitor as if nothing was,
// and has nothing left to do.

import { io, type Socket } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { hotParser } from '../../../client/net/hot-parser.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import { cpuMs, sleep } from '../../bench/measure.ts'
import { createPerson, valueOf } from '../../support/person-client.ts'
import { startServer } from '../../support/server.ts'

const LINES = 30
const MESSAGES = 3_000
/** What the rule gives the server afterwards, ms. */
const AFTER = 5_000
/** Of one core: under overload it takes nearly all of it, with a handful of people a hundredth. */
const IDLE = 0.05

describe('overload', () => {
  it('[WIRE-14] is over when it is over: the next visitor comes in and is answered, nothing is left to do, and no fault was logged', async () => {
    const server = await startServer({ env: { LOG_LEVEL: 'warn' } })
    const visitors = Array.from({ length: LINES }, () => createPerson(server.origin))
    for (const visitor of visitors) valueOf(await visitor.post('/api/enter', {}))
    const lines = visitors.map((visitor) => open(server.origin, visitor.cookie()))
    await Promise.all(lines.map((line) => new Promise<void>((resolve) => line.once('connect', resolve))))
    const pose = Uint8Array.of(1, ...Array<number>(13).fill(255))
    const before = cpuMs(server.pid)
    for (let i = 0; i < MESSAGES; i++) {
      for (const line of lines) {
        if (i % 3 === 0) line.emit('h', pose)
        else line.emit(i % 3 === 1 ? 'hall:enter' : 'hall:nothing', { language: 'zh', n: i })
      }
    }
    await Promise.all(lines.map((line) => new Promise((resolve) => line.once('disconnect', resolve))))
    expect(cpuMs(server.pid)).toBeGreaterThan(before)

    const next = createPerson(server.origin)
    const answered = async () => {
      valueOf(await next.post('/api/enter', {}))
      await next.connect()
      return valueOf(await next.ask('hall:enter', { language: 'zh' }))
    }
    const late = sleep(AFTER).then(() => 'late')
    const over = Promise.all([answered(), idle(server.pid)])
    expect(await Promise.race([over, late])).toMatchObject([{ booths: { length: 23 } }, true])
    const { ok } = await fetch(`${server.origin}/health`)
    const metrics = await (await fetch(`${server.origin}/metrics`)).text()
    expect([ok, /^parlor_people (\d+)$/m.exec(metrics)?.[1]]).toEqual([true, '1'])
    expect(server.output()).not.toMatch(/"fault"|"level":[56]0/)
    next.close()
    await server.stop()
  })
})

/** Whether the process comes to rest for half a second before the rule's time is over. */
async function idle(pid: number): Promise<boolean> {
  const end = performance.now() + AFTER
  while (performance.now() < end) {
    const [used, since] = [cpuMs(pid), performance.now()]
    await sleep(500)
    if (cpuMs(pid) - used < IDLE * (performance.now() - since)) return true
  }
  return false
}

const open = (url: string, cookie: string): Socket =>
  io(url, {
    parser: hotParser,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { version: PROTOCOL_VERSION },
    extraHeaders: { cookie },
  })
