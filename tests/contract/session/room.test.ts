// The session's room on a real database, lines that deliver only when told: the one way in, circles, roles, sums.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { visitorRow } from '../../../server/person/people.ts'
import type { PollId, QuestionId, SessionId } from '../../../shared/kit/id.ts'
import { openSessionBench, type SessionBench, type Sitter, sameView } from '../../support/session-bench.ts'

let bench: SessionBench
let host: Sitter
let session: SessionId

const q = (n: number) => `question-${n}` as QuestionId
const poll = 'poll-no-1' as PollId
const title = { zh: '路演', en: 'Roadshow' }

beforeEach(async () => {
  bench = await openSessionBench()
  host = bench.sitter('host', { house: true })
  session = (await bench.sessions.plan({ kind: 'project-roadshow', title, host: host.person })).session
})
afterEach(() => bench.close())

/** Everybody joins, the host starts. */
async function begin(...others: readonly Sitter[]): Promise<void> {
  for (const one of [host, ...others]) await one.join(session)
  await bench.pass(1)
  expect(await host.ask(session, 'session:start', {})).toMatchObject({ ok: true })
  bench.deliver()
}

describe('the one way in', () => {
  it('[LIVE-43] a snapshot, then the events after it, make what the viewer may see; whoever came when', async () => {
    const early = bench.sitter('early')
    await begin(early)
    await early.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    const late = bench.sitter('late')
    await late.join(session)
    await bench.pass(1)
    await host.ask(session, 'question:stage', { question: q(1) })
    await late.ask(session, 'question:ask', { question: q(2), text: 'How?' })
    bench.deliver()
    const whole = await bench.stateOf(session)
    for (const [one, staff] of [
      [host, true],
      [early, false],
      [late, false],
    ] as const) {
      const [heard, seen] = sameView(one, whole, staff)
      expect(heard).toEqual(seen)
      expect(one.client.gap).toBe(false)
    }
  })

  it('[LIVE-43] what happens between the answer and its arrival is not lost', async () => {
    await begin()
    const guest = bench.sitter('guest')
    const asked = host.ask(session, 'cue:go', { cue: 'cue-welcome' as never, epoch: 1 })
    const joining = guest.join(session)
    await bench.pass(5)
    await Promise.all([asked, joining])
    bench.deliver()
    const [heard, seen] = sameView(guest, await bench.stateOf(session), false)
    expect(heard).toEqual(seen)
  })

  it('[LIVE-43] a client that lost a tell notices by the number and has everything after joining again', async () => {
    const guest = bench.sitter('guest')
    await begin(guest)
    await host.ask(session, 'cue:go', { cue: 'cue-welcome' as never, epoch: 1 })
    await host.ask(session, 'cue:go', { cue: 'cue-questions' as never, epoch: 1 })
    guest.client.counters = { ...guest.client.counters, all: guest.client.counters.all - 1 }
    guest.deliver()
    expect(guest.client.gap).toBe(true)
    await guest.join(session)
    await bench.pass(1)
    bench.deliver()
    expect(guest.client).toMatchObject({ gap: false, state: { cue: { id: 'cue-questions' } } })
  })

  it('[LIVE-43] unknown sessions are refused, and who did not join can do nothing', async () => {
    const guest = bench.sitter('guest')
    expect(await guest.join('session-unknown' as SessionId)).toMatchObject({ code: 'session.unknown' })
    expect(await guest.ask(session, 'session:start', {})).toMatchObject({ code: 'session.not-in' })
    const screen = bench.sitter('screen', { screen: 'session-other' as SessionId })
    expect(await screen.join(session)).toMatchObject({ code: 'session.not-allowed' })
  })
})

describe('an ended session', () => {
  it('[LIVE-11] can still be looked at, also after everybody has left, and takes nothing more', async () => {
    await begin()
    await host.ask(session, 'session:end', { confirm: true })
    bench.deliver()
    expect(host.client.state?.phase).toBe('ended')
    bench.sessions.onLineGone(host.line)
    await bench.pass(1)
    const late = bench.sitter('late')
    expect(await late.join(session)).toMatchObject({ value: { state: { phase: 'ended' } } })
    const asked = await late.ask(session, 'question:ask', { question: q(1), text: 'Too late?' })
    expect(asked).toMatchObject({ code: 'session.ended' })
    expect(bench.sessions.phases()).toMatchObject({ ended: 1, planned: 1 })
    expect(bench.sessions.summaries().map((one) => one.id)).not.toContain(session)
  })
})

describe('who hears what', () => {
  it('[LIVE-44] the queue goes to staff and its asker with its text, to others nothing until it is shown', async () => {
    const [asker, other] = [bench.sitter('asker'), bench.sitter('other')]
    await begin(asker, other)
    await asker.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    bench.deliver()
    expect(host.client.words).toMatchObject({ [q(1)]: 'Why?', [asker.person]: 'asker' })
    expect(asker.client.state?.questions[q(1)]?.status).toBe('queued')
    expect(other.client.state?.questions).toEqual({})
    expect(JSON.stringify(other.client.words)).not.toContain('Why?')
    await host.ask(session, 'question:show', { question: q(1) })
    bench.deliver()
    expect(other.client.state?.questions[q(1)]?.status).toBe('visible')
    expect(other.client.words[q(1)]).toBe('Why?')
  })

  it('[LIVE-44] events of different circles in one transaction are heard in the order of the log', async () => {
    const asker = bench.sitter('asker')
    await begin(asker)
    const batch = [
      host.ask(session, 'cue:go', { cue: 'cue-welcome' as never, epoch: 1 }),
      asker.ask(session, 'question:ask', { question: q(1), text: 'Why?' }),
      host.ask(session, 'question:stage', { question: q(1) }),
    ]
    expect((await Promise.all(batch)).every((reply) => reply.ok)).toBe(true)
    bench.deliver()
    for (const one of [host, asker]) expect(one.client.state?.questions[q(1)]?.status).toBe('staged')
  })

  it('[LIVE-44] staff hear what they ask themselves once, as staff', async () => {
    await begin()
    const before = host.client.heard.length
    await host.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    bench.deliver()
    expect(host.client.heard.slice(before)).toEqual(['session:events'])
  })

  it('[LIVE-45] a role given or taken is a fresh snapshot, and the numbers go on from it', async () => {
    const [anna, asker] = [bench.sitter('anna'), bench.sitter('asker')]
    await begin(anna, asker)
    await asker.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    await host.ask(session, 'role:give', { person: anna.person, role: 'moderator' })
    bench.deliver()
    expect(anna.client).toMatchObject({ role: 'moderator', state: { questions: { [q(1)]: { status: 'queued' } } } })
    await anna.ask(session, 'question:stage', { question: q(1) })
    await host.ask(session, 'role:take', { person: anna.person })
    await asker.ask(session, 'question:ask', { question: q(2), text: 'How?' })
    bench.deliver()
    expect(anna.client.role).toBe('attendee')
    expect(Object.keys(anna.client.state?.questions ?? {})).toEqual([q(1)])
    expect(anna.client.gap).toBe(false)
  })

  it('[LIVE-53] deleting somebody empties their name and questions at everybody; counts stay', async () => {
    const [asker, other] = [bench.sitter('asker'), bench.sitter('other')]
    await begin(asker, other)
    await asker.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    await host.ask(session, 'question:show', { question: q(1) })
    bench.deliver()
    const rows = [host, other].map((one) => visitorRow(one.person, bench.now))
    await bench.db.insertInto('person').values(rows).execute()
    await bench.sessions.emptyOldWords(0)
    bench.deliver()
    expect(JSON.stringify([host.client.words, other.client.words])).not.toMatch(/Why|asker"/)
    expect(other.client.state?.questions[q(1)]?.status).toBe('visible')
    const late = bench.sitter('late')
    await late.join(session)
    expect(late.client.words[q(1)]).toBeUndefined()
  })
})

describe('a question', () => {
  it('[LIVE-59] is never asked under somebody’s id: their name stands there', async () => {
    const [asker, nameless] = [bench.sitter('asker'), bench.sitter('nameless', { name: null })]
    await begin(asker, nameless)
    await bench.db
      .insertInto('person')
      .values(visitorRow(nameless.person, bench.now))
      .onConflict((c) => c.doNothing())
      .execute()
    const asked = await asker.ask(session, 'question:ask', { question: nameless.person as never, text: 'The Mayor' })
    expect(asked).toMatchObject({ code: 'question.wrong-state' })
    bench.deliver()
    expect(host.client.words[nameless.person]).toBeUndefined()
  })
})

describe('a changed name', () => {
  it('[LIVE-57] is told to all where all see it, to staff where only they do, and stays', async () => {
    const [asker, other] = [bench.sitter('asker'), bench.sitter('other')]
    await begin(asker, other)
    await asker.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    bench.deliver()
    bench.sessions.renamed({ ...asker.caller.me, name: 'Bo' })
    bench.deliver()
    expect([host.client.words[asker.person], other.client.words[asker.person]]).toEqual(['Bo', undefined])
    await host.ask(session, 'question:show', { question: q(1) })
    bench.sessions.renamed({ ...asker.caller.me, name: 'Bobby' })
    bench.deliver()
    expect([host.client.words[asker.person], other.client.words[asker.person]]).toEqual(['Bobby', 'Bobby'])
    const heard = host.client.heard.length
    bench.sessions.renamed({ ...other.caller.me, name: 'Otto' })
    bench.deliver()
    expect(host.client.heard.length).toBe(heard)
    const late = bench.sitter('late')
    await late.join(session)
    expect(late.client.words[asker.person]).toBe('Bobby')
  })
})

describe('sums', () => {
  it('[LIVE-56] name the figure of who leads now: after a reload, and after the lead has passed', async () => {
    const [guest, anna] = [bench.sitter('guest'), bench.sitter('anna')]
    bench.handles.set(host.line, 5).set(anna.line, 6)
    await begin(guest, anna)
    await bench.pass(1000)
    bench.deliver()
    expect(guest.client.sums?.guideHandle).toBe(5)
    const reloaded = bench.sitter('host', { house: true })
    bench.handles.set(reloaded.line, 7)
    await reloaded.join(session)
    bench.sessions.onLineGone(host.line)
    await bench.pass(1000)
    bench.deliver()
    expect(guest.client.sums?.guideHandle).toBe(7)
    await reloaded.ask(session, 'role:give', { person: anna.person, role: 'co-host' })
    await reloaded.ask(session, 'lead:offer', { to: anna.person, epoch: 1 })
    expect(await anna.ask(session, 'lead:accept', { epoch: 1 })).toMatchObject({ ok: true })
    await bench.pass(1000)
    bench.deliver()
    expect(guest.client.sums?.guideHandle).toBe(6)
    await anna.ask(session, 'session:end', { confirm: true })
    await bench.pass(1000)
    bench.deliver()
    expect(guest.client.sums?.guideHandle, 'nobody leads what has ended').toBeNull()
  })

  it('[LIVE-46] room and net are told apart, at most once a second, open polls only to staff and stage', async () => {
    const phone = bench.sitter('phone', { room: session, name: null })
    const screen = bench.sitter('screen', { screen: session, name: null })
    const net = bench.sitter('net')
    await begin(phone, screen, net)
    const options = ['A', 'B']
    await host.ask(session, 'poll:draft', { poll, question: 'Which?', options, openResults: false })
    await host.ask(session, 'poll:open', { poll })
    await phone.ask(session, 'poll:vote', { poll, option: 1 })
    await net.ask(session, 'poll:vote', { poll, option: 0 })
    await net.ask(session, 'poll:vote', { poll, option: 1 })
    await bench.pass(1000)
    bench.deliver()
    expect(net.client.sums).toMatchObject({ present: { room: 1, net: 2 } })
    expect(net.client.sums?.polls).toEqual({})
    expect(screen.client.sums?.polls[poll]).toEqual({ room: [0, 1], net: [0, 1] })
    const told = net.client.heard.filter((name) => name === 'session:sums').length
    await bench.pass(3000)
    bench.deliver()
    expect(net.client.heard.filter((name) => name === 'session:sums').length).toBe(told)
    await host.ask(session, 'poll:close', { poll })
    bench.deliver()
    expect(net.client.state?.polls[poll]?.counts).toEqual({ room: [0, 1], net: [0, 1] })
  })

  it('[LIVE-22] a vote that is changed from the other place counts there, and once', async () => {
    const seat = bench.sitter('both')
    const phone = bench.sitter('both', { room: session })
    await begin(seat, phone)
    await host.ask(session, 'poll:draft', { poll, question: 'Which?', options: ['A', 'B'], openResults: true })
    await host.ask(session, 'poll:open', { poll })
    await seat.ask(session, 'poll:vote', { poll, option: 0 })
    await phone.ask(session, 'poll:vote', { poll, option: 1 })
    await bench.pass(1000)
    bench.deliver()
    expect(seat.client.sums?.polls[poll]).toEqual({ room: [0, 1], net: [0, 0] })
    await host.ask(session, 'poll:close', { poll })
    expect((await bench.stateOf(session)).polls[poll]?.counts).toEqual({ room: [0, 1], net: [0, 0] })
  })

  it('[LIVE-23] the id of a poll that was put away as a draft is not used again', async () => {
    await begin()
    const drafted = { poll, question: 'Which?', options: ['A', 'B'], openResults: false }
    await host.ask(session, 'poll:draft', drafted)
    await host.ask(session, 'poll:archive', { poll })
    expect((await bench.stateOf(session)).polls).toEqual({})
    expect(await host.ask(session, 'poll:draft', drafted)).toMatchObject({ code: 'poll.wrong-state' })
  })

  it('[LIVE-50] a person with several lines is one: present once, one vote', async () => {
    const [tab, other] = [bench.sitter('anna'), bench.sitter('anna')]
    const asker = bench.sitter('asker')
    await begin(tab, other, asker)
    await asker.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    await host.ask(session, 'question:show', { question: q(1) })
    expect(await tab.ask(session, 'question:vote', { question: q(1), up: true })).toMatchObject({ ok: true })
    expect(await other.ask(session, 'question:vote', { question: q(1), up: true })).toMatchObject({
      code: 'question.own-vote',
    })
    await bench.pass(1000)
    bench.deliver()
    expect(tab.client.sums).toMatchObject({ present: { net: 3 }, votes: { [q(1)]: 1 } })
    bench.sessions.onLineGone(tab.line)
    await bench.pass(1000)
    bench.deliver()
    expect(host.client.sums).toMatchObject({ present: { net: 3 } })
    const again = bench.sitter('anna')
    expect(await again.join(session)).toMatchObject({ value: { own: { votes: [q(1)] } } })
  })

  it('[LIVE-47] one reaction a person in two seconds, summed', async () => {
    const guest = bench.sitter('guest')
    await begin(guest)
    const react = (one: Sitter) =>
      bench.sessions.handlers['session:react']({ session, reaction: 'applause' }, one.caller)
    expect(await react(guest)).toMatchObject({ ok: true })
    expect(await react(guest)).toMatchObject({ code: 'react.too-often' })
    expect(await react(host)).toMatchObject({ ok: true })
    await bench.pass(1000)
    bench.deliver()
    expect(host.client.sums?.reactions).toEqual({ applause: 2 })
    await bench.pass(2000)
    expect(await react(guest)).toMatchObject({ ok: true })
  })

  it('[LIVE-55] pages of names are staff’s', async () => {
    const guest = bench.sitter('guest')
    await begin(guest)
    const page = (one: Sitter) => bench.sessions.handlers['session:people']({ session, page: 0 }, one.caller)
    expect(await page(guest)).toMatchObject({ code: 'session.not-allowed' })
    expect(await page(host)).toMatchObject({
      value: {
        total: 2,
        rows: [
          { name: 'host', role: 'guide' },
          { name: 'guest', role: 'attendee', place: 'net' },
        ],
      },
    })
  })
})
