// What survives: a command sent twice, a database that takes no more, the server's own fall. Real SQLite on a real disk.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PollId, QuestionId, SessionId } from '../../../shared/kit/id.ts'
import { THE_HOUSE } from '../../../shared/session/roles.ts'
import { must } from '../../support/must.ts'
import { emptyFolder } from '../../support/paths.ts'
import { openSessionBench, type SessionBench, type Sitter, sameView } from '../../support/session-bench.ts'

// As the rules say, and not by the code's own figures: a change there must be seen here.
const [NOTICE_MS, GRACE_MS] = [5_000, 60_000]

let bench: SessionBench
let host: Sitter
let guest: Sitter
let session: SessionId

const q = (n: number) => `question-${n}` as QuestionId
const poll = 'poll-no-1' as PollId

async function sit(): Promise<void> {
  host = bench.sitter('host', { house: true })
  guest = bench.sitter('guest')
}

async function joinAll(): Promise<void> {
  for (const one of [host, guest]) await one.join(session)
  await bench.pass(1)
  bench.deliver()
}

beforeEach(async () => {
  bench = await openSessionBench()
  await sit()
  const title = { zh: '路演', en: 'Roadshow' }
  session = (await bench.sessions.plan({ kind: 'project-roadshow', title, host: host.person })).session
  await joinAll()
  await host.ask(session, 'session:start', {})
})
afterEach(() => bench.close())

describe('a command sent twice', () => {
  const ask = { question: q(1), text: 'Why?' }

  it('[LIVE-40] takes effect once and is answered alike, in one batch, later, and after a restart', async () => {
    const twins = await Promise.all([
      guest.ask(session, 'question:ask', ask, 'command-twice'),
      guest.ask(session, 'question:ask', ask, 'command-twice'),
    ])
    expect(twins[0]).toMatchObject({ ok: true })
    expect(twins[1]).toEqual(twins[0])
    await host.ask(session, 'question:show', { question: q(1) })
    expect(await guest.ask(session, 'question:ask', ask, 'command-twice')).toEqual(twins[0])
    bench = await bench.fall()
    await sit()
    await joinAll()
    expect(await guest.ask(session, 'question:ask', ask, 'command-twice')).toEqual(twins[0])
    expect(Object.keys((await bench.stateOf(session)).questions)).toEqual([q(1)])
  })

  it('[LIVE-40] a command of several events is answered with the number after its last', async () => {
    await guest.ask(session, 'question:ask', ask)
    const first = await host.ask(session, 'question:stage', { question: q(1) }, 'command-stage')
    await guest.ask(session, 'question:ask', { question: q(2), text: 'How?' })
    expect(await host.ask(session, 'question:stage', { question: q(1) }, 'command-stage')).toEqual(first)
  })

  it('[LIVE-40] somebody else’s id is refused and changes nothing, its text neither', async () => {
    await guest.ask(session, 'question:ask', ask, 'command-twice')
    const other = bench.sitter('other')
    await other.join(session)
    const stolen = { question: q(1), text: 'Mine!' }
    expect(await other.ask(session, 'question:ask', stolen, 'command-twice')).toMatchObject({
      code: 'session.not-allowed',
    })
    expect(await guest.ask(session, 'question:ask', stolen, 'command-twice')).toMatchObject({ ok: true })
    expect(await guest.join(session)).toMatchObject({ value: { words: { [q(1)]: 'Why?' } } })
  })

  it('[LIVE-41] what is refused leaves no text behind, and takes none away', async () => {
    for (const n of [1, 2, 3, 4]) await guest.ask(session, 'question:ask', { question: q(n), text: `${n}?` })
    expect(await host.ask(session, 'question:ask', { question: q(1), text: 'Mine!' })).toMatchObject({
      code: 'question.wrong-state',
    })
    const rows = await bench.db.selectFrom('session_word').select('text').where('id', 'like', 'question-%').execute()
    expect(rows.map((row) => row.text).sort()).toEqual(['1?', '2?', '3?'])
  })

  it('[LIVE-20] an id that is somebody’s name or was used before makes no question', async () => {
    const named = { question: host.person as string as QuestionId, text: 'Ha' }
    expect(await guest.ask(session, 'question:ask', named)).toMatchObject({ code: 'question.wrong-state' })
    expect(await guest.join(session)).toMatchObject({ value: { words: { [host.person]: 'host' } } })
  })
})

describe('a database that takes no more', () => {
  const breaks = () => bench.db.schema.alterTable('session_vote').renameTo('away').execute()
  const mended = () => bench.db.schema.alterTable('away').renameTo('session_vote').execute()

  it('[LIVE-41] refuses the whole batch, tells nobody, stays as before, and goes on when there is room', async () => {
    await host.ask(session, 'poll:draft', { poll, question: 'Which?', options: ['A', 'B'], openResults: true })
    await host.ask(session, 'poll:open', { poll })
    const before = await bench.stateOf(session)
    bench.deliver()
    const heard = host.client.heard.length
    await breaks()
    const answers = await Promise.all([
      guest.ask(session, 'question:ask', { question: q(1), text: 'Why?' }, 'command-one'),
      guest.ask(session, 'poll:vote', { poll, option: 0 }),
    ])
    expect(answers.map((one) => (one.ok ? 'ok' : one.code))).toEqual(['storage.failed', 'storage.failed'])
    bench.deliver()
    expect(host.client.heard.length).toBe(heard)
    expect(await bench.stateOf(session)).toEqual(before)
    await mended()
    const again = await guest.ask(session, 'question:ask', { question: q(1), text: 'Why?' }, 'command-one')
    expect(again).toMatchObject({ ok: true })
    bench.deliver()
    const [seen, is] = sameView(host, await bench.stateOf(session), true)
    expect(seen).toEqual(is)
  })

  it('[LIVE-41] says so in its own words when the disk is full, and what was acknowledged before is whole', async () => {
    const small = await openSessionBench(emptyFolder('full'), 1_700_000_000_000, 1)
    const lead = small.sitter('host', { house: true })
    const title = { zh: '满', en: 'Full' }
    const { session: id } = await small.sessions.plan({ kind: 'guided-tour', title, host: lead.person })
    await lead.join(id)
    await lead.ask(id, 'session:start', {})
    const codes: string[] = []
    for (let n = 0; !codes.includes('storage.full') && n < 400; n++) {
      const batch = Array.from({ length: 50 }, () => lead.ask(id, 'cue:go', { cue: 'stop-jinan' as never, epoch: 1 }))
      for (const reply of await Promise.all(batch)) codes.push(reply.ok ? 'ok' : reply.code)
    }
    expect(new Set(codes)).toEqual(new Set(['ok', 'storage.full']))
    const stored = small.db.selectFrom('session_event').select('seq').where('type', '=', 'cue:gone')
    expect(await stored.execute()).toHaveLength(codes.filter((code) => code === 'ok').length)
    await small.close()
  })

  it('[LIVE-41] what is refused for a reason in the same batch as what is not keeps each its own answer', async () => {
    const answers = await Promise.all([
      guest.ask(session, 'question:ask', { question: q(1), text: 'Why?' }),
      guest.ask(session, 'question:stage', { question: q(1) }),
      host.ask(session, 'question:stage', { question: q(1) }),
    ])
    expect(answers.map((one) => (one.ok ? 'ok' : one.code))).toEqual(['ok', 'session.not-allowed', 'ok'])
  })
})

describe('the server’s own fall', () => {
  it('[LIVE-42] everything acknowledged is there again: stop, question on stage, votes, roles, words', async () => {
    await host.ask(session, 'cue:go', { cue: 'cue-questions' as never, epoch: 1 })
    await guest.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    await host.ask(session, 'question:stage', { question: q(1) })
    await host.ask(session, 'poll:draft', { poll, question: 'Which?', options: ['A', 'B'], openResults: true })
    await host.ask(session, 'poll:open', { poll })
    await guest.ask(session, 'poll:vote', { poll, option: 1 })
    const before = await bench.stateOf(session)
    bench = await bench.fall()
    await sit()
    await joinAll()
    const after = await bench.stateOf(session)
    expect({ ...after, at: 0 }).toEqual({ ...before, at: 0 })
    expect(guest.client).toMatchObject({
      state: { cue: { id: 'cue-questions' }, staged: q(1), phase: 'live', lead: { guide: host.person, epoch: 1 } },
      words: { [q(1)]: 'Why?', [host.person]: 'host' },
      sums: { polls: { [poll]: { net: [0, 1] } } },
    })
    expect(await guest.join(session)).toMatchObject({ value: { own: { choices: { [poll]: 1 } } } })
  })

  it('[LIVE-29] however long it took, the guide has the whole grace from the start on', async () => {
    bench.sessions.onLineGone(host.line)
    await bench.pass(NOTICE_MS + 2000)
    expect((await bench.stateOf(session)).lead.lostAt).not.toBeNull()
    bench = await bench.fall(10 * GRACE_MS)
    await sit()
    await guest.join(session)
    await bench.pass(GRACE_MS - 2000)
    bench.deliver()
    expect(guest.client.state).toMatchObject({ phase: 'live', lead: { guide: host.person, epoch: 1 } })
    await host.join(session)
    await bench.pass(1000)
    bench.deliver()
    expect(guest.client.state?.lead).toMatchObject({ lostAt: null, epoch: 1 })
  })

  it('[LIVE-42] the stored fold and the whole log make the same, and the fold is behind by no more than it may', async () => {
    for (let n = 0; n < 230; n++) await host.ask(session, 'cue:go', { cue: 'cue-welcome' as never, epoch: 1 })
    const before = await bench.stateOf(session)
    const kept = await bench.db.selectFrom('session_fold').selectAll().where('session', '=', session).executeTakeFirst()
    expect(kept?.seq).toBeGreaterThan(200)
    await bench.db.deleteFrom('session_fold').execute()
    expect(await bench.stateOf(session)).toEqual(before)
    await bench.db.updateTable('session_event').set({ version: 99 }).where('seq', '=', 3).execute()
    await expect(bench.stateOf(session)).rejects.toThrow('unknown version')
    await bench.db.updateTable('session_event').set({ version: 1 }).where('seq', '=', 3).execute()
  })

  it('[LIVE-27] a fold that another version stored is dropped, and made anew from the log', async () => {
    const before = await bench.stateOf(session)
    const old = { version: 0, state: JSON.stringify({ ...before, title: { zh: '旧', en: 'old' } }) }
    expect((await bench.db.updateTable('session_fold').set(old).executeTakeFirst()).numUpdatedRows).toBeGreaterThan(0)
    expect(await bench.stateOf(session)).toEqual(before)
  })

  it('[LIVE-51] a stay is one entry, from the first line to the last, and is closed even when the server fell', async () => {
    await bench.pass(5000)
    bench.sessions.onLineGone(guest.line)
    await bench.pass(1000)
    const stays = async () =>
      bench.db.selectFrom('attendance').select(['person', 'from_at', 'to_at']).orderBy('person').execute()
    expect((await stays()).map((one) => [one.person, one.to_at !== null])).toEqual([
      [guest.person, true],
      [host.person, false],
    ])
    bench = await bench.fall()
    await sit()
    expect((await stays()).every((one) => one.to_at !== null && one.to_at >= one.from_at)).toBe(true)
    const noted = await bench.db
      .selectFrom('session_event')
      .select('seq')
      .where('type', '=', 'attendance:noted')
      .execute()
    expect(noted).toHaveLength(2)
  })
})

describe('what is stored', () => {
  it('[LIVE-42] the fold is stored with each change of phase, and so is the phase', async () => {
    const stored = async () => {
      const fold = await bench.db.selectFrom('session_fold').select('seq').where('session', '=', session).execute()
      const row = await bench.db.selectFrom('session').select('phase').where('id', '=', session).execute()
      return [fold.map((one) => one.seq), row.map((one) => one.phase)]
    }
    expect(await stored()).toEqual([[3], ['live']])
    await host.ask(session, 'cue:go', { cue: 'cue-welcome' as never, epoch: 1 })
    await host.ask(session, 'session:end', { confirm: true })
    expect(await stored()).toEqual([[5], ['ended']])
  })

  it('[LIVE-31] names and texts stand in the table of words and nowhere else', async () => {
    const asker = bench.sitter('asker', { name: '王芳' })
    await asker.join(session)
    await asker.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    await host.ask(session, 'question:stage', { question: q(1) })
    await host.ask(session, 'session:end', { confirm: true })
    await bench.pass(1)
    const { db } = bench
    const rows = [
      await db.selectFrom('session_event').selectAll().execute(),
      await db.selectFrom('session_fold').selectAll().execute(),
    ]
    expect(rows.map((all) => all.length > 0)).toEqual([true, true])
    expect(JSON.stringify(rows)).not.toMatch(/王芳|Why/)
    const words = (await db.selectFrom('session_word').select('text').execute()).map((row) => row.text)
    expect(words).toEqual(expect.arrayContaining(['王芳', 'Why?']))
  })

  it('[LIVE-28] when the clock of the server is set back, time in the log stands still', async () => {
    bench.now -= 3_600_000
    await host.ask(session, 'cue:go', { cue: 'cue-welcome' as never, epoch: 1 })
    await host.ask(session, 'cue:go', { cue: 'cue-questions' as never, epoch: 1 })
    const log = bench.db.selectFrom('session_event').select('at').where('session', '=', session).orderBy('seq')
    const times = (await log.execute()).map((one) => one.at)
    expect(times.length).toBeGreaterThan(4)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('[LIVE-51] a stay during which the server fell ends with what it stored last, not with its return', async () => {
    await bench.pass(5000)
    await host.ask(session, 'cue:go', { cue: 'cue-welcome' as never, epoch: 1 })
    const last = bench.now
    await bench.pass(5000)
    bench = await bench.fall(3_600_000)
    await bench.pass(1000)
    const ends = await bench.db.selectFrom('attendance').select('to_at').execute()
    expect(ends.map((one) => one.to_at)).toEqual([last, last])
  })

  it('[LIVE-43] a log that could not be read once is read again when it is asked for again', async () => {
    await host.ask(session, 'session:end', { confirm: true })
    for (const one of [host, guest]) bench.sessions.onLineGone(one.line)
    await bench.pass(1000)
    await bench.db.deleteFrom('session_fold').execute()
    const version = (n: number) => bench.db.updateTable('session_event').set({ version: n }).where('seq', '=', 2)
    await version(99).execute()
    const late = bench.sitter('late')
    await expect(late.join(session)).rejects.toThrow('unknown version')
    await version(1).execute()
    expect(await late.join(session)).toMatchObject({ value: { state: { phase: 'ended' } } })
  })
})

describe('the ready tour', () => {
  it('[LIVE-54] is there at the first start with its 23 stops, once, and anew when one has ended', async () => {
    const tours = () => bench.sessions.summaries().filter((one) => one.kind === 'guided-tour')
    expect(tours()).toHaveLength(1)
    const tour = must(tours()[0]).id
    const state = await bench.stateOf(tour)
    expect(state.host).toBe(THE_HOUSE)
    expect(new Set(state.rundown.map((cue) => (cue.where.kind === 'stop' ? cue.where.spot : 'stage'))).size).toBe(23)
    bench = await bench.fall()
    await sit()
    expect(tours().map((one) => one.id)).toEqual([tour])
    await host.join(tour)
    await host.ask(tour, 'session:start', {})
    await host.ask(tour, 'session:end', { confirm: true })
    await bench.pass(1)
    expect(tours()).toHaveLength(1)
    expect(tours()[0]?.id).not.toBe(tour)
  })
})
