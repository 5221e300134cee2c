// Joining while things are told: nothing that arrives around the answer is lost or put back; own and guide's figures.

import { describe, expect, it } from 'vitest'
import { withGuide } from '../../../client/state/hall-store.ts'
import { settle } from './fake-socket.ts'
import { house, inside } from './kept-house.ts'
import { GUEST, GUIDE, SESSION, snapshot, told } from './sample-session.ts'

const plate = (handle: number) => ({ handle, name: `figure ${handle}`, badge: null })

describe('joining', () => {
  it('[UI-47] what is told in one piece with the answer to joining follows its snapshot', async () => {
    const { socket, stores, keeper } = await inside()
    const paused = told(2, { type: 'session:paused' })
    const fresh = house()
    void fresh.keeper.join(SESSION)
    for (const one of [fresh, { socket, stores }]) {
      if (one.socket === socket) void keeper.join(SESSION)
      else one.socket.open()
      one.socket.asked('session:join').at(-1)?.answer({ ok: true, value: snapshot() })
      one.socket.hear('session:events', { session: SESSION, events: [paused], words: { [GUEST]: 'Anna' } })
      await settle()
      expect(one.stores.session.getState().joined?.state.phase).toBe('paused')
      expect(one.stores.session.getState().joined?.words[GUEST]).toBe('Anna')
    }
  })

  it('[UI-47] a newer snapshot told meanwhile is not put back by the answer, and events go on from it', async () => {
    const { socket, stores, keeper } = await inside()
    void keeper.join(SESSION)
    const asks = socket.asked('session:join')
    asks.at(-1)?.answer({ ok: true, value: snapshot() })
    const newer = snapshot({ role: 'co-host', counters: { all: 4, rest: 0 } })
    socket.hear('session:snapshot', { session: SESSION, snapshot: newer })
    socket.hear('session:events', { session: SESSION, events: [told(5, { type: 'session:paused' })], words: {} })
    socket.hear('words:gone', { ids: [GUIDE] })
    await settle()
    expect(stores.session.getState().joined).toMatchObject({
      role: 'co-host',
      counters: { all: 5 },
      state: { phase: 'paused' },
    })
    expect(socket.asked('session:join').length).toBe(asks.length)
  })

  it('[UI-47] a refused answer holds nothing back', async () => {
    const { socket, stores, keeper } = await inside()
    void keeper.join(SESSION)
    socket.hear('session:events', { session: SESSION, events: [told(2, { type: 'session:paused' })], words: {} })
    expect(stores.session.getState().joined?.state.phase).toBe('live')
    socket.asked('session:join').at(-1)?.answer({ ok: false, code: 'wire.too-often' })
    await settle()
    expect(stores.session.getState().joined?.state.phase).toBe('paused')
  })

  it('[UI-48] the own figure is known at each entry, and never among the others', async () => {
    const { stores } = await inside()
    stores.live.pushFigure(7, { x: 0, y: 0, z: 0, yaw: 0, pitch: 0 }, 0)
    expect(stores.live.ownHandle).toBe(7)
    expect(stores.live.figures.size).toBe(0)
  })

  it('[UI-50] the guide’s figure is known from the snapshot and changes with the sums', async () => {
    const { socket, stores } = await inside()
    expect(stores.live.guideHandle).toBe(11)
    const sums = { ...snapshot().sums, guideHandle: 12 }
    socket.hear('session:sums', { session: SESSION, sums })
    expect(stores.live.guideHandle).toBe(12)
    expect(withGuide([plate(11), plate(12)], 12).map(({ badge }) => badge)).toEqual([null, 'guide'])
    socket.hear('session:sums', { session: SESSION, sums: { ...sums, guideHandle: null } })
    expect(stores.live.guideHandle).toBe(0)
  })
})
