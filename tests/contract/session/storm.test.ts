// Seeded storms on the room: anybody asks anything, lines break and come back, tells arrive late or never. In the end everybody
// who is there holds exactly what they may see, and one person leads. A seed that ever failed stays here by its number.

import { describe, expect, it } from 'vitest'
import type { SessionId } from '../../../shared/kit/id.ts'
import type { CommandType } from '../../../shared/session/commands.ts'
import { isStaff, ROLES } from '../../../shared/session/roles.ts'
import { must } from '../../support/must.ts'
import { seeded } from '../../support/seeded.ts'
import { openSessionBench, type SessionBench, type Sitter, sameView } from '../../support/session-bench.ts'

const SEEDS = [1, 2, 3, 4, 5, 6]
const STEPS = 160
const NAMES = ['host', 'anna', 'ben', 'guest', 'phone']
type Pick = <T>(from: readonly T[]) => T

function command(pick: Pick, epoch: number): [CommandType, object] {
  const question = pick(['question-1', 'question-2', 'question-3', '12345678'])
  const person = `person-${pick(NAMES)}`
  const poll = pick(['poll-no-1', 'poll-no-2'])
  const all: readonly [CommandType, object][] = [
    ['lead:take', {}],
    ['lead:offer', { to: person, epoch }],
    ['lead:accept', { epoch }],
    ['lead:decline', { epoch }],
    ['role:give', { person, role: pick(['co-host', 'moderator', 'speaker']) }],
    ['role:take', { person }],
    ['cue:go', { cue: pick(['cue-welcome', 'cue-questions']), epoch }],
    ['question:ask', { question, text: 'Why?' }],
    ['question:ask', { question: `question-${Math.floor(epoch * 7)}-${pick(NAMES)}`, text: 'How?' }],
    ['question:withdraw', { question }],
    ['question:vote', { question, up: pick([true, false]) }],
    ...(['show', 'stage', 'unstage', 'answer', 'archive', 'decline'] as const).map((verb): [CommandType, object] => [
      `question:${verb}`,
      { question },
    ]),
    ['poll:draft', { poll, question: 'Which?', options: ['A', 'B'], openResults: pick([true, false]) }],
    ...(['open', 'close', 'archive'] as const).map((verb): [CommandType, object] => [`poll:${verb}`, { poll }]),
    ['poll:vote', { poll, option: pick([0, 1]) }],
  ]
  return pick(all)
}

async function storm(seed: number): Promise<void> {
  const next = seeded(seed)
  const pick: Pick = (from) => must(from[Math.floor(next() * from.length)])
  let bench = await openSessionBench()
  const title = { zh: '路演', en: 'Roadshow' }
  const sit = (name: string) =>
    bench.sitter(name, { house: name === 'host', ...(name === 'phone' ? { room: session } : {}) })
  const first = bench.sitter('host', { house: true })
  const session: SessionId = (await bench.sessions.plan({ kind: 'project-roadshow', title, host: first.person }))
    .session
  await first.join(session)
  await first.ask(session, 'session:start', {})
  let sitters = new Map<string, Sitter>([['host', first]])
  const epochs: number[] = []
  const come = async (name: string) => {
    const sitter = sit(name)
    sitters.set(name, sitter)
    await sitter.join(session)
  }
  for (let step = 0; step < STEPS; step++) {
    const name = pick(NAMES)
    const one = sitters.get(name)
    const dice = next()
    if (!one) await come(name)
    else if (dice < 0.03) {
      bench.sessions.onLineGone(one.line)
      sitters.delete(name)
    } else if (dice < 0.05) one.lag = pick([0, 6_000, 20_000])
    else if (dice < 0.08) await bench.pass(pick([1_000, 6_000, 61_000]))
    else if (dice < 0.085) {
      bench = await bench.fall(pick([0, 90_000]))
      sitters = new Map()
    } else {
      const epoch = (await bench.stateOf(session)).lead.epoch
      epochs.push(epoch)
      const asked = Array.from({ length: pick([1, 1, 3]) }, () => {
        const by = pick([...sitters.values()])
        const [type, body] = command(pick, epoch - pick([0, 0, 0, 1]))
        return by.ask(session, type, body as never)
      })
      await Promise.all(asked)
    }
    pick([...sitters.values(), first]).deliver(pick([1, 2, 50]))
  }
  await settle(bench, session, [...sitters.values()])
  expect(epochs).toEqual([...epochs].sort((a, b) => a - b))
  await bench.close()
}

/** Everything arrives; who has a hole joins again; then all folds are compared with the log itself. */
async function settle(bench: SessionBench, session: SessionId, sitters: readonly Sitter[]): Promise<void> {
  await bench.pass(1)
  bench.deliver()
  const whole = await bench.stateOf(session)
  const guides = new Set<string>()
  for (const one of sitters) {
    expect(one.client.gap).toBe(false)
    const role = must(ROLES.find((name) => name === one.client.role))
    if (role === 'guide') guides.add(one.person)
    const [heard, seen] = sameView(one, whole, isStaff(role))
    expect(heard).toEqual(seen)
  }
  expect(guides.size).toBeLessThan(2)
  expect(whole.lead.guide !== null).toBe(whole.phase === 'live')
}

describe('storms', () => {
  it.each(SEEDS)('[LIVE-43, LIVE-2] seed %i: everybody ends with what they may see, and one person leads', storm)
})
