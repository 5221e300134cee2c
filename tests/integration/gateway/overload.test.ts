// Overload: far more than anybody honest sends, from many lines at once; then the house serves the next visitor as if nothing was.

import { io, type Socket } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { hotParser } from '../../../client/net/hot-parser.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import { openHouse } from '../../support/house.ts'
import { valueOf } from '../../support/person-client.ts'

const LINES = 30
const MESSAGES = 3_000
/** Longest wait for each answer afterwards, ms. */
const AFTER = 5_000

describe('overload', () => {
  it('[WIRE-14] is over when it is over: the next visitor comes in and is answered, and nothing was logged as a fault', async () => {
    const house = await openHouse({ env: { LOG_LEVEL: 'warn' } })
    const visitors = await Promise.all(Array.from({ length: LINES }, () => house.visitor()))
    const lines = visitors.map((visitor) => open(house.url, visitor.cookie()))
    await Promise.all(lines.map((line) => new Promise<void>((resolve) => line.once('connect', resolve))))
    const pose = Uint8Array.of(1, ...Array<number>(13).fill(255))
    for (let i = 0; i < MESSAGES; i++) {
      for (const line of lines) {
        if (i % 3 === 0) line.emit('h', pose)
        else line.emit(i % 3 === 1 ? 'hall:enter' : 'hall:nothing', { language: 'zh', n: i })
      }
    }
    await Promise.all(lines.map((line) => new Promise((resolve) => line.once('disconnect', resolve))))
    const next = house.person()
    const answered = async () => {
      valueOf(await next.post('/api/enter', {}))
      await next.connect()
      return valueOf(await next.ask('hall:enter', { language: 'zh' }))
    }
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), AFTER))
    expect(await Promise.race([answered(), late])).toMatchObject({ booths: { length: 23 } })
    expect(house.logged.filter((line) => line.includes('"fault"'))).toEqual([])
    await house.close()
  })
})

const open = (url: string, cookie: string): Socket =>
  io(url, {
    parser: hotParser,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { version: PROTOCOL_VERSION },
    extraHeaders: { cookie },
  })
