// How lines come and go at the gateway alone, over real sockets: what happens between two steps of it.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hotParser } from '../../../client/net/hot-parser.ts'
import { createBroadcast } from '../../../server/broadcast/broadcast.ts'
import { createGateway, type Gateway } from '../../../server/gateway/gateway.ts'
import type { Admission } from '../../../server/gateway/handshake.ts'
import { LINES_MAX } from '../../../server/gateway/rates.ts'
import { createSockets } from '../../../server/gateway/sockets.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import { type Reply, refuse, value } from '../../../shared/protocol/refusal.ts'

const person = 'person-at-the-door' as PersonId
const admission: Admission = {
  person,
  me: { person, name: null, kind: 'visitor', house: [], cities: [] },
  address: '127.0.0.1',
  machine: null,
  room: null,
}

let handshake: () => Promise<Reply<Admission>>
let guard: () => Promise<Reply<unknown>>
let gateway: Gateway
let url: string
let close: () => Promise<void>
const steps: string[] = []

beforeEach(async () => {
  steps.length = 0
  handshake = async () => value(admission)
  guard = async () => value(null)
  const http = createServer()
  const sockets = createSockets(http, null)
  const log = { warn: () => {}, error: () => {} }
  const broadcast = createBroadcast({ clock: Date.now, random: (n) => new Uint8Array(n), log })
  gateway = createGateway({
    io: sockets,
    clock: Date.now,
    handshake: () => handshake(),
    guard: () => guard(),
    faults: () => refuse('wire.fault'),
    line: broadcast.line,
    onHot: () => {},
    onGone: () => void steps.push('gone'),
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  close = () => sockets.close()
})
afterEach(() => close())

const connect = (): Socket =>
  io(url, { parser: hotParser, transports: ['websocket'], reconnection: false, forceNew: true })
const heard = (socket: Socket, event: string) => new Promise<unknown>((resolve) => socket.once(event, resolve))

describe('a line', () => {
  it('[WIRE-15] is gone only when what it asked for last is done', async () => {
    let finish = () => {}
    let asked = () => {}
    const arrived = new Promise<void>((resolve) => {
      asked = resolve
    })
    guard = () =>
      new Promise((resolve) => {
        asked()
        finish = () => {
          steps.push('done')
          resolve(value(null))
        }
      })
    const socket = connect()
    await heard(socket, 'connect')
    socket.emit('session:join', {}, () => {})
    await arrived
    socket.disconnect()
    await expect.poll(() => [...gateway.callers()].length).toBe(0)
    finish()
    await expect.poll(() => steps).toEqual(['done', 'gone'])
  })

  it('[PEOPLE-8] whose handshake is under way when its person is signed out is told and ended', async () => {
    let letIn = () => {}
    const begun = new Promise<void>((begin) => {
      handshake = () => {
        begin()
        return new Promise((resolve) => {
          letIn = () => resolve(value(admission))
        })
      }
    })
    const socket = connect()
    const [told, ended] = [heard(socket, 'person:changed'), heard(socket, 'disconnect')]
    await begun
    gateway.endPerson(person)
    letIn()
    await told
    expect(await ended).toBe('io server disconnect')
    expect([...gateway.callers()]).toEqual([])
  })

  it('[WIRE-16] beyond the twentieth of one person is refused, and let in again when one has gone', async () => {
    const lines = Array.from({ length: LINES_MAX }, connect)
    for (const one of lines) if (!one.connected) await heard(one, 'connect')
    const code = async () => {
      const socket = connect()
      return await Promise.race([
        heard(socket, 'connect').then(() => 'in'),
        heard(socket, 'connect_error').then((error) => (error as { data: { code: string } }).data.code),
      ])
    }
    expect(await code()).toBe('wire.too-often')
    lines[0]?.disconnect()
    await expect.poll(code).toBe('in')
  })
})
