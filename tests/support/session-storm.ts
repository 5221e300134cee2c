// Any command by anybody at any time, from small pools so that they meet: for property tests and fuzz of the session's rules.

import fc from 'fast-check'
import type { PersonId } from '../../shared/kit/id.ts'
import type { SessionCommand } from '../../shared/session/commands.ts'
import type { SessionKind } from '../../shared/session/kinds.ts'
import { SESSION_KINDS } from '../../shared/session/kinds.ts'
import { type How, person, RUNDOWN, type SessionLog, sessionLog } from './session-log.ts'

export const PEOPLE: readonly PersonId[] = ['host', 'anna', 'ben', 'guest', 'phone', 'house'].map(person)

export type Step =
  | { readonly kind: 'ask'; readonly who: PersonId; readonly command: Record<string, unknown>; readonly lag: number }
  | { readonly kind: 'lost' | 'back'; readonly who: PersonId }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'present'; readonly who: readonly PersonId[] }
  | { readonly kind: 'restart' }

const who = fc.constantFrom(...PEOPLE)
const question = fc.constantFrom('question-1', 'question-2', '12345678', '00000009')
const poll = fc.constantFrom('poll-no-1', 'poll-no-2', '87654321')
const of = (type: string, shape: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ type: fc.constant(type), ...shape })

const STEERING = [
  of('session:start'),
  of('lead:take'),
  of('lead:offer', { to: who }),
  of('lead:withdraw'),
  of('lead:accept'),
  of('lead:decline'),
  of('role:give', { person: who, role: fc.constantFrom('co-host', 'moderator', 'speaker') }),
  of('role:take', { person: who }),
  of('cue:go', { cue: fc.constantFrom(...RUNDOWN.map((cue) => cue.id), 'cue-unknown') }),
  of('follow:invite'),
  of('follow:gather', { whom: fc.constantFrom('stragglers', 'all') }),
]
const QUESTIONS = ['show', 'stage', 'unstage', 'answer', 'archive', 'decline', 'withdraw']
const command = fc.oneof(
  ...STEERING,
  ...QUESTIONS.map((verb) => of(`question:${verb}`, { question })),
  of('question:ask', { question, text: fc.constantFrom('Why?', '') }),
  of('question:vote', { question, up: fc.boolean() }),
  of('poll:draft', {
    poll,
    question: fc.constantFrom('Which?', ''),
    options: fc.constantFrom(['A', 'B'], ['A', 'A'], ['A', 'B', 'C']),
    openResults: fc.boolean(),
  }),
  of('poll:vote', { poll, option: fc.integer({ min: 0, max: 3 }) }),
  ...['open', 'close', 'archive'].map((verb) => of(`poll:${verb}`, { poll })),
)

/** One step: mostly commands, a line lost or back, time, a restart. An end is rare, since nothing follows it. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.record({ kind: fc.constant('ask' as const), who, command, lag: fc.constantFrom(0, 0, 0, 0, 1) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('lost' as const, 'back' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(10, 30_000, 60_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('present' as const), who: fc.subarray([...PEOPLE]) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
)

const end = fc.constant({
  kind: 'ask' as const,
  who: person('host'),
  command: { type: 'session:end', confirm: true },
  lag: 0,
})

/** A session of any kind that was started, and steps that follow. */
export const storm: fc.Arbitrary<{ readonly kind: SessionKind; readonly steps: readonly Step[] }> = fc
  .record({
    kind: fc.constantFrom(...SESSION_KINDS),
    steps: fc.array(step, { maxLength: 120, size: 'max' }),
    ends: fc.option(end, { freq: 3, nil: null }),
  })
  .map(({ kind, steps, ends }) => ({ kind, steps: ends ? [...steps, ends, ...steps.slice(0, 5)] : steps }))

const HOW: Readonly<Record<string, Partial<How>>> = {
  [person('phone')]: { phone: true, place: 'room' },
  [person('house')]: { house: true },
}

/** Plays a storm; `after` is called after each step with what was before it. */
export function play(
  { kind, steps }: { readonly kind: SessionKind; readonly steps: readonly Step[] },
  after: (session: SessionLog, before: SessionLog['state']) => void = () => {},
): SessionLog {
  const session = sessionLog(kind)
  const opening: Step = { kind: 'ask', who: person('host'), command: { type: 'session:start' }, lag: 0 }
  for (const one of [opening, ...steps]) {
    const before = session.state
    take(session, one)
    after(session, before)
  }
  return session
}

function take(session: SessionLog, step: Step): void {
  switch (step.kind) {
    case 'ask': {
      const { type, ...body } = step.command
      const epoch = session.state.lead.epoch - step.lag
      session.ask(step.who, type as SessionCommand['type'], { epoch, ...body } as never, HOW[step.who] ?? {})
      return
    }
    case 'lost':
    case 'back':
      session.report({ type: `line:${step.kind}`, person: step.who })
      return
    case 'wait':
      session.now += step.ms
      session.report({ type: 'clock' })
      return
    case 'present':
      session.lookup = { present: step.who }
      return
    case 'restart':
      session.report({ type: 'restart' })
  }
}
