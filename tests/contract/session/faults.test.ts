// One session's trouble and the others: a log that can not be read, a fault in what is done each second.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionId } from '../../../shared/kit/id.ts'
import { openSessionBench, type SessionBench, type Sitter } from '../../support/session-bench.ts'

let bench: SessionBench
let host: Sitter
let guest: Sitter
let session: SessionId

async function joinAll(): Promise<void> {
  host = bench.sitter('host', { house: true })
  guest = bench.sitter('guest')
  for (const one of [host, guest]) await one.join(session)
  await bench.pass(1)
  bench.deliver()
}

beforeEach(async () => {
  bench = await openSessionBench()
  const planner = bench.sitter('host', { house: true })
  const title = { zh: '路演', en: 'Roadshow' }
  session = (await bench.sessions.plan({ kind: 'project-roadshow', title, host: planner.person })).session
  await joinAll()
  await host.ask(session, 'session:start', {})
})
afterEach(() => bench.close())

describe('a log that can not be read', () => {
  it('[LIVE-60] is the trouble of its own session: the others open, and asking for it is a fault', async () => {
    const title = { zh: '另一场', en: 'Another' }
    const broken = (await bench.sessions.plan({ kind: 'press-release', title, host: host.person })).session
    await bench.db.updateTable('session_event').set({ type: 'future:event' }).where('session', '=', broken).execute()
    bench = await bench.fall()
    await joinAll()
    expect((await bench.stateOf(session)).phase).toBe('live')
    expect(bench.sessions.summaries().map(({ id }) => id)).not.toContain(broken)
    await expect(guest.join(broken)).rejects.toThrow('unknown event type')
  })
})

describe('a fault in a room’s second', () => {
  it('[LIVE-61] leaves the other rooms going, and its own from the next second on', async () => {
    const title = { zh: '另一场', en: 'Another' }
    const other = (await bench.sessions.plan({ kind: 'press-release', title, host: host.person })).session
    const looker = bench.sitter('looker')
    await looker.join(other)
    const sound = Object.getOwnPropertyDescriptor(host.line, 'silentMs')
    Object.assign(host.line, {
      silentMs: () => {
        throw new Error('a fault')
      },
    })
    await bench.pass(1_000)
    looker.deliver()
    expect(looker.client.sums?.present).toEqual({ room: 0, net: 1 })
    Object.assign(host.line, { silentMs: sound?.value })
    await guest.join(session)
    await bench.pass(2_000)
    guest.deliver()
    expect(guest.client.sums?.present).toEqual({ room: 0, net: 2 })
  })
})
