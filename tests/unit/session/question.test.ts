// Questions through all their states, and who may know of them. Pure rules only.

import { describe, expect, it } from 'vitest'
import type { QuestionId } from '../../../shared/kit/id.ts'
import { viewOf } from '../../../shared/session/snapshot.ts'
import { person, sessionLog } from '../../support/session-log.ts'

const [host, anna, ben] = [person('host'), person('anna'), person('ben')]
const q = (n: number | string) => `question-${n}` as QuestionId

function live() {
  const session = sessionLog()
  session.ask(host, 'session:start', {})
  return session
}

const statusOf = (session: ReturnType<typeof live>, n: number | string) => session.state.questions[q(n)]?.status

describe('questions', () => {
  it('[LIVE-16] a question goes from the queue to all, on stage, and is answered and put away', () => {
    const session = live()
    session.ask(anna, 'question:ask', { question: q(1), text: 'Why?' }, { place: 'room' })
    expect(session.state.questions[q(1)]).toMatchObject({ status: 'queued', place: 'room', by: anna, shown: false })
    session.ask(host, 'question:show', { question: q(1) })
    expect(statusOf(session, 1)).toBe('visible')
    session.ask(host, 'question:stage', { question: q(1) })
    expect(session.state.staged).toBe(q(1))
    session.ask(host, 'question:unstage', { question: q(1) })
    expect(statusOf(session, 1)).toBe('visible')
    session.ask(host, 'question:stage', { question: q(1) })
    session.ask(host, 'question:answer', { question: q(1) })
    expect(statusOf(session, 1)).toBe('answered')
    expect(session.state.staged).toBeNull()
    session.ask(host, 'question:archive', { question: q(1) })
    expect(statusOf(session, 1)).toBe('archived')
    session.ask(host, 'question:stage', { question: q(1) })
    expect(session.last()).toBe('question.wrong-state')
  })

  it('[LIVE-16] each state has its steps and no others', () => {
    const steps = ['show', 'stage', 'unstage', 'answer', 'archive', 'decline', 'withdraw'] as const
    const states: readonly [way: readonly (typeof steps)[number][], open: readonly (typeof steps)[number][]][] = [
      [[], ['show', 'stage', 'decline', 'withdraw']],
      [['show'], ['stage', 'answer', 'archive', 'decline', 'withdraw']],
      [['stage'], ['unstage', 'answer', 'archive', 'decline', 'withdraw']],
      [
        ['stage', 'unstage'],
        ['stage', 'answer', 'archive', 'decline', 'withdraw'],
      ],
      [['show', 'answer'], ['archive']],
      [['show', 'archive'], []],
      [['decline'], []],
      [['withdraw'], []],
    ]
    for (const [way, open] of states) {
      for (const step of steps) {
        const session = live()
        session.ask(anna, 'question:ask', { question: q(1), text: 'Why?' })
        for (const one of [...way, step]) {
          session.ask(one === 'withdraw' ? anna : host, `question:${one}`, { question: q(1) })
        }
        expect(session.last(), `${step} after ${way.join(', ')}`).toBe(
          open.includes(step) ? 'ok' : 'question.wrong-state',
        )
      }
    }
  })

  it('[LIVE-17] one on stage at a time: the next one sends the last one back', () => {
    const session = live()
    session.ask(anna, 'question:ask', { question: q(1), text: 'Why?' })
    session.ask(ben, 'question:ask', { question: q(2), text: 'How?' })
    session.ask(host, 'question:stage', { question: q(1) })
    session.ask(host, 'question:stage', { question: q(2) })
    expect([statusOf(session, 1), statusOf(session, 2), session.state.staged]).toEqual(['visible', 'staged', q(2)])
  })

  it('[LIVE-18] until it is shown only its asker and staff know of a question; a declined one stays with its asker', () => {
    const session = live()
    session.ask(anna, 'question:ask', { question: q(1), text: 'Why?' })
    const seenBy = (who: typeof anna) => Object.keys(viewOf(session.state, { person: who, staff: false }).questions)
    expect([seenBy(anna), seenBy(ben)]).toEqual([[q(1)], []])
    session.ask(ben, 'question:vote', { question: q(1), up: true })
    expect(session.last()).toBe('question.unknown')
    session.ask(ben, 'question:withdraw', { question: q(1) })
    expect(session.last()).toBe('question.unknown')
    session.ask(host, 'question:decline', { question: q(1) })
    expect(session.log.at(-1)?.audience).toEqual({ person: anna })
    expect([seenBy(anna), seenBy(ben)]).toEqual([[q(1)], []])
  })

  it('[LIVE-18] the public event of a shown question brings its origin along', () => {
    const session = live()
    session.ask(anna, 'question:ask', { question: q(1), text: 'Why?' }, { place: 'room' })
    session.now += 500
    session.ask(host, 'question:show', { question: q(1) })
    expect(session.log.at(-1)?.event).toEqual({
      type: 'question:shown',
      question: q(1),
      by: anna,
      place: 'room',
      askedAt: session.now - 500,
    })
  })

  it('[LIVE-16] its asker withdraws it, from the stage too; nobody else can', () => {
    const session = live()
    session.ask(anna, 'question:ask', { question: q(1), text: 'Why?' })
    session.ask(host, 'question:stage', { question: q(1) })
    session.ask(ben, 'question:withdraw', { question: q(1) })
    expect(session.last()).toBe('session.not-allowed')
    session.ask(anna, 'question:withdraw', { question: q(1) })
    expect([statusOf(session, 1), session.state.staged]).toEqual(['withdrawn', null])
  })

  it('[LIVE-19] one vote a person and question; taken back and given again; none for one’s own', () => {
    const session = live()
    session.ask(anna, 'question:ask', { question: q(1), text: 'Why?' })
    session.ask(host, 'question:show', { question: q(1) })
    session.ask(anna, 'question:vote', { question: q(1), up: true })
    expect(session.last()).toBe('question.own')
    session.ask(ben, 'question:vote', { question: q(1), up: true })
    expect(session.log.at(-1)?.audience).toBe('server')
    session.ask(ben, 'question:vote', { question: q(1), up: true })
    expect(session.last()).toBe('question.own-vote')
    session.ask(ben, 'question:vote', { question: q(1), up: false })
    session.ask(ben, 'question:vote', { question: q(1), up: true })
    expect(session.last()).toBe('ok')
    session.ask(host, 'question:answer', { question: q(1) })
    session.ask(ben, 'question:vote', { question: q(1), up: false })
    expect(session.last()).toBe('question.wrong-state')
  })

  it('[LIVE-20] limits: three open ones a person, none empty, none too long, no id twice, a queue that ends', () => {
    const session = live()
    for (let n = 0; n < 3; n++) session.ask(anna, 'question:ask', { question: q(n), text: 'Why?' })
    expect(session.last()).toBe('ok')
    session.ask(anna, 'question:ask', { question: q(3), text: 'Why?' })
    expect(session.last()).toBe('question.too-many-open')
    session.ask(ben, 'question:ask', { question: q('b'), text: '' })
    expect(session.last()).toBe('question.empty')
    session.ask(ben, 'question:ask', { question: q('b'), text: 'x'.repeat(501) })
    expect(session.last()).toBe('question.too-long')
    session.ask(ben, 'question:ask', { question: q(1), text: 'Why?' })
    expect(session.last()).toBe('question.wrong-state')
    for (let n = 3; n < 200; n++)
      session.ask(person(`p${n}`), 'question:ask', { question: q(n), text: 'x'.repeat(500) })
    expect([session.last(), Object.keys(session.state.questions).length]).toEqual(['ok', 200])
    session.ask(ben, 'question:ask', { question: q(200), text: 'x' })
    expect(session.last()).toBe('question.too-many-open')
    session.ask(host, 'question:show', { question: q(3) })
    session.ask(ben, 'question:ask', { question: q(201), text: 'What is shown waits no more' })
    expect(session.last()).toBe('ok')
  })

  it('[LIVE-20] a hundred are shown at once; the next one waits until one is closed', () => {
    const session = live()
    for (let n = 0; n <= 100; n++) {
      session.ask(person(`p${n}`), 'question:ask', { question: q(n), text: 'Why?' })
      session.ask(host, 'question:show', { question: q(n) })
    }
    expect(session.last()).toBe('question.too-many-open')
    session.ask(host, 'question:stage', { question: q(100) })
    expect(session.last()).toBe('question.too-many-open')
    session.ask(host, 'question:decline', { question: q(7) })
    session.ask(host, 'question:show', { question: q(100) })
    expect(session.last()).toBe('ok')
  })

  it('[LIVE-30] the state keeps the newest closed questions and lets the older go; the log has them all', () => {
    const session = live()
    for (let n = 0; n < 59; n++) {
      session.ask(person(`p${n}`), 'question:ask', { question: q(n), text: 'Why?' })
      session.ask(host, 'question:stage', { question: q(n) })
      session.ask(host, 'question:answer', { question: q(n) })
    }
    const kept = Object.keys(session.state.questions)
    expect(kept).toHaveLength(50)
    expect(kept[0]).toBe(q(9))
  })

  it('[LIVE-30] of what only its asker has seen the last three stay, for each asker', () => {
    const session = live()
    for (let n = 0; n < 5; n++) {
      for (const one of [anna, ben]) {
        const question = q(`${one}-${n}`)
        session.ask(one, 'question:ask', { question, text: 'Why?' })
        session.ask(host, 'question:decline', { question })
      }
    }
    const kept = Object.keys(session.state.questions)
    expect(kept.sort()).toEqual([anna, ben].flatMap((one) => [2, 3, 4].map((n) => q(`${one}-${n}`))).sort())
  })
})
