// The client's line at its edges: answers of an earlier sending, two joins at once, holes among what waited.

import { describe, expect, it } from 'vitest'
import { ASK_TIME_OUT } from '../../../client/net/socket.ts'
import { emptySlot, withEvents, withSnapshot } from '../../../client/state/session-store.ts'
import type { SessionId } from '../../../shared/kit/id.ts'
import { evolve } from '../../../shared/session/evolve.ts'
import { settle } from './fake-socket.ts'
import { back, command, inside } from './kept-house.ts'
import { CUES, GUEST, GUIDE, QUESTION, SESSION, snapshot, told } from './sample-session.ts'

describe('a hole in the numbers', () => {
  it('[UI-8] nothing after it is folded, of no circle, and it stays a hole', () => {
    const joined = withSnapshot({ ...emptySlot, id: SESSION }, snapshot())
    const late = told(3, { type: 'cue:gone', cue: CUES[1].id })
    const mine = told(1, { type: 'question:queued', question: QUESTION, by: GUEST, place: 'net' }, 'own')
    const { slot, gap } = withEvents(joined, [late, mine], {}, evolve)
    expect([gap, slot.joined?.state.questions, slot.joined?.counters]).toEqual([true, {}, { all: 1, rest: 0 }])
  })

  it('[UI-47] one among what waited makes it join again once; the rest waits for that answer', async () => {
    const { socket, stores, keeper } = await inside()
    void keeper.join(SESSION)
    const asks = socket.asked('session:join').length
    for (const n of [4, 6, 8]) {
      socket.hear('session:events', { session: SESSION, events: [told(n, { type: 'session:paused' })], words: {} })
    }
    socket.asked('session:join').at(-1)?.answer({ ok: true, value: snapshot() })
    await settle()
    expect(socket.asked('session:join').length).toBe(asks + 1)
    socket
      .asked('session:join')
      .at(-1)
      ?.answer({ ok: true, value: snapshot({ counters: { all: 8, rest: 0 } }) })
    await settle()
    expect(stores.session.getState().joined?.counters.all).toBe(8)
    expect(socket.asked('session:join').length).toBe(asks + 1)
  })
})

describe('two joins at once', () => {
  it('[UI-47] what was heard before the second was asked stands in its answer and is not put over it', async () => {
    const { socket, stores, keeper } = await inside()
    void keeper.join(SESSION)
    socket.hear('session:snapshot', { session: SESSION, snapshot: snapshot({ role: 'speaker' }) })
    void keeper.join(SESSION)
    const [, first, second] = socket.asked('session:join')
    first?.answer({ ok: true, value: snapshot({ counters: { all: 2, rest: 0 } }) })
    await settle()
    second?.answer({ ok: true, value: snapshot({ role: 'co-host', counters: { all: 5, rest: 0 } }) })
    await settle()
    expect(stores.session.getState().joined).toMatchObject({ role: 'co-host', counters: { all: 5 } })
  })

  it('[UI-9] the answer for a session that was left meanwhile changes nothing', async () => {
    const { socket, stores, keeper } = await inside()
    void keeper.join(SESSION)
    keeper.leave()
    socket.asked('session:join').at(-1)?.answer({ ok: true, value: snapshot() })
    await settle()
    expect(stores.session.getState()).toMatchObject({ id: null, joined: null })
  })
})

describe('a command that was sent again', () => {
  it('[UI-52] the time-out of its first sending is not its answer', async () => {
    const client = await inside()
    const { socket, commands, timers } = client
    let seen: unknown
    void commands.send(SESSION, command).then((answer) => (seen = answer))
    const timeOut = timers.due.at(-1)
    expect(timeOut?.ms).toBe(ASK_TIME_OUT)
    socket.lose()
    await back(client)
    const timesOut = timeOut?.then
    timesOut?.()
    await settle()
    expect([seen, socket.connected]).toEqual([undefined, true])
    socket.asked('session:command')[1]?.answer({ ok: true, value: { seq: 4 } })
    await settle()
    expect(seen).toEqual({ ok: true, value: { seq: 4 } })
  })

  it('[UI-52] has 20 seconds from the last loss on, not from the first', async () => {
    const client = await inside()
    const { socket, commands, timers } = client
    let seen: unknown
    void commands.send(SESSION, command).then((answer) => (seen = answer))
    timers.due.splice(0)
    socket.lose()
    const first = timers.due.find(({ ms }) => ms === 20_000)
    await back(client)
    socket.lose()
    const ends = first?.then
    ends?.()
    await settle()
    expect([first === undefined, seen]).toEqual([false, undefined])
    await back(client)
    expect(socket.asked('session:command').length).toBe(3)
  })

  it('[UI-52] waits for its own session to be joined, and through a joining that is lost too', async () => {
    const client = await inside()
    const { socket, commands } = client
    let seen: unknown
    void commands.send(SESSION, command).then((answer) => (seen = answer))
    socket.lose()
    commands.joined('session-0002' as SessionId, { ok: true, value: null })
    commands.joined(SESSION, { ok: false, code: 'line.slow' })
    await settle()
    expect([socket.asked('session:command').length, seen]).toEqual([1, undefined])
    await back(client)
    expect(socket.asked('session:command').length).toBe(2)
  })
})

describe('figures', () => {
  const standing = { x: 1, y: 0, z: 2, yaw: 0, pitch: 0 }

  it('[UI-80] of a line that is gone are forgotten when the next one comes up', async () => {
    const { socket, stores } = await inside()
    stores.live.pushFigure(12, standing, 0)
    stores.live.pushGuide(standing, 0)
    socket.lose()
    socket.open()
    expect([stores.live.figures.size, stores.live.guide.known]).toEqual([0, false])
  })

  it('[UI-80] the guide’s track is forgotten when the lead changes hands, and only then', async () => {
    const { socket, stores } = await inside()
    const tell = (n: number, event: Parameters<typeof told>[1]) =>
      socket.hear('session:events', { session: SESSION, events: [told(n, event)], words: {} })
    tell(2, { type: 'lead:taken', person: GUIDE, epoch: 1, why: 'start' })
    stores.live.pushGuide(standing, 0)
    tell(3, { type: 'lead:lost', person: GUIDE, epoch: 1 })
    expect(stores.live.guide.known).toBe(true)
    tell(4, { type: 'lead:taken', person: GUEST, epoch: 2, why: 'take-over' })
    expect(stores.live.guide.known).toBe(false)
  })
})

describe('a joining that got no answer', () => {
  it('[UI-9] is no refusal: the screen goes on waiting', async () => {
    const { socket, stores, keeper } = await inside()
    const join = keeper.join(SESSION)
    socket.asked('session:join').at(-1)?.answer({ ok: false, code: 'line.slow' })
    await join
    expect(stores.session.getState()).toMatchObject({ id: SESSION, refused: null })
  })
})

describe('a line that may not go on', () => {
  it('[UI-7] an old client hangs up: it does not knock again', async () => {
    const { socket, stores, timers } = await inside()
    timers.due.splice(0)
    socket.hear('connect_error', new Error('wire.old-version'))
    await settle()
    expect([stores.connection.getState().status, socket.connected, timers.due]).toEqual(['too-old', false, []])
  })
})
