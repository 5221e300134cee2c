// The table who may do what, and what rank forbids. Pure rules only.

import { describe, expect, it } from 'vitest'
import { ALLOWED } from '../../../shared/session/allowed.ts'
import {
  type CommandType,
  type SessionCommand,
  type SystemCommand,
  sessionCommand,
} from '../../../shared/session/commands.ts'
import { decide } from '../../../shared/session/decide.ts'
import { NO_LOOKUP } from '../../../shared/session/decide-kit.ts'
import { KIND_RULES, SESSION_KINDS } from '../../../shared/session/kinds.ts'
import { ROLES, roleOf } from '../../../shared/session/roles.ts'
import { must } from '../../support/must.ts'
import { person, RUNDOWN, sessionLog } from '../../support/session-log.ts'

const [host, anna, ben, guest] = [person('host'), person('anna'), person('ben'), person('guest')]
const SYSTEM = ['clock', 'restart', 'stay', 'line:lost', 'line:back']

describe('the table of commands', () => {
  it('[LIVE-12] has a line for every command and no other, each with a sort and who may', () => {
    const types = sessionCommand.options.map((one) => one.shape.type.value)
    expect(Object.keys(ALLOWED).sort()).toEqual([...types, ...SYSTEM].sort())
    for (const type of types) {
      expect(ALLOWED[type].roles.length).toBeGreaterThan(0)
      expect(ALLOWED[type].sort).not.toBe('system')
    }
  })

  it('[LIVE-12] machines and observers may do nothing; what the system reports no role may', () => {
    for (const rule of Object.values(ALLOWED)) {
      expect(rule.roles).not.toContain('stage-screen')
      expect(rule.roles).not.toContain('observer')
      expect(rule.roles.length === 0).toBe(rule.sort === 'system')
      expect(rule.roles.includes('attendee')).toBe(rule.sort === 'fact')
      expect(rule.roles.includes('venue-phone')).toBe(rule.sort === 'fact')
      for (const role of rule.roles) expect(ROLES).toContain(role)
    }
  })

  it('[LIVE-12] who leads steers, co-hosts start and end, moderators keep the queue and the polls, all take part', () => {
    const given = ['co-host', 'moderator', 'speaker', 'interpreter', 'venue-desk']
    const may: Readonly<Record<string, readonly string[]>> = {
      guide: ['lead:offer', 'lead:withdraw', 'cue:go', 'follow:invite', 'follow:gather'],
      'guide co-host': ['session:start', 'session:end', 'lead:take', 'role:give'],
      'guide co-host moderator': [
        ...['show', 'stage', 'unstage', 'answer', 'archive', 'decline'].map((step) => `question:${step}`),
        ...['draft', 'open', 'close', 'archive'].map((step) => `poll:${step}`),
      ],
      [given.join(' ')]: ['lead:accept', 'lead:decline'],
      [['guide', ...given].join(' ')]: ['role:take'],
      [['guide', ...given, 'attendee', 'venue-phone'].join(' ')]: [
        ...['question:ask', 'question:withdraw', 'question:vote', 'poll:vote'],
      ],
    }
    const early = ['session:start', 'session:end', 'role:give', 'role:take', 'poll:draft', 'poll:archive']
    for (const [roles, types] of Object.entries(may)) {
      for (const type of types as CommandType[]) {
        expect([...ALLOWED[type].roles].sort(), type).toEqual(roles.split(' ').sort())
        expect(ALLOWED[type].early, type).toBe(early.includes(type))
      }
    }
    expect(Object.values(may).flat().sort()).toEqual(sessionCommand.options.map((one) => one.shape.type.value).sort())
  })

  it('[LIVE-12] a phone asks and votes, and steers nothing', () => {
    const session = sessionLog('project-roadshow')
    session.ask(host, 'session:start', {})
    session.ask(
      guest,
      'question:ask',
      { question: 'question-1' as never, text: 'Why?' },
      { phone: true, place: 'room' },
    )
    expect(session.last()).toBe('ok')
    session.ask(guest, 'question:stage', { question: 'question-1' as never }, { phone: true, place: 'room' })
    expect(session.last()).toBe('session.not-allowed')
  })
})

describe('the role that counts', () => {
  it('[LIVE-13] is the machine’s, the guide’s, the one given, the host’s, the phone’s, in this order', () => {
    const session = sessionLog('project-roadshow')
    const plain = { house: false, screen: false, phone: false }
    const of = (who: typeof host, how: Partial<typeof plain> = {}) => roleOf(session.state, who, { ...plain, ...how })
    expect([of(host), of(guest), of(guest, { house: true }), of(guest, { phone: true })]).toEqual([
      ...['co-host', 'attendee', 'co-host', 'venue-phone'],
    ])
    session.ask(host, 'role:give', { person: guest, role: 'speaker' })
    expect([of(guest), of(guest, { house: true }), of(guest, { phone: true })]).toEqual(Array(3).fill('speaker'))
    session.ask(host, 'session:start', {})
    session.ask(anna, 'role:give', { person: host, role: 'speaker' }, { house: true })
    expect([of(host), of(host, { house: true }), of(host, { screen: true })]).toEqual([
      ...['guide', 'guide', 'stage-screen'],
    ])
  })

  it('[LIVE-12] nobody but the room itself reports what the room reports', () => {
    const { state } = sessionLog()
    for (const type of SYSTEM) {
      const said = { id: 'command-1', type, person: host, place: 'net', from: 0, to: 0 } as unknown as SessionCommand
      const asked = decide(state, said, { person: host, role: 'guide', place: 'net' }, 0, NO_LOOKUP)
      expect(asked).toMatchObject({ code: 'session.not-allowed' })
    }
    const start = { id: 'command-1', type: 'session:start' } as unknown as SystemCommand
    expect(decide(state, start, 'system', 0, NO_LOOKUP)).toMatchObject({ code: 'session.not-allowed' })
  })
})

describe('giving roles', () => {
  it('[LIVE-13] several may promote, nobody above their own rank or acting on who stands beside or above them', () => {
    const session = sessionLog()
    session.ask(host, 'session:start', {})
    session.ask(host, 'role:give', { person: anna, role: 'co-host' })
    session.ask(anna, 'role:give', { person: ben, role: 'co-host' })
    expect(session.state.roles.map((one) => one.person)).toEqual([anna, ben])
    session.ask(anna, 'role:take', { person: ben })
    expect(session.last()).toBe('session.higher-rank')
    session.ask(anna, 'role:take', { person: host })
    expect(session.last()).toBe('session.higher-rank')
    session.ask(anna, 'role:give', { person: guest, role: 'moderator' })
    session.ask(guest, 'role:give', { person: person('other'), role: 'speaker' })
    expect(session.last()).toBe('session.not-allowed')
    session.ask(host, 'role:take', { person: ben })
    session.ask(anna, 'role:take', { person: anna })
    expect(session.state.roles).toEqual([{ person: guest, role: 'moderator' }])
  })

  it('[LIVE-13] a moderator lays their own role down and takes nobody else’s', () => {
    const session = sessionLog()
    session.ask(host, 'session:start', {})
    session.ask(host, 'role:give', { person: ben, role: 'moderator' })
    session.ask(host, 'role:give', { person: guest, role: 'speaker' })
    session.ask(ben, 'role:take', { person: guest })
    expect(session.last()).toBe('session.not-allowed')
    session.ask(ben, 'role:take', { person: ben })
    expect(session.state.roles).toEqual([{ person: guest, role: 'speaker' }])
  })

  it('[LIVE-13] sixty roles are given in a session; another one waits until one is laid down', () => {
    const session = sessionLog()
    for (let n = 0; n < 60; n++) session.ask(host, 'role:give', { person: person(`p${n}`), role: 'speaker' })
    expect([session.last(), session.state.roles.length]).toEqual(['ok', 60])
    session.ask(host, 'role:give', { person: anna, role: 'speaker' })
    expect(session.last()).toBe('session.full')
    session.ask(host, 'role:give', { person: person('p3'), role: 'moderator' })
    expect(session.last()).toBe('ok')
    session.ask(host, 'role:take', { person: person('p4') })
    session.ask(host, 'role:give', { person: anna, role: 'speaker' })
    expect(session.last()).toBe('ok')
  })

  it('[LIVE-13] an offer of the lead ends with the role of who was asked', () => {
    const session = sessionLog()
    session.ask(host, 'session:start', {})
    session.ask(host, 'role:give', { person: anna, role: 'co-host' })
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    session.ask(host, 'role:take', { person: anna })
    expect(session.state.lead.offeredTo).toBeNull()
  })
})

describe('cues and the group', () => {
  const first = must(RUNDOWN[0])
  const third = must(RUNDOWN[2])

  it('[LIVE-14] a cue moves all together and starts its clock; only cues of the plan', () => {
    const session = sessionLog()
    session.ask(host, 'cue:go', { cue: first.id, epoch: 0 })
    expect(session.last()).toBe('session.not-live')
    session.ask(host, 'session:start', {})
    session.now += 50
    session.ask(host, 'cue:go', { cue: first.id, epoch: 1 })
    expect(session.state.cue).toEqual({ id: first.id, since: session.now })
    session.ask(host, 'cue:go', { cue: 'cue-unknown' as never, epoch: 1 })
    expect(session.last()).toBe('cue.unknown')
  })

  it('[LIVE-15] gathering takes the guide’s last pose, else the stop’s, else is refused', () => {
    const session = sessionLog()
    session.ask(host, 'session:start', {})
    session.ask(host, 'cue:go', { cue: third.id, epoch: 1 })
    session.ask(host, 'follow:gather', { whom: 'all', epoch: 1 })
    expect(session.last()).toBe('cue.no-stop')
    session.ask(host, 'cue:go', { cue: first.id, epoch: 1 })
    session.ask(host, 'follow:gather', { whom: 'all', epoch: 1 })
    expect(session.state.gather).toMatchObject({ n: 1, pose: { x: 1, z: 2 } })
    const guidePose = { x: 7, y: 0, z: 7, yaw: 0, pitch: 0 }
    session.lookup = { guidePose }
    session.ask(host, 'follow:gather', { whom: 'stragglers', epoch: 1 })
    expect(session.state.gather).toEqual({ n: 2, whom: 'stragglers', pose: guidePose })
    session.ask(host, 'follow:invite', { epoch: 1 })
    expect(session.state.invitation).toBe(1)
  })

  it('[LIVE-15] where people do not walk nobody is invited or gathered; the engine is one, the kinds are data', () => {
    for (const kind of SESSION_KINDS) {
      const session = sessionLog(kind)
      session.ask(host, 'session:start', {})
      session.ask(host, 'cue:go', { cue: first.id, epoch: 1 })
      session.ask(host, 'follow:invite', { epoch: 1 })
      expect(session.last()).toBe(KIND_RULES[kind].moves ? 'ok' : 'session.not-allowed')
      session.ask(host, 'follow:gather', { whom: 'all', epoch: 1 })
      expect(session.last()).toBe(KIND_RULES[kind].moves ? 'ok' : 'session.not-allowed')
    }
  })
})
