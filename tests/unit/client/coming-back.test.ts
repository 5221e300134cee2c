// The line breaks or the server goes down for a moment: what was under way arrives once, and the words say how it stands.

import { describe, expect, it } from 'vitest'
import { RESEND_MS } from '../../../client/net/send-command.ts'
import { ASK_TIME_OUT } from '../../../client/net/socket.ts'
import { lineWord } from '../../../client/ui/LineState.tsx'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { settle } from './fake-socket.ts'
import { back, command, hall, house, inside } from './kept-house.ts'
import { SESSION, snapshot } from './sample-session.ts'

/** What came of a promise so far. */
function outcome(of: Promise<unknown>): { value: unknown } {
  const seen = { value: undefined as unknown }
  void of.then((value) => {
    seen.value = value
  })
  return seen
}

describe('a command under way when the line breaks', () => {
  it('[UI-52] is sent again under its id once the session is joined again, and answered', async () => {
    const client = await inside()
    const { socket, commands, timers } = client
    const seen = outcome(commands.send(SESSION, command))
    socket.lose()
    timers.run(ASK_TIME_OUT)
    await settle()
    expect(seen.value).toBeUndefined()
    await back(client)
    const sent = socket.asked('session:command')
    expect(sent.map(({ payload }) => payload)).toEqual([
      { session: SESSION, command },
      { session: SESSION, command },
    ])
    sent[1]?.answer({ ok: true, value: { seq: 4 } })
    await settle()
    expect(seen.value).toEqual({ ok: true, value: { seq: 4 } })
  })

  it('[UI-52] goes through two losses, and through a server that goes down for a moment', async () => {
    const client = await inside()
    const { socket, commands } = client
    const seen = outcome(commands.send(SESSION, command))
    socket.lose()
    await back(client)
    socket.hear('wire:draining', { backIn: 3000 })
    await back(client)
    expect(socket.asked('session:command').length).toBe(3)
    socket.asked('session:command')[2]?.answer({ ok: false, code: 'session.already-live' })
    await settle()
    expect(seen.value).toMatchObject({ code: 'session.already-live' })
  })

  it('[UI-52] without a line again in 20 seconds it is refused as "no answer" and never sent again', async () => {
    const client = await inside()
    const { socket, commands, timers } = client
    const seen = outcome(commands.send(SESSION, command))
    socket.lose()
    expect(timers.due.map(({ ms }) => ms)).toContain(RESEND_MS)
    timers.run()
    await settle()
    timers.run()
    await settle()
    expect(seen.value).toEqual({ ok: false, code: 'line.slow' })
    await back(client)
    expect(socket.asked('session:command').length).toBe(1)
  })

  it('[UI-52] a session that may not be joined again answers for it', async () => {
    const client = await inside()
    const seen = outcome(client.commands.send(SESSION, command))
    client.socket.lose()
    await back(client, { ok: false, code: 'session.full' })
    expect(seen.value).toEqual({ ok: false, code: 'session.full' })
  })

  it('[UI-52] without a loss nothing is sent twice, and without a line nothing at all', async () => {
    const client = await inside()
    const { socket, commands, timers } = client
    const seen = outcome(commands.send(SESSION, command))
    expect(timers.due.at(-1)?.ms).toBe(ASK_TIME_OUT)
    socket.hear('hall:counts', {})
    timers.run()
    await settle()
    expect(seen.value).toEqual({ ok: false, code: 'line.slow' })
    socket.lose()
    expect(await commands.send(SESSION, command)).toEqual({ ok: false, code: 'line.none' })
    await back(client)
    expect(socket.asked('session:command').length).toBe(1)
  })
})

describe('a line that is dead before anybody noticed', () => {
  it('[UI-52] no answer and not a sign of life: the line is dropped, and the command is sent again on the next', async () => {
    const client = await inside()
    const { socket, stores, commands, timers } = client
    const seen = outcome(commands.send(SESSION, command))
    timers.run(ASK_TIME_OUT)
    await settle()
    expect(seen.value).toBeUndefined()
    expect([socket.connected, stores.connection.getState().status]).toEqual([false, 'lost'])
    const connects = socket.connects
    timers.run(ASK_TIME_OUT)
    expect(socket.connects).toBe(connects + 1)
    await back(client)
    socket.asked('session:command')[1]?.answer({ ok: true, value: { seq: 4 } })
    await settle()
    expect(seen.value).toEqual({ ok: true, value: { seq: 4 } })
  })

  it('[UI-52] what was pressed before the machine slept for an hour is not done after it', async () => {
    const client = await inside()
    const { socket, commands, time } = client
    const seen = outcome(commands.send(SESSION, command))
    time.now += 3_600_000
    socket.lose()
    await back(client)
    expect(socket.asked('session:command').length).toBe(1)
    expect(seen.value).toEqual({ ok: false, code: 'line.slow' })
  })
})

describe('a line that comes and goes', () => {
  it('[UI-55] one that broke while its entry was awaited is lost, whatever comes of that entry later', async () => {
    const { socket, stores, timers } = await inside()
    socket.lose()
    socket.open()
    socket.lose()
    socket
      .asked('hall:enter')
      .at(-1)
      ?.answer({ ok: true, value: { ...hall, handle: 9 } })
    await settle()
    timers.run(ASK_TIME_OUT)
    await settle()
    expect(stores.connection.getState()).toMatchObject({ status: 'lost', ups: 1 })
    expect(stores.hall.getState().handle).toBe(hall.handle)
  })

  it('[UI-55] an entry awaited in vain on an earlier line does no harm to the next', async () => {
    const client = await inside()
    const { socket, stores, timers } = client
    socket.lose()
    socket.open()
    socket.lose()
    await back(client)
    timers.run(ASK_TIME_OUT)
    await settle()
    expect([socket.connected, stores.connection.getState().status]).toEqual([true, 'on'])
  })

  it.each([
    ['without an answer', null],
    ['refused', { ok: false, code: 'wire.too-often' }],
  ])(
    '[UI-55] an entry %s is no entry: nothing can be pressed, and it is tried again, ever later',
    async (_how, answer) => {
      const { socket, stores, timers } = await inside()
      socket.lose()
      const waits: unknown[] = []
      for (let vain = 0; vain < 3; vain++) {
        socket.open()
        if (answer) socket.asked('hall:enter').at(-1)?.answer(answer)
        else timers.run(ASK_TIME_OUT)
        await settle()
        expect([socket.connected, stores.connection.getState().status]).toEqual([false, 'lost'])
        waits.push(timers.due.at(-1)?.ms)
        const connects = socket.connects
        timers.run()
        expect(socket.connects).toBe(connects + 1)
      }
      expect(waits).toEqual([0, 2000, 4000])
    },
  )

  it('[UI-55] a handshake that the server does not take yet is tried again, ever later', async () => {
    const { socket, timers, posts } = house()
    const wait = (code: string) => {
      timers.due.splice(0)
      socket.hear('connect_error', new Error(code))
      return settle().then(() => timers.due.at(-1)?.ms)
    }
    const waits = [await wait('wire.too-often'), await wait('wire.too-often'), await wait('wire.too-often')]
    expect(waits).toEqual([2000, 2500, 3500])
    expect(posts).toEqual([])
    timers.run()
    expect(socket.connects).toBe(1)
  })

  it('[UI-55] where no cookie is kept, coming in is not asked for without end', async () => {
    const { socket, timers, posts } = house()
    for (let i = 0; i < 5; i++) {
      socket.hear('connect_error', new Error('person.sign-in-needed'))
      await settle()
    }
    expect([socket.connects, posts.length, timers.due.map(({ ms }) => ms)]).toEqual([1, 5, [500, 1500, 3500, 7500]])
  })

  it('[UI-84] where no cookie is kept, that is said from the second refusal on, until a line comes up', async () => {
    const { socket, stores } = house()
    const refuse = async (code: string) => {
      socket.hear('connect_error', new Error(code))
      await settle()
      return stores.connection.getState().status
    }
    expect(await refuse('person.sign-in-needed')).toBe('connecting')
    expect(await refuse('person.sign-in-needed')).toBe('no-cookie')
    expect(await refuse('wire.too-often')).toBe('no-cookie')
    socket.open()
    await settle()
    expect(stores.connection.getState().status).toBe('on')
    socket.lose()
    expect(await refuse('person.sign-in-needed')).toBe('lost')
  })

  it('[UI-59] a machine whose key is refused says it is lost and does not ask again', async () => {
    const { socket, stores, timers } = house(async () => ({ ok: false, code: 'session.unknown' }))
    socket.hear('connect_error', new Error('person.sign-in-needed'))
    await settle()
    expect([stores.connection.getState().status, timers.due.length, socket.connects]).toEqual(['lost', 0, 0])
  })

  it('[UI-59] a machine whose link was cut off is told so at once, and a busy house is asked again', async () => {
    const cut = house(async () => ({ ok: false, code: 'wire.malformed' }))
    cut.socket.hear('connect_error', new Error('person.sign-in-needed'))
    await settle()
    expect([cut.stores.connection.getState().status, cut.timers.due.length, cut.socket.connects]).toEqual([
      'lost',
      0,
      0,
    ])
    const busy = house(async () => ({ ok: false, code: 'wire.too-often' }))
    busy.socket.hear('connect_error', new Error('person.sign-in-needed'))
    await settle()
    expect([busy.stores.connection.getState().status, busy.timers.due.length]).toEqual(['connecting', 1])
  })

  it('[UI-55] who walks into the hall while a listener’s line comes up gets a figure', async () => {
    const { socket, keeper } = house()
    void keeper.open(false)
    void keeper.join(SESSION)
    socket.open()
    await settle()
    void keeper.open(true)
    socket.asked('session:join').at(-1)?.answer({ ok: true, value: snapshot() })
    await settle()
    expect(socket.asked('hall:enter').length).toBe(1)
  })
})

describe('a server that goes down for a moment', () => {
  it('[UI-35] is said in words, and one is back in the session by oneself', async () => {
    const client = await inside()
    const { socket, stores, timers } = client
    const connects = socket.connects
    socket.hear('wire:draining', { backIn: 3000 })
    expect(stores.connection.getState().status).toBe('draining')
    expect(COMMON_WORDS[lineWord('draining')].en).toMatch(/restarting/)
    expect(COMMON_WORDS[lineWord('lost')].en).toMatch(/Reconnecting/)
    timers.run()
    expect(socket.connects).toBe(connects + 1)
    await back(client)
    expect(stores.connection.getState().status).toBe('on')
    expect(stores.session.getState().joined?.state.phase).toBe('live')
    expect(socket.asked('session:follow').at(-1)?.payload).toEqual({ session: SESSION, mode: 'together' })
  })
})
