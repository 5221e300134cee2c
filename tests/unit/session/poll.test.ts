// Polls from draft to archive, room and net counted apart. Pure rules only.

import { describe, expect, it } from 'vitest'
import type { PollId } from '../../../shared/kit/id.ts'
import { viewOf } from '../../../shared/session/snapshot.ts'
import { person, sessionLog } from '../../support/session-log.ts'

const [host, anna, ben] = [person('host'), person('anna'), person('ben')]
const p = (n: number) => `poll-no-${n}` as PollId
const draft = (n: number) => ({ poll: p(n), question: 'Which?', options: ['A', 'B', 'C'], openResults: false })

function live() {
  const session = sessionLog('project-roadshow')
  session.ask(host, 'session:start', {})
  return session
}

describe('polls', () => {
  it('[LIVE-21] draft, open, closed, archived; one open at a time', () => {
    const session = live()
    session.ask(host, 'poll:draft', draft(1))
    session.ask(host, 'poll:draft', draft(2))
    session.ask(anna, 'poll:vote', { poll: p(1), option: 0 })
    expect(session.last()).toBe('poll.unknown')
    session.ask(host, 'poll:open', { poll: p(1) })
    session.ask(host, 'poll:open', { poll: p(2) })
    expect(session.last()).toBe('poll.wrong-state')
    session.ask(host, 'poll:close', { poll: p(1) })
    session.ask(anna, 'poll:vote', { poll: p(1), option: 0 })
    expect(session.last()).toBe('poll.not-open')
    session.ask(host, 'poll:open', { poll: p(2) })
    session.ask(host, 'poll:close', { poll: p(2) })
    session.ask(host, 'poll:archive', { poll: p(2) })
    expect(session.state.polls[p(2)]?.status).toBe('archived')
    expect(session.state.poll).toBeNull()
  })

  it('[LIVE-22] closing tells both halves apart; a changed vote counts once', () => {
    const session = live()
    session.ask(host, 'poll:draft', draft(1))
    session.ask(host, 'poll:open', { poll: p(1) })
    session.ask(anna, 'poll:vote', { poll: p(1), option: 0 }, { place: 'room', phone: true })
    session.ask(anna, 'poll:vote', { poll: p(1), option: 2 }, { place: 'room', phone: true })
    session.ask(ben, 'poll:vote', { poll: p(1), option: 2 })
    const { length } = session.log
    session.ask(ben, 'poll:vote', { poll: p(1), option: 2 })
    expect([session.last(), session.log.length]).toEqual(['ok', length])
    session.ask(ben, 'poll:vote', { poll: p(1), option: 3 })
    expect(session.last()).toBe('poll.option-unknown')
    session.ask(host, 'poll:close', { poll: p(1) })
    expect(session.state.polls[p(1)]?.counts).toEqual({ room: [0, 0, 1], net: [0, 0, 1] })
  })

  it('[LIVE-11] an open poll is closed and counted when the session ends', () => {
    const session = live()
    session.ask(host, 'poll:draft', draft(1))
    session.ask(host, 'poll:open', { poll: p(1) })
    session.ask(ben, 'poll:vote', { poll: p(1), option: 1 })
    session.ask(host, 'session:end', { confirm: true })
    expect(session.state.polls[p(1)]).toMatchObject({ status: 'closed', counts: { net: [0, 1, 0] } })
  })

  it('[LIVE-23] a draft is staff’s; put away it is gone; kinds without polls have none', () => {
    const session = live()
    session.ask(host, 'poll:draft', draft(1))
    expect(viewOf(session.state, { person: anna, staff: false }).polls).toEqual({})
    session.ask(host, 'poll:archive', { poll: p(1) })
    expect(session.state.polls).toEqual({})
    expect(session.log.slice(-2).map(({ audience }) => audience)).toEqual(['staff', 'staff'])
    session.ask(host, 'poll:draft', draft(1))
    expect(session.last()).toBe('poll.wrong-state')
    const tour = sessionLog('guided-tour')
    tour.ask(host, 'session:start', {})
    tour.ask(host, 'poll:draft', draft(1))
    expect(tour.last()).toBe('session.not-allowed')
  })

  it('[LIVE-23] options must differ and say something, and polls that stand are limited', () => {
    const session = live()
    session.ask(host, 'poll:draft', { ...draft(1), options: ['A', 'A'] })
    expect(session.last()).toBe('poll.options-bad')
    session.ask(host, 'poll:draft', { ...draft(1), options: ['A', ''] })
    expect(session.last()).toBe('poll.options-bad')
    session.ask(host, 'poll:draft', { ...draft(1), question: '' })
    expect(session.last()).toBe('poll.options-bad')
    for (const many of [1, 9]) {
      session.ask(host, 'poll:draft', { ...draft(1), options: Array.from({ length: many }, (_, n) => `${n}`) })
      expect(session.last()).toBe('poll.options-bad')
    }
    for (let n = 0; n < 20; n++) session.ask(host, 'poll:draft', draft(n))
    expect(session.last()).toBe('ok')
    session.ask(host, 'poll:draft', draft(20))
    expect(session.last()).toBe('poll.too-many')
    session.ask(host, 'poll:archive', { poll: p(3) })
    session.ask(host, 'poll:draft', draft(20))
    expect(session.last()).toBe('ok')
  })

  it('[LIVE-23] a poll can be drafted before the start, and opened after it', () => {
    const session = sessionLog('project-roadshow')
    session.ask(host, 'poll:draft', draft(1))
    expect(session.last()).toBe('ok')
    session.ask(host, 'poll:open', { poll: p(1) })
    expect(session.last()).toBe('session.not-live')
  })

  it('[LIVE-30] of archived polls the last 20 stay in the state', () => {
    const session = live()
    for (let n = 0; n < 23; n++) {
      session.ask(host, 'poll:draft', draft(n))
      session.ask(host, 'poll:open', { poll: p(n) })
      session.ask(host, 'poll:close', { poll: p(n) })
      session.ask(host, 'poll:archive', { poll: p(n) })
    }
    expect(Object.keys(session.state.polls)).toEqual(Array.from({ length: 20 }, (_, n) => p(n + 3)))
  })
})
