// Sessions over real sockets and the whole server: a tour and a roadshow as clients see them. Rules in detail are tested below.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandId, PollId, QuestionId, SessionId } from '../../../shared/kit/id.ts'
import type { SessionSnapshot, SessionSums } from '../../../shared/protocol/wire.ts'
import type { CommandType, SessionCommand } from '../../../shared/session/commands.ts'
import { evolve } from '../../../shared/session/evolve.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import { type House, openHouse } from '../../support/house.ts'
import { must } from '../../support/must.ts'
import { type PersonClient, valueOf } from '../../support/person-client.ts'

type Body<T extends CommandType> = Omit<Extract<SessionCommand, { type: T }>, 'id' | 'type'>

/** Somebody in a session: what they hold is what a client would. */
interface Member {
  readonly client: PersonClient
  snapshot: SessionSnapshot
  state: SessionState
  words: Record<string, string>
  sums: SessionSums
  ask<T extends CommandType>(type: T, body: Body<T>): Promise<string>
}

let house: House
let commands = 0

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function join(client: PersonClient, session: SessionId): Promise<Member> {
  await client.connect()
  valueOf(await client.ask('hall:enter', { language: 'en' }))
  const snapshot = valueOf(await client.ask('session:join', { session }))
  const member: Member = {
    client,
    snapshot,
    state: snapshot.state,
    words: { ...snapshot.words },
    sums: snapshot.sums,
    ask: async (type, body) => {
      const command = { id: `command-${++commands}-of-test` as CommandId, type, ...body } as SessionCommand
      const reply = await client.ask('session:command', { session, command })
      return reply.ok ? 'ok' : reply.code
    },
  }
  client.on('session:events', ({ events, words }) => {
    member.state = events.reduce(evolve, member.state)
    Object.assign(member.words, words)
  })
  client.on('session:snapshot', (told) => {
    member.snapshot = told.snapshot
    member.state = told.snapshot.state
  })
  client.on('session:sums', (told) => {
    member.sums = told.sums
  })
  return member
}

const until = (holds: () => boolean) => expect.poll(holds, { timeout: 15_000 }).toBe(true)
const question = 'question-of-test' as QuestionId
const poll = 'poll-of-test' as PollId

describe('a guided tour', () => {
  it('[LIVE-54, LIVE-16] the ready tour is started by the house’s host, two guests follow, one asks and is answered', async () => {
    const hostClient = await house.staff('host')
    const listed = valueOf(await hostClient.get('/api/sessions')).sessions
    const tour = must(listed.find((one) => one.kind === 'guided-tour')).id
    const host = await join(hostClient, tour)
    const [anna, ben] = [await house.visitor(), await house.visitor()]
    valueOf(await anna.post('/api/name', { name: 'Anna' }))
    const [a, b] = [await join(anna, tour), await join(ben, tour)]
    expect(await a.ask('session:start', {})).toBe('session.not-allowed')
    expect(await host.ask('session:start', {})).toBe('ok')
    await until(() => a.state.phase === 'live' && host.snapshot.role === 'guide')
    const { epoch } = host.state.lead
    expect(await host.ask('cue:go', { cue: must(host.state.rundown[3]).id, epoch })).toBe('ok')
    expect(await host.ask('follow:invite', { epoch })).toBe('ok')
    valueOf(await anna.ask('session:follow', { session: tour, mode: 'together' }))
    expect(await a.ask('question:ask', { question, text: 'How deep is the port?' })).toBe('ok')
    await until(() => host.words[question] === 'How deep is the port?')
    expect(b.state.questions[question]).toBeUndefined()
    expect(await host.ask('question:stage', { question })).toBe('ok')
    await until(() => b.state.staged === question && b.words[question] !== undefined)
    expect(await host.ask('question:answer', { question })).toBe('ok')
    await until(() => a.state.questions[question]?.status === 'answered' && a.state.invitation === 1)
    await until(() => host.sums.following === 1)
    expect(await host.ask('session:end', { confirm: true })).toBe('ok')
    await until(() => b.state.phase === 'ended')
    const after = valueOf(await hostClient.get('/api/sessions')).sessions.map((one) => one.id)
    expect(after).not.toContain(tour)
  })
})

describe('a roadshow', () => {
  it('[LIVE-22, LIVE-46, LIVE-52] stage screen, phones by code and the net share one queue and one poll', async () => {
    const operator = await house.staff('operator')
    const title = { zh: '路演', en: 'Roadshow' }
    const visitor = await house.visitor()
    expect(await visitor.post('/api/sessions', { kind: 'project-roadshow', title })).toMatchObject({
      code: 'person.not-allowed',
    })
    const hosted = valueOf(await operator.post('/api/sessions', { kind: 'project-roadshow', title }))
    const { session } = hosted
    const host = await join(operator, session)
    const screenClient = house.person()
    const key = must(hosted.stage?.split('#')[1])
    expect(await screenClient.post('/api/stage', { session, key: `${key}x` })).toMatchObject({ ok: false })
    valueOf(await screenClient.post('/api/stage', { session, key }))
    const screen = await join(screenClient, session)
    const phoneClient = house.person()
    valueOf(await phoneClient.post('/api/join-code', { code: must(hosted.code) }))
    const phone = await join(phoneClient, session)
    const net = await join(visitor, session)
    expect([screen, phone, net].map((one) => one.snapshot.role)).toEqual(['stage-screen', 'venue-phone', 'attendee'])
    expect([screen.snapshot.code, net.snapshot.code]).toEqual([hosted.code, null])
    expect(await screen.ask('session:start', {})).toBe('session.not-allowed')
    expect(await host.ask('session:start', {})).toBe('ok')
    expect(await phone.ask('question:ask', { question, text: 'From the room' })).toBe('ok')
    await until(() => host.state.questions[question]?.place === 'room')
    const drafted = { poll, question: 'Which?', options: ['A', 'B'], openResults: false }
    expect(await host.ask('poll:draft', drafted)).toBe('ok')
    expect(await host.ask('poll:open', { poll })).toBe('ok')
    expect(await phone.ask('poll:vote', { poll, option: 1 })).toBe('ok')
    expect(await net.ask('poll:vote', { poll, option: 0 })).toBe('ok')
    await until(() => JSON.stringify(screen.sums.polls[poll]) === '{"room":[0,1],"net":[1,0]}')
    expect(net.sums.polls).toEqual({})
    expect(await host.ask('poll:close', { poll })).toBe('ok')
    await until(() => JSON.stringify(net.state.polls[poll]?.counts) === '{"room":[0,1],"net":[1,0]}')
    const links = valueOf(await operator.post('/api/sessions/links', { session }))
    expect(links).toMatchObject({ session, code: hosted.code, invitation: `/tour/${session}` })
    expect(await visitor.post('/api/sessions/links', { session })).toMatchObject({ code: 'session.not-allowed' })
  })
})
