// The room at its edges: before the start and after the end, who may not, how many, and what one person's several lines mean.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PollId, QuestionId, SessionId } from '../../../shared/kit/id.ts'
import { makePosePacket } from '../../../shared/pose/pose-code.ts'
import type { SessionKind } from '../../../shared/session/kinds.ts'
import { openSessionBench, type SessionBench, type Sitter } from '../../support/session-bench.ts'

let bench: SessionBench
let host: Sitter
let guest: Sitter

const q = (n: number) => `question-${n}` as QuestionId
const poll = 'poll-no-1' as PollId

beforeEach(async () => {
  bench = await openSessionBench()
  host = bench.sitter('host', { house: true })
  guest = bench.sitter('guest')
})
afterEach(() => bench.close())

async function planned(kind: SessionKind = 'guided-tour'): Promise<SessionId> {
  const title = { zh: '游', en: 'Tour' }
  const { session } = await bench.sessions.plan({ kind, title, host: host.person })
  for (const one of [host, guest]) await one.join(session)
  await bench.pass(1)
  return session
}

async function started(kind: SessionKind = 'guided-tour'): Promise<SessionId> {
  const session = await planned(kind)
  await host.ask(session, 'session:start', {})
  bench.deliver()
  return session
}

const follow = (one: Sitter, session: SessionId, mode: 'free' | 'together') =>
  bench.sessions.handlers['session:follow']({ session, mode }, one.caller)
const react = (one: Sitter, session: SessionId) =>
  bench.sessions.handlers['session:react']({ session, reaction: 'applause' }, one.caller)
const standing = (x: number) => ({ x, y: 0, z: 3, yaw: 0, pitch: 0 })
const packet = (x: number) => Object.assign(makePosePacket(), { pose: standing(x) })
const nextSums = async () => {
  await bench.pass(1000)
  bench.deliver()
}
const attendance = () =>
  bench.db.selectFrom('attendance').select(['person', 'from_at', 'to_at']).orderBy('from_at').execute()

describe('before the start', () => {
  it('[LIVE-70] nobody follows or reacts, and nobody’s stay begins', async () => {
    const session = await planned()
    expect(await follow(guest, session, 'together')).toMatchObject({ code: 'session.not-live' })
    expect(await react(guest, session)).toMatchObject({ code: 'session.not-live' })
    await bench.pass(1000)
    expect(await attendance()).toEqual([])
  })

  it('[LIVE-51] who waits when it starts is present from the start on', async () => {
    const session = await planned()
    await bench.pass(5000)
    const at = bench.now
    await host.ask(session, 'session:start', {})
    await bench.pass(1000)
    const stays = await attendance()
    expect(stays.map((one) => one.person).sort()).toEqual([guest.person, host.person])
    for (const { from_at, to_at } of stays) expect([from_at, to_at]).toEqual([at, null])
  })
})

describe('after the end', () => {
  it('[LIVE-51] every stay ends, and nothing leads any more', async () => {
    const session = await started()
    await follow(guest, session, 'together')
    bench.sessions.pose(host.line, packet(2))
    const lead = bench.crowd.lead(session)
    await bench.pass(3000)
    await host.ask(session, 'session:end', { confirm: true })
    await bench.pass(1000)
    expect((await attendance()).map(({ from_at, to_at }) => (to_at ?? 0) - from_at)).toEqual([3000, 3000])
    expect(bench.crowd.lead(session)).not.toBe(lead)
    expect(await follow(guest, session, 'together')).toMatchObject({ code: 'session.not-live' })
    expect(await react(guest, session)).toMatchObject({ code: 'session.not-live' })
    expect(await guest.join(session)).toMatchObject({ value: { sums: { following: 0 } } })
  })
})

describe('who leaves', () => {
  it('[LIVE-71] follows nobody any more', async () => {
    const session = await started()
    await follow(guest, session, 'together')
    expect(bench.follows.get(guest.line)).toBe(session)
    await guest.leave(session)
    expect(bench.follows.get(guest.line)).toBeNull()
  })
})

describe('several lines of one person', () => {
  it('[LIVE-50] a stay ends with the last of them', async () => {
    const session = await started()
    const second = bench.sitter('guest')
    await second.join(session)
    await bench.pass(1000)
    bench.sessions.onLineGone(guest.line)
    await bench.pass(1000)
    const of = async () => (await attendance()).filter((one) => one.person === guest.person).map((one) => one.to_at)
    expect(await of()).toEqual([null])
    bench.sessions.onLineGone(second.line)
    await bench.pass(1000)
    expect((await of()).filter((at) => at !== null)).toHaveLength(1)
  })

  it('[LIVE-48] one is as well as one’s best line, and the guide is not counted', async () => {
    const session = await started()
    bench.sessions.pose(host.line, packet(2))
    const second = bench.sitter('guest')
    await second.join(session)
    await follow(second, session, 'together')
    guest.lag = 20_000
    await nextSums()
    expect(host.client.group).toEqual({ with: 1, elsewhere: 0, lagging: 0, silent: 0 })
    second.lag = 14_999
    await nextSums()
    expect(host.client.group).toEqual({ with: 0, elsewhere: 0, lagging: 1, silent: 0 })
    second.lag = 15_000
    await nextSums()
    expect(host.client.group).toEqual({ with: 0, elsewhere: 0, lagging: 0, silent: 1 })
  })

  it('[LIVE-48] eight metres from the guide is with the group, farther is elsewhere', async () => {
    const session = await started()
    bench.sessions.pose(host.line, packet(0))
    await follow(guest, session, 'together')
    bench.poses.set(guest.line, standing(8))
    await nextSums()
    expect(host.client.group).toMatchObject({ with: 1, elsewhere: 0 })
    bench.poses.set(guest.line, standing(8.1))
    await nextSums()
    expect(host.client.group).toMatchObject({ with: 0, elsewhere: 1 })
  })
})

describe('who leads', () => {
  it('[LIVE-71] follows nobody, asked to or not', async () => {
    const session = await started()
    await follow(host, session, 'together')
    expect(bench.follows.get(host.line)).toBeNull()
    const anna = bench.sitter('anna')
    await anna.join(session)
    await follow(anna, session, 'together')
    expect(bench.follows.get(anna.line)).toBe(session)
    await host.ask(session, 'role:give', { person: anna.person, role: 'co-host' })
    await host.ask(session, 'lead:offer', { to: anna.person, epoch: 1 })
    await anna.ask(session, 'lead:accept', { epoch: 1 })
    expect(bench.follows.get(anna.line)).toBeNull()
    await nextSums()
    expect(guest.client.sums?.following).toBe(0)
  })

  it('[LIVE-4] is followed at once where they stand, without a step of theirs', async () => {
    const session = await started()
    const anna = bench.sitter('anna')
    await anna.join(session)
    bench.poses.set(anna.line, standing(7))
    bench.handles.set(anna.line, 9)
    await host.ask(session, 'role:give', { person: anna.person, role: 'co-host' })
    await host.ask(session, 'lead:offer', { to: anna.person, epoch: 1 })
    await anna.ask(session, 'lead:accept', { epoch: 1 })
    expect(bench.crowd.lead(session)).toMatchObject({ pose: standing(7), handle: 9 })
  })

  it('[LIVE-49] a pose of an epoch that is over is nobody’s: a gathering then goes to the stop', async () => {
    const session = await started()
    const anna = bench.sitter('anna')
    await anna.join(session)
    bench.sessions.pose(host.line, packet(2))
    await host.ask(session, 'cue:go', { cue: 'stop-jinan' as never, epoch: 1 })
    await host.ask(session, 'role:give', { person: anna.person, role: 'co-host' })
    await host.ask(session, 'lead:offer', { to: anna.person, epoch: 1 })
    await anna.ask(session, 'lead:accept', { epoch: 1 })
    await anna.ask(session, 'follow:gather', { whom: 'all', epoch: 2 })
    bench.deliver()
    const cue = guest.client.state?.rundown.find((one) => one.id === 'stop-jinan')
    expect(guest.client.state?.gather?.pose).toEqual(cue?.where.kind === 'stop' ? cue.where.pose : 'no stop')
  })

  it('[LIVE-5] whose line is gone is lost five seconds after it was last seen', async () => {
    const session = await started()
    await bench.pass(1000)
    bench.sessions.onLineGone(host.line)
    await bench.pass(4000)
    expect((await bench.stateOf(session)).lead.lostAt).toBeNull()
    await bench.pass(2000)
    expect((await bench.stateOf(session)).lead.lostAt).not.toBeNull()
  })

  it('[LIVE-56] is the figure that moves the lead, of two that the guide has', async () => {
    const session = await started()
    const second = bench.sitter('host', { house: true })
    await second.join(session)
    bench.handles.set(host.line, 5).set(second.line, 6)
    bench.sessions.pose(host.line, packet(2))
    await nextSums()
    expect(guest.client.sums?.guideHandle).toBe(5)
    bench.sessions.pose(second.line, packet(3))
    await nextSums()
    expect(guest.client.sums?.guideHandle).toBe(6)
  })
})

describe('the room of a venue', () => {
  it('[LIVE-72] its code is told to staff and stage; screens neither react nor count as people', async () => {
    const session = await started('project-roadshow')
    const screen = bench.sitter('screen', { screen: session, name: null })
    const phone = bench.sitter('phone', { room: session, name: null })
    const codes = await Promise.all([host, screen, guest, phone].map(async (one) => one.join(session)))
    expect(codes.map((reply) => reply.ok && reply.value.code !== null)).toEqual([true, true, false, false])
    await bench.pass(1)
    expect(await react(screen, session)).toMatchObject({ code: 'session.not-allowed' })
    await nextSums()
    expect(guest.client.sums?.present).toEqual({ room: 1, net: 2 })
    expect(await guest.join(session)).toMatchObject({ value: { place: 'net' } })
    expect(await phone.join(session)).toMatchObject({ value: { place: 'room' } })
  })

  it('[LIVE-15] where people do not walk, nobody’s view is taken along', async () => {
    const session = await started('project-roadshow')
    expect(await follow(guest, session, 'together')).toMatchObject({ ok: true })
    expect(bench.follows.get(guest.line)).toBeNull()
    await nextSums()
    expect(guest.client.sums?.following).toBe(1)
  })

  it('[LIVE-46] an open poll’s sums go to all if the poll says so; votes of a question that waits to nobody', async () => {
    const session = await started('project-roadshow')
    const drafted = { poll, question: 'Which?', options: ['A', 'B'], openResults: true }
    await host.ask(session, 'poll:draft', drafted)
    await host.ask(session, 'poll:open', { poll })
    await guest.ask(session, 'poll:vote', { poll, option: 1 })
    await guest.ask(session, 'question:ask', { question: q(1), text: 'Why?' })
    await nextSums()
    expect(guest.client.sums).toMatchObject({ polls: { [poll]: { room: [0, 0], net: [0, 1] } }, votes: {} })
    expect(host.client.sums?.votes).toEqual({})
  })

  it('[LIVE-47] within two seconds a second reaction of the same person is refused', async () => {
    const session = await started()
    expect(await react(guest, session)).toMatchObject({ ok: true })
    await bench.pass(1_999)
    expect(await react(guest, session)).toMatchObject({ code: 'react.too-often' })
    await bench.pass(1)
    expect(await react(guest, session)).toMatchObject({ ok: true })
  })
})

describe('many', () => {
  it('[LIVE-55] names come by pages of 100, each person once', async () => {
    const session = await planned()
    for (let n = 0; n < 123; n++) await bench.sitter(`p${n}`).join(session)
    await bench.pass(1)
    const page = async (n: number) => {
      const reply = await bench.sessions.handlers['session:people']({ session, page: n }, host.caller)
      return reply.ok ? reply.value : { rows: [], total: 0 }
    }
    const pages = [await page(0), await page(1), await page(2)]
    expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([
      [100, 125],
      [25, 125],
      [0, 125],
    ])
    expect(new Set(pages.flatMap(({ rows }) => rows.map((row) => row.person))).size).toBe(125)
  })

  it('[LIVE-73] three thousand lines sit in one session; the next is refused, and who sits may join again', async () => {
    const session = await planned()
    for (let n = 2; n < 3_000; n++) await bench.sitter(`p${n}`).join(session)
    expect(await bench.sitter('late').join(session)).toMatchObject({ code: 'session.full', detail: { limit: 3_000 } })
    expect(await guest.join(session)).toMatchObject({ ok: true })
  })

  it('[LIVE-73] two thousand commands may wait; more are refused at once, and what waits is done', async () => {
    const session = await started()
    const go = () => host.ask(session, 'cue:go', { cue: 'stop-jinan' as never, epoch: 1 })
    const codes = (await Promise.all(Array.from({ length: 2_010 }, go))).map((reply) => (reply.ok ? 'ok' : reply.code))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(2_000)
    expect(new Set(codes.slice(2_000))).toEqual(new Set(['wire.too-often']))
    expect(await go()).toMatchObject({ ok: true })
  })
})
