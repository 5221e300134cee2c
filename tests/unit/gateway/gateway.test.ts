// The gateway with sockets made for the test: what it counts on a line, and how it goes down while asks are under way.

import { EventEmitter } from 'node:events'
import type { Server, Socket } from 'socket.io'
import { describe, expect, it } from 'vitest'
import type { Line } from '../../../server/broadcast/line.ts'
import { createBuckets } from '../../../server/gateway/buckets.ts'
import { createGateway } from '../../../server/gateway/gateway.ts'
import { createHandshake } from '../../../server/gateway/handshake.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import { type Reply, refuse, value } from '../../../shared/protocol/refusal.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'

const me = { person: 'person-1' as PersonId, name: null, kind: 'visitor' as const, house: [], cities: [] }
const admission = { person: me.person, me, address: '203.0.113.1', machine: null, room: null }

class FakeSocket extends EventEmitter {
  readonly id: string
  readonly data = admission
  readonly told: unknown[] = []
  cut = false
  closed = false
  #heard: (event: string, ...args: unknown[]) => void = () => {}
  hot: (bytes: Uint8Array) => void = () => {}

  constructor(id: string) {
    super()
    this.id = id
  }
  onAny(heard: (event: string, ...args: unknown[]) => void): void {
    this.#heard = heard
  }
  disconnect(): void {
    this.cut = true
  }
  ask(event: string): Promise<Reply<unknown>> {
    return new Promise((resolve) => this.#heard(event, {}, resolve))
  }
  /** Says something that asks for no answer. */
  say(event: string): void {
    this.#heard(event, {})
  }
  line(): Line {
    return {
      onHot: (hear: (bytes: Uint8Array) => void) => void (this.hot = hear),
      tell: (name: string, payload: unknown) => void this.told.push([name, payload]),
      close: () => void (this.closed = true),
    } as unknown as Line
  }
}

function openGateway(guard: (event: string) => Promise<Reply<unknown>> = async () => value(null)) {
  const io = new EventEmitter() as EventEmitter & {
    use(let_: (socket: Socket, next: (e?: Error) => void) => void): void
  }
  let letIn: (socket: Socket, next: (error?: Error) => void) => void = () => {}
  io.use = (made) => void (letIn = made)
  let now = 0
  let hot = 0
  const gateway = createGateway({
    io: io as unknown as Server,
    clock: () => now,
    handshake: async () => value(admission),
    guard,
    faults: () => refuse('wire.fault'),
    line: (socket) => (socket as unknown as FakeSocket).line(),
    onHot: () => void hot++,
    onGone: () => {},
  })
  return {
    gateway,
    hot: () => hot,
    later: (ms: number) => void (now += ms),
    socket(id = 'a'): FakeSocket {
      const socket = new FakeSocket(id)
      io.emit('connection', socket)
      return socket
    },
    knock: () =>
      new Promise<string>((resolve) =>
        letIn(new FakeSocket('new') as unknown as Socket, (error) => resolve(error?.message ?? 'let in')),
      ),
  }
}

describe('a line', () => {
  it('[WIRE-7] hands on 60 hot packets at once and 30 a second; the rest is dropped', () => {
    const { socket, hot, later } = openGateway()
    const one = socket()
    for (let i = 0; i < 200; i++) one.hot(new Uint8Array(14))
    expect(hot()).toBe(60)
    later(1_000)
    for (let i = 0; i < 200; i++) one.hot(new Uint8Array(14))
    expect(hot()).toBe(90)
  })

  it('[WIRE-7] is answered 100 asks at once, refused the next 500, then cut; another line is not', async () => {
    const { socket } = openGateway()
    const [one, other] = [socket('a'), socket('b')]
    const codes: string[] = []
    for (let i = 0; i < 600; i++) {
      const reply = await one.ask('hall:enter')
      codes.push(reply.ok ? 'ok' : reply.code)
    }
    expect(codes.filter((code) => code === 'ok')).toHaveLength(100)
    expect([codes.at(-1), one.cut]).toEqual(['wire.too-often', false])
    one.say('hall:enter')
    expect([one.cut, other.cut]).toEqual([true, false])
    expect(await other.ask('hall:enter')).toEqual(value(null))
  })

  it('[PEOPLE-8] of somebody who signs out is told and then closed; others’ are not', () => {
    const { gateway, socket } = openGateway()
    const one = socket()
    gateway.endPerson('person-2' as PersonId)
    expect([one.told, one.closed]).toEqual([[], false])
    gateway.endPerson(me.person)
    expect([one.told, one.closed]).toEqual([[['person:changed', null]], true])
  })
})

describe('going down', () => {
  it('[WIRE-8] waits for what is under way, refuses what comes, and lets nobody in', async () => {
    let answer: (reply: Reply<unknown>) => void = () => {}
    const { gateway, socket, knock } = openGateway(() => new Promise((resolve) => (answer = resolve)))
    const one = socket()
    expect(await knock()).toBe('let in')
    const under = one.ask('session:command')
    let down = false
    const drained = gateway.drain(1_000, 60_000).then(() => (down = true))
    expect(await one.ask('session:command')).toEqual(refuse('wire.draining'))
    expect(await knock()).toBe('wire.draining')
    // Longer than a line lingers once it was told to come back.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect([down, one.told]).toEqual([false, []])
    answer(value('done'))
    expect(await under).toEqual(value('done'))
    await drained
    expect(one.told).toEqual([['wire:draining', { backIn: 1_000 }]])
  })
})

describe('the handshake', () => {
  it('[WIRE-11] stops a flood from one address before it asks who it is, and nobody from another', async () => {
    let asked = 0
    const handshake = createHandshake({
      whoIs: async () => {
        asked++
        return { me, cookie: 'c', stage: null, room: null }
      },
      client: (request) => request.socket.remoteAddress ?? '',
      flood: createBuckets({ burst: 3, perSecond: 1 }, () => 0),
    })
    const from = (remoteAddress: string) =>
      handshake({
        request: { socket: { remoteAddress }, headers: {} },
        handshake: { auth: { version: PROTOCOL_VERSION } },
      } as unknown as Socket)
    for (let i = 0; i < 3; i++) expect((await from('203.0.113.1')).ok).toBe(true)
    expect(await from('203.0.113.1')).toEqual(refuse('wire.too-often'))
    expect(asked).toBe(3)
    expect((await from('203.0.113.2')).ok).toBe(true)
  })
})
