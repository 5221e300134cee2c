// The hot track between the real server parts and the stock client, over both transports and through an upgrade.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { hotParser } from '../../../server/broadcast/hot-parser.ts'
import { encodePose } from '../../../shared/pose/pose-code.ts'
import { encodeEcho, TickReader } from '../../../shared/pose/tick-frame.ts'
import { HOT_EVENT } from '../../../shared/protocol/hot.ts'
import { type BareHouse, openBareHouse, until } from '../../support/bare-house.ts'

const pose = { x: 3, y: 0, z: -4, yaw: 1, pitch: 0 }
let house: BareHouse
let now = 1_000_000
beforeEach(async () => {
  now = 1_000_000
  house = await openBareHouse(() => now)
})
afterEach(() => house.close())

const tick = () => {
  now += 100
  house.broadcast.tick()
}

for (const transport of ['websocket', 'polling'] as const) {
  test(`[POSE-23] a pose goes in and the lead comes out as bytes, by ${transport}`, async () => {
    const { client, line, hot } = await house.connect({ transports: [transport], upgrade: false })
    house.broadcast.crowd.enter(line)
    client.emit(HOT_EVENT, encodePose(pose, 0, 1))
    await until(() => house.broadcast.crowd.pose(line) !== null)
    expect(house.broadcast.crowd.pose(line)).toMatchObject({ x: 3, z: -4 })
    house.broadcast.crowd.lead('tour').take(pose, 0, 0)
    house.broadcast.crowd.follow(line, 'tour')
    await until(() => {
      tick()
      return hot.length > 0
    })
    let guide = 0
    const reader = new TickReader({
      beginTick: () => undefined,
      pushGuide: ({ x }) => void (guide = x),
      pushFigure: () => undefined,
      hide: () => undefined,
      leave: () => undefined,
    })
    expect(reader.read(hot[0] as Uint8Array, 0)).toBe(true)
    expect(guide).toBe(3)
    expect(house.broadcast.figures[transport === 'websocket' ? 'hotSent' : 'hotByEmit']).toBeGreaterThan(0)
  })
}

test('[POSE-23] a line that begins with polling is served from its first poll on and goes on after the upgrade', async () => {
  const letUpgrade = house.holdUpgrades()
  const { line, hot, client } = await house.connect({ transports: ['polling', 'websocket'] })
  house.broadcast.crowd.enter(line)
  house.broadcast.crowd.lead('tour')
  house.broadcast.crowd.follow(line, 'tour')
  let x = 0
  const send = () => {
    x = (x + 0.01) % 20
    house.broadcast.crowd.lead('tour').take({ ...pose, x }, 0, 0)
    tick()
  }
  await until(() => {
    send()
    return hot.length > 0
  })
  expect(house.broadcast.figures.hotByEmit).toBeGreaterThan(0)
  letUpgrade()
  await until(() => {
    send()
    return line.transport === 'websocket' && house.broadcast.figures.hotSent > 3
  })
  const sent = house.broadcast.figures.hotSent + house.broadcast.figures.hotByEmit

  await until(() => hot.length >= sent)
  expect(client.connected).toBe(true)
})

test('[POSE-24] tells and hot frames mixed in one tick all arrive, in order each', async () => {
  const { client, line, hot } = await house.connect({ transports: ['websocket'] })
  const told: unknown[] = []
  client.on('words:gone', (tell: { ids: string[] }) => told.push(tell.ids[0]))
  house.broadcast.crowd.follow(line, 'tour')
  for (let i = 0; i < 20; i++) {
    line.tell('words:gone', { ids: [`a${i}`] })
    house.broadcast.crowd.lead('tour').take({ ...pose, x: i / 10 }, 0, 0)
    tick()
    line.tell('words:gone', { ids: [`b${i}`] })
  }
  await until(() => told.length === 40 && hot.length === 20)
  expect(told.slice(0, 4)).toEqual(['a0', 'b0', 'a1', 'b1'])
})

test('[POSE-25] binary in an ordinary event can neither be sent nor received', async () => {
  expect(() => new hotParser.Encoder().encode({ type: 2, nsp: '/', data: ['x', Buffer.from('a')] })).toThrow('binary')
  const { client, socket } = await house.connect({ transports: ['websocket'] })
  expect(() => socket.emit('x', Buffer.from('a'))).toThrow('binary')
  expect(() => client.emit('x', new Uint8Array(3))).toThrow('binary')
  client.io.engine.write('51-["hall:enter",{"_placeholder":true,"num":0}]')
  await until(() => !client.connected)
  expect(socket.connected).toBe(false)
})

test('[POSE-26] the echo says how far behind a line is, and a future tick is not believed', async () => {
  const { client, line } = await house.connect({ transports: ['websocket'] })
  for (let i = 0; i < 20; i++) tick()
  expect([line.silentMs(now), line.lagMs(now)]).toEqual([2000, 0])
  client.emit(HOT_EVENT, encodeEcho(18, true))
  await until(() => line.hidden)
  expect([line.silentMs(now), line.lagMs(now)]).toEqual([200, 200])
  client.emit(HOT_EVENT, encodeEcho(4000, false))
  await until(() => !line.hidden)
  expect([line.silentMs(now), line.lagMs(now)]).toEqual([200, 200])
  for (let i = 0; i < 70; i++) tick()
  expect([line.silentMs(now), line.lagMs(now)]).toEqual([7200, 2200])
})

test('[POSE-27] a line that takes nothing is closed when its queue is full; the others hear all', async () => {
  const stuck = await house.connect({ transports: ['polling'], upgrade: false })
  const well = await house.connect({ transports: ['websocket'] })
  const told: unknown[] = []
  well.client.on('words:gone', (tell) => told.push(tell))
  const circle = house.broadcast.circle()
  circle.add(stuck.line)
  circle.add(well.line)
  // The polling client asks for the next packets only when it is its turn; holding its requests back leaves it stuck.
  const letPoll = house.holdRequests()
  for (let i = 0; i < 700; i++) {
    circle.tell('words:gone', { ids: [] })
    await new Promise((next) => setImmediate(next))
  }
  expect(house.broadcast.figures.closedOverfull).toBe(1)
  await until(() => !stuck.socket.connected)
  await until(() => told.length === 700)
  letPoll()
})

test('[POSE-15] a tab that says it is hidden gets no poses from the next tick on', async () => {
  const [watcher, walker] = [await house.connect({ transports: ['websocket'] }), await house.connect()]
  const { crowd } = house.broadcast
  for (const { line } of [watcher, walker]) crowd.enter(line)
  crowd.hear(walker.line, encodePose(pose, 0, 1))
  crowd.hear(watcher.line, encodePose(pose, 0, 1))
  for (let i = 0; i < 3; i++) tick()
  watcher.client.emit(HOT_EVENT, encodeEcho(3, true))
  await until(() => watcher.line.hidden)
  // What was sent before a tell has come when the tell has.
  let marks = 0
  watcher.client.on('words:gone', () => marks++)
  const mark = async (count: number) => {
    watcher.line.tell('words:gone', { ids: [] })
    await until(() => marks === count)
  }
  await mark(1)
  const had = watcher.hot.length
  for (let i = 0; i < 25; i++) {
    crowd.hear(walker.line, encodePose({ ...pose, x: 3 + i / 20 }, 0, i + 2))
    tick()
  }
  await mark(2)
  expect(watcher.hot.slice(had).map((bytes) => bytes.length)).toEqual([6, 6])
})

test('[POSE-10] a line that breaks takes its figure along, and the counts are told when they change', async () => {
  const [watcher, walker] = [await house.connect({ transports: ['websocket'] }), await house.connect()]
  const { crowd } = house.broadcast
  const counts: unknown[] = []
  watcher.client.on('hall:counts', (told) => counts.push(told))
  for (const { line } of [watcher, walker]) crowd.enter(line)
  crowd.hear(walker.line, encodePose(pose, 0, 1))
  for (let i = 0; i < 100; i++) tick()
  await until(() => counts.length > 0)
  walker.client.disconnect()
  await until(() => Object.keys(crowd.counts()).length === 0)
  for (let i = 0; i < 100; i++) tick()
  await until(() => counts.length > 1)
  expect(counts).toEqual([{ dongying: 1 }, {}])
})
