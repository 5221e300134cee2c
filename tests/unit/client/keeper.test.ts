// Keeping the line: one path for the first visit, a lost line and a restarted server; holes; who leads follows nobody.

import { describe, expect, it } from 'vitest'
import { settle } from './fake-socket.ts'
import { hall, house, inside } from './kept-house.ts'
import { CUES, GUEST, GUIDE, SESSION, snapshot, told } from './sample-session.ts'

describe('keeping the line', () => {
  it('[UI-9] after a loss the hall, the session and the following are asked for again', async () => {
    const { socket, stores } = await inside()
    socket.lose()
    expect(stores.connection.getState().status).toBe('lost')
    socket.open()
    socket
      .asked('hall:enter')
      .at(-1)
      ?.answer({ ok: true, value: { ...hall, handle: 9 } })
    await settle()
    const state = { ...snapshot().state, cue: { id: CUES[1].id, since: 2000 } }
    socket
      .asked('session:join')
      .at(-1)
      ?.answer({ ok: true, value: snapshot({ state, counters: { all: 9, rest: 0 } }) })
    await settle()
    expect(stores.hall.getState().handle).toBe(9)
    expect(stores.session.getState().joined?.state.cue?.id).toBe(CUES[1].id)
    expect(socket.asked('session:follow').at(-1)?.payload).toEqual({ session: SESSION, mode: 'together' })
    expect(stores.connection.getState()).toMatchObject({ status: 'on', ups: 2 })
  })

  it('[UI-8] a hole in the numbers makes it join again', async () => {
    const { socket } = await inside()
    const before = socket.asked('session:join').length
    socket.hear('session:events', { session: SESSION, events: [told(5, { type: 'session:paused' })], words: {} })
    expect(socket.asked('session:join').length).toBe(before + 1)
  })

  it('[UI-8] events of another session change nothing', async () => {
    const { socket, stores } = await inside()
    socket.hear('session:events', { session: 'session-0002', events: [told(2, { type: 'session:paused' })], words: {} })
    expect(stores.session.getState().joined?.state.phase).toBe('live')
  })

  it('[UI-12] the clock offset comes from the answers', async () => {
    const { stores } = await inside()
    expect(stores.connection.getState().offset).toBe(1000)
  })

  it('[UI-13] an ended session lets its followers go', async () => {
    const { socket, stores } = await inside()
    const ended = told(2, { type: 'session:ended', by: GUIDE })
    socket.hear('session:events', { session: SESSION, events: [ended], words: {} })
    expect(stores.session.getState().follow).toBe('free')
  })

  it('[UI-13] who is handed the lead follows nobody from then on, and the server hears it', async () => {
    const { socket, stores } = await inside()
    const lead = told(2, { type: 'lead:taken', person: GUEST, epoch: 1, why: 'hand-over' })
    socket.hear('session:events', { session: SESSION, events: [lead], words: {} })
    expect(stores.session.getState().follow).toBe('free')
    expect(socket.asked('session:follow').at(-1)?.payload).toEqual({ session: SESSION, mode: 'free' })
  })

  it('[UI-7] an old client stops and says so; one without a cookie gets one and tries again', async () => {
    const { socket, stores, posts } = house()
    socket.hear('connect_error', new Error('person.sign-in-needed'))
    await settle()
    expect([posts, socket.connects]).toEqual([['/api/enter'], 1])
    socket.hear('connect_error', new Error('wire.old-version'))
    expect(stores.connection.getState().status).toBe('too-old')
  })

  it('[UI-63] a name that was shown is hidden at the server too, also when the line was lost as that was chosen', async () => {
    const { socket, stores, keeper } = await inside()
    expect(socket.asked('person:show-name')).toEqual([])
    stores.settings.setState({ showName: true })
    void keeper.tellShowName()
    socket.asked('person:show-name')[0]?.answer({ ok: true, value: null })
    await settle()
    socket.lose()
    stores.settings.setState({ showName: false })
    void keeper.tellShowName()
    socket.open()
    socket.asked('hall:enter').at(-1)?.answer({ ok: true, value: hall })
    await settle()
    expect(socket.asked('person:show-name').map(({ payload }) => payload)).toEqual([{ show: true }, { show: false }])
    socket.asked('person:show-name')[1]?.answer({ ok: true, value: null })
    await settle()
    expect(stores.settings.getState().showNameTold).toBe(false)
  })

  it('[UI-9] a refused session is kept as refused, a lost answer is not', async () => {
    const { socket, stores, keeper } = await inside()
    const join = keeper.join(SESSION)
    socket.asked('session:join').at(-1)?.answer({ ok: false, code: 'session.full' })
    await join
    expect(stores.session.getState().refused?.code).toBe('session.full')
  })
})
