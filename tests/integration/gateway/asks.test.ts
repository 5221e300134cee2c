// What the guard says to near-misses of the protocol by a real socket, and how a line ends.

import { request } from 'node:http'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hotParser } from '../../../client/net/hot-parser.ts'
import type { SessionId } from '../../../shared/kit/id.ts'
import { UPLOAD_PATH } from '../../../shared/model/progress.ts'
import type { Reply } from '../../../shared/protocol/refusal.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import type { Plate } from '../../../shared/protocol/wire.ts'
import { type House, openHouse } from '../../support/house.ts'
import { must } from '../../support/must.ts'
import { valueOf } from '../../support/person-client.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** A visitor's bare socket, which can say what no typed client would. */
const bare = async (own: House = house): Promise<Socket> => {
  const visitor = await own.visitor()
  const socket = io(own.url, {
    parser: hotParser,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { version: PROTOCOL_VERSION },
    extraHeaders: { cookie: visitor.cookie() },
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}
const ask = (socket: Socket, event: string, ...payload: unknown[]): Promise<Reply<unknown>> =>
  socket.timeout(5_000).emitWithAck(event, ...payload) as Promise<Reply<unknown>>

describe('the guard', () => {
  it('[WIRE-5] refuses what it does not know or can not parse, and answers the next ask all the same', async () => {
    const socket = await bare()
    expect(await ask(socket, 'hall:burn', {})).toEqual({ ok: false, code: 'wire.unknown-event' })
    expect(await ask(socket, '__proto__', {})).toEqual({ ok: false, code: 'wire.unknown-event' })
    expect(await ask(socket, 'toString', {})).toEqual({ ok: false, code: 'wire.unknown-event' })
    expect(await ask(socket, 'hall:enter')).toEqual({ ok: false, code: 'wire.malformed' })
    expect(await ask(socket, 'hall:enter', { language: 'tlh' })).toEqual({ ok: false, code: 'wire.malformed' })
    expect(await ask(socket, 'session:join', { session: '../../etc' })).toEqual({ ok: false, code: 'wire.malformed' })
    expect((await ask(socket, 'hall:enter', { language: 'en' })).ok).toBe(true)
    socket.disconnect()
  })

  it('[WIRE-6] refuses what comes too often, by person and ask, and lets it through again later', async () => {
    const own = await openHouse()
    const socket = await bare(own)
    const codes = await Promise.all(Array.from({ length: 30 }, () => ask(socket, 'hall:enter', { language: 'en' })))
    expect(codes.filter((reply) => reply.ok).length).toBe(10)
    expect(codes.filter((reply) => !reply.ok && reply.code === 'wire.too-often').length).toBe(20)
    own.pass(60_000)
    expect((await ask(socket, 'hall:enter', { language: 'en' })).ok).toBe(true)
    socket.disconnect()
    await own.close()
  })

  it('[WIRE-7] cuts a line that floods or sends a message too large, and serves others', async () => {
    const flood = await bare()
    const cut = new Promise((resolve) => flood.once('disconnect', resolve))
    for (let i = 0; i < 2_000; i++) flood.emit('hall:burn', i)
    await cut
    const large = await bare()
    const gone = new Promise((resolve) => large.once('disconnect', resolve))
    large.emit('hall:enter', { language: 'x'.repeat(200_000) })
    await gone
    const other = await bare()
    expect((await ask(other, 'hall:enter', { language: 'zh' })).ok).toBe(true)
    other.disconnect()
  })
})

describe('the hall', () => {
  it('[PEOPLE-9] shows names of staff with a badge, of others only when they say so', async () => {
    const own = await openHouse()
    const [host, guest, looker] = [await own.staff('host'), await own.visitor(), await own.visitor()]
    valueOf(await guest.post('/api/name', { name: '韩梅梅' }))
    for (const one of [host, guest, looker]) await one.connect()
    valueOf(await host.ask('hall:enter', { language: 'zh' }))
    const inside = valueOf(await guest.ask('hall:enter', { language: 'zh' }))
    const hall = valueOf(await looker.ask('hall:enter', { language: 'zh' }))
    expect(hall.booths).toHaveLength(23)
    expect(hall.booths[0]).toMatchObject({ summaryIsSample: true, model: null, revision: 1 })
    expect(hall.plates.map((plate) => plate.badge)).toEqual(['staff'])
    const told = new Promise((resolve) => looker.on('hall:plates', resolve))
    valueOf(await guest.ask('person:show-name', { show: true }))
    expect(await told).toContainEqual({ handle: inside.handle, name: '韩梅梅', badge: null })
    await own.close()
  })

  it('[PEOPLE-12] shows people of one session each other’s names, and strangers not', async () => {
    const own = await openHouse()
    const [one, two, stranger] = [await own.visitor(), await own.visitor(), await own.visitor()]
    const session = valueOf(await one.get('/api/sessions')).sessions[0]?.id ?? ('' as SessionId)
    for (const [person, name] of [
      [one, '甲'],
      [two, '乙'],
      [stranger, '丙'],
    ] as const) {
      valueOf(await person.post('/api/name', { name }))
      await person.connect()
      valueOf(await person.ask('hall:enter', { language: 'zh' }))
    }
    const seen: Record<string, string[]> = {}
    const note = (who: string) => (plates: readonly Plate[]) => {
      seen[who] = plates.map((plate) => plate.name).sort()
    }
    one.on('hall:plates', note('one'))
    stranger.on('hall:plates', note('stranger'))
    valueOf(await one.ask('session:join', { session }))
    valueOf(await two.ask('session:join', { session }))
    await expect.poll(() => seen['one']).toEqual(['乙', '甲'].sort())
    expect(seen['stranger'] ?? []).toEqual([])
    valueOf(await two.ask('session:leave', { session }))
    await expect.poll(() => seen['one']).toEqual(['甲'])
    await own.close()
  })
})

describe('going down', () => {
  it('[WIRE-8] answers whatever was asked, tells everyone to come back, and closes without a goodbye that keeps clients away', async () => {
    const own = await openHouse()
    const socket = await bare(own)
    const told = new Promise((resolve) => socket.once('wire:draining', resolve))
    const why = new Promise((resolve) => socket.once('disconnect', resolve))
    const under = Array.from({ length: 5 }, () => ask(socket, 'hall:enter', { language: 'zh' }))
    const closed = own.app.close()
    const codes = (await Promise.all(under)).map((reply) => (reply.ok ? 'ok' : reply.code))
    expect(codes.filter((code) => code !== 'ok' && code !== 'wire.draining')).toEqual([])
    expect(await told).toEqual({ backIn: 1_000 })
    expect(await why).toBe('transport close')
    await closed
  })

  it('[WIRE-17] waits for no upload that trickles: it goes on after the restart', async () => {
    const own = await openHouse()
    const city = await own.staff('qingdao')
    const named = (key: string, text: string) => `${key} ${Buffer.from(text).toString('base64')}`
    const tus = { origin: own.url, cookie: city.cookie(), 'tus-resumable': '1.0.0' }
    const metadata = `${named('city', 'qingdao')},${named('filename', 'a.glb')}`
    const headers = { ...tus, 'upload-length': '1000', 'upload-metadata': metadata }
    const made = await fetch(own.url + UPLOAD_PATH, { method: 'POST', headers })
    const type = 'application/offset+octet-stream'
    const sending = request(own.url + must(made.headers.get('location')), {
      method: 'PATCH',
      headers: { ...tus, 'content-type': type, 'upload-offset': '0', 'content-length': '1000' },
    })
    const cut = new Promise((resolve) => sending.once('error', resolve))
    await new Promise<void>((resolve) => sending.write(Buffer.alloc(10), () => resolve()))
    await own.app.close()
    await cut
  })
})
