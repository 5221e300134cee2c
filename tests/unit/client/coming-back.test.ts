// The line breaks or the server goes down for a moment: what was under way arrives once, and the words say how it stands.

import { describe, expect, it } from 'vitest'
import { RESEND_MS } from '../../../client/net/send-command.ts'
import { ASK_TIME_OUT } from '../../../client/net/socket.ts'
import { lineWord } from '../../../client/ui/LineState.tsx'
import type { CommandId } from '../../../shared/kit/id.ts'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { settle } from './fake-socket.ts'
import { hall, inside } from './kept-house.ts'
import { SESSION, snapshot } from './sample-session.ts'

type House = Awaited<ReturnType<typeof inside>>

const command = { id: 'command-0001' as CommandId, type: 'session:start' } as const

/** The line is there again: the hall answers, then the session. */
async function back({ socket }: House, answer: unknown = { ok: true, value: snapshot() }): Promise<void> {
  socket.open()
  socket.asked('hall:enter').at(-1)?.answer({ ok: true, value: hall })
  await settle()
  socket.asked('session:join').at(-1)?.answer(answer)
  await settle()
}

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
    timers.run()
    await settle()
    expect(seen.value).toEqual({ ok: false, code: 'line.slow' })
    socket.lose()
    expect(await commands.send(SESSION, command)).toEqual({ ok: false, code: 'line.none' })
    await back(client)
    expect(socket.asked('session:command').length).toBe(1)
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
