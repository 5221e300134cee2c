// The guide's pose over real sockets: a follower who joins late sees where the guide stands without the guide moving again.

import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hotParser } from '../../../client/net/hot-parser.ts'
import type { CommandId, SessionId } from '../../../shared/kit/id.ts'
import type { Pose } from '../../../shared/pose/pose.ts'
import { encodePose } from '../../../shared/pose/pose-code.ts'
import { TickReader } from '../../../shared/pose/tick-frame.ts'
import { HOT_EVENT } from '../../../shared/protocol/hot.ts'
import type { Reply } from '../../../shared/protocol/refusal.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import { type House, openHouse } from '../../support/house.ts'
import { must } from '../../support/must.ts'
import { type PersonClient, valueOf } from '../../support/person-client.ts'

let house: House
const sockets: Socket[] = []

beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await house.close()
})

interface Walker {
  readonly socket: Socket
  /** The guide as this person's client would see it. */
  guide: Pose | null
  ask(name: string, ask: object): Promise<Reply<unknown>>
}

async function walker(person: PersonClient): Promise<Walker> {
  const socket = io(house.url, {
    parser: hotParser,
    transports: ['websocket'],
    forceNew: true,
    auth: { version: PROTOCOL_VERSION },
    extraHeaders: { cookie: person.cookie(), origin: house.url },
  })
  sockets.push(socket)
  const self: Walker = {
    socket,
    guide: null,
    ask: (name, ask) => socket.timeout(10_000).emitWithAck(name, ask) as Promise<Reply<unknown>>,
  }
  const reader = new TickReader({
    beginTick: () => undefined,
    pushGuide: (pose) => {
      self.guide = { ...pose }
    },
    pushFigure: () => undefined,
    hide: () => undefined,
    leave: () => undefined,
  })
  socket.on(HOT_EVENT, (bytes: Uint8Array) => void reader.read(new Uint8Array(bytes), 0))
  await new Promise((resolve) => socket.once('connect', () => resolve(null)))
  valueOf(await self.ask('hall:enter', { language: 'en' }))
  return self
}

describe('the lead', () => {
  it('[LIVE-4] a follower who joins late gets the guide’s last pose at once; who follows nobody gets none', async () => {
    const staff = await house.staff('host')
    const listed = valueOf(await staff.get('/api/sessions')).sessions
    const session: SessionId = must(listed[0]).id
    const guide = await walker(staff)
    valueOf(await guide.ask('session:join', { session }))
    const start = { id: 'command-start' as CommandId, type: 'session:start' }
    valueOf(await guide.ask('session:command', { session, command: start }))
    guide.socket.emit(HOT_EVENT, encodePose({ x: -36, y: 0, z: 2, yaw: 0.5, pitch: 0 }, 0, 1))
    const [late, free] = [await walker(await house.visitor()), await walker(await house.visitor())]
    for (const one of [late, free]) valueOf(await one.ask('session:join', { session }))
    valueOf(await late.ask('session:follow', { session, mode: 'together' }))
    await expect.poll(() => late.guide, { timeout: 10_000 }).toMatchObject({ x: -36, z: 2 })
    expect(free.guide).toBeNull()
    valueOf(await late.ask('session:follow', { session, mode: 'free' }))
  })
})
