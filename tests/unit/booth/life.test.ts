// A booth's life as pure rules: who may do what to which version, what is shown when.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BoothActor,
  type BoothCommand,
  type BoothLife,
  decideBooth,
  dueBooth,
  evolveBooth,
  NEW_LIFE,
  nextDue,
  SCHEDULE_MAX,
} from '../../../shared/booth/life.ts'
import type { PersonId } from '../../../shared/kit/id.ts'

const CITY: BoothActor = { person: 'person-of-the-city' as PersonId, desk: false }
const DESK: BoothActor = { person: 'operator-0001' as PersonId, desk: true }
const NOW = 1_000_000

/** Gives the commands one after the other; the last answer is the refusal's code, or the events' types. */
function play(commands: readonly (readonly [BoothActor, BoothCommand])[], review = true, start = NEW_LIFE, now = NOW) {
  let life: BoothLife = start
  let last: string | readonly string[] = []
  for (const [actor, command] of commands) {
    const answer = decideBooth(life, command, actor, { review }, now)
    if ('ok' in answer) last = answer.code
    else {
      last = answer.map(({ type }) => type)
      life = answer.reduce(evolveBooth, life)
    }
  }
  return { life, last }
}

const SUBMIT = { type: 'submit', showAt: null } as const
const approved = (n: number) =>
  play(
    Array.from({ length: n }, (_, i) => [
      [CITY, SUBMIT] as const,
      [DESK, { type: 'approve', n: i + 1 }] as const,
    ]).flat(),
  ).life

describe('a version on its way', () => {
  it('[BOOTH-4] waits until it is approved, then it is shown', () => {
    const waiting = play([[CITY, SUBMIT]])
    expect(waiting.life).toEqual({ versions: [{ n: 1, state: 'submitted', showAt: null }], shown: null, down: false })
    expect(play([[DESK, { type: 'approve', n: 1 }]], true, waiting.life)).toMatchObject({
      last: ['approved', 'shown'],
      life: { shown: 1, versions: [{ state: 'approved' }] },
    })
  })

  it('[BOOTH-4] one at a time waits; withdrawn, the next may be submitted under its own number', () => {
    expect(
      play([
        [CITY, SUBMIT],
        [CITY, SUBMIT],
      ]).last,
    ).toBe('booth.already-submitted')
    const { life } = play([
      [CITY, SUBMIT],
      [CITY, { type: 'withdraw', n: 1 }],
      [CITY, SUBMIT],
    ])
    expect(life.versions.map(({ n, state }) => [n, state])).toEqual([
      [1, 'withdrawn'],
      [2, 'submitted'],
    ])
  })

  it('[BOOTH-4] is returned with a remark, never without one', () => {
    expect(
      play([
        [CITY, SUBMIT],
        [DESK, { type: 'return', n: 1, remark: '' }],
      ]).last,
    ).toBe('booth.remark-needed')
    const { life } = play([
      [CITY, SUBMIT],
      [DESK, { type: 'return', n: 1, remark: '请更换标志' }],
    ])
    expect(life.versions[0]?.state).toBe('returned')
    for (const type of ['approve', 'withdraw', 'show'] as const) {
      expect(play([[DESK, { type, n: 1 }]], true, life).last).toBe('booth.wrong-state')
    }
  })

  it('[BOOTH-5] only the desk approves, returns, takes down and puts up', () => {
    const { life } = play([[CITY, SUBMIT]])
    for (const command of [
      { type: 'approve', n: 1 },
      { type: 'return', n: 1, remark: 'x' },
      { type: 'take-down', remark: '' },
      { type: 'put-up' },
    ] as const) {
      expect(play([[CITY, command]], true, life).last).toBe('person.not-allowed')
    }
  })

  it('[BOOTH-9] is approved and shown at once while the house does not review', () => {
    expect(play([[CITY, SUBMIT]], false)).toMatchObject({
      last: ['submitted', 'approved', 'shown'],
      life: { shown: 1 },
    })
  })
})

describe('what is shown', () => {
  it('[BOOTH-7] is any approved version, again in one step; never one that is not approved', () => {
    const life = approved(3)
    expect(life.shown).toBe(3)
    expect(play([[CITY, { type: 'show', n: 1 }]], true, life).life.shown).toBe(1)
    expect(play([[CITY, { type: 'show', n: 3 }]], true, life).last).toBe('booth.wrong-state')
    expect(play([[CITY, { type: 'show', n: 9 }]], true, life).last).toBe('booth.wrong-state')
    const more = play([[CITY, SUBMIT]], true, life).life
    expect(play([[DESK, { type: 'show', n: 4 }]], true, more).last).toBe('booth.wrong-state')
  })

  it('[BOOTH-6] is what comes due at its time; a time that passed while it waited means at once', () => {
    const later = NOW + 60_000
    const { life } = play([
      [CITY, { type: 'submit', showAt: later }],
      [DESK, { type: 'approve', n: 1 }],
    ])
    expect([life.shown, nextDue(life), dueBooth(life, later - 1)]).toEqual([null, later, []])
    expect(dueBooth(life, later)).toEqual([{ type: 'shown', n: 1 }])
    const after = dueBooth(life, later).reduce(evolveBooth, life)
    expect([after.shown, nextDue(after), dueBooth(after, later + 1)]).toEqual([1, null, []])
    const waited = play([[CITY, { type: 'submit', showAt: later }]]).life
    expect(play([[DESK, { type: 'approve', n: 1 }]], true, waited, later + 1).life.shown).toBe(1)
  })

  it('[BOOTH-6] has a time that can be changed and taken away, and lies within two years', () => {
    const { life } = play([
      [CITY, { type: 'submit', showAt: NOW + 1 }],
      [DESK, { type: 'approve', n: 1 }],
    ])
    expect(nextDue(play([[CITY, { type: 'schedule', n: 1, showAt: NOW + 9 }]], true, life).life)).toBe(NOW + 9)
    expect(nextDue(play([[CITY, { type: 'schedule', n: 1, showAt: null }]], true, life).life)).toBe(null)
    for (const showAt of [NOW, NOW - 1, NOW + SCHEDULE_MAX + 1]) {
      expect(play([[CITY, { type: 'schedule', n: 1, showAt }]], true, life).last).toBe('booth.time-bad')
      expect(play([[CITY, { type: 'submit', showAt }]], true, life).last).toBe('booth.time-bad')
    }
    expect(play([[CITY, { type: 'schedule', n: 1, showAt: NOW + 9 }]], true, approved(1)).last).toBe(
      'booth.wrong-state',
    )
  })

  it('[BOOTH-6] of several that came due together the last one stays', () => {
    const life: BoothLife = {
      versions: [
        { n: 1, state: 'approved', showAt: 30 },
        { n: 2, state: 'approved', showAt: 20 },
        { n: 3, state: 'submitted', showAt: 10 },
      ],
      shown: null,
      down: false,
    }
    const due = dueBooth(life, 50)
    expect(due.map((event) => 'n' in event && event.n)).toEqual([2, 1])
    expect(due.reduce(evolveBooth, life).shown).toBe(1)
  })

  it('[BOOTH-8] is nothing while the booth is down, and what was shown or came meanwhile once it is up', () => {
    const down = play([[DESK, { type: 'take-down', remark: '版权投诉' }]], true, approved(2)).life
    expect(down).toMatchObject({ down: true, shown: 2 })
    expect(play([[DESK, { type: 'take-down', remark: '' }]], true, down).last).toBe('booth.wrong-state')
    const { life } = play(
      [
        [CITY, SUBMIT],
        [DESK, { type: 'approve', n: 3 }],
        [DESK, { type: 'put-up' }],
      ],
      true,
      down,
    )
    expect(life).toMatchObject({ down: false, shown: 3 })
    expect(play([[DESK, { type: 'put-up' }]], true, life).last).toBe('booth.wrong-state')
  })
})

it('[BOOTH-7] whatever is asked in whatever order, only approved versions are ever shown, and numbers have no hole', () => {
  const n = fc.integer({ min: 0, max: 5 })
  const showAt = fc.option(fc.integer({ min: NOW - 10, max: NOW + 100 }))
  const command: fc.Arbitrary<BoothCommand> = fc.oneof(
    fc.record({ type: fc.constant('submit' as const), showAt }),
    fc.record({ type: fc.constantFrom('withdraw' as const, 'approve' as const, 'show' as const), n }),
    fc.record({ type: fc.constant('return' as const), n, remark: fc.constantFrom('', 'x') }),
    fc.record({ type: fc.constant('schedule' as const), n, showAt }),
    fc.record({ type: fc.constant('take-down' as const), remark: fc.constant('') }),
    fc.record({ type: fc.constant('put-up' as const) }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(CITY, DESK), command, fc.nat(60)), { maxLength: 40 }),
      fc.boolean(),
      (steps, review) => {
        let life = NEW_LIFE
        let now = NOW
        for (const [actor, asked, wait] of steps) {
          now += wait
          const answer = decideBooth(life, asked, actor, { review }, now)
          if (!('ok' in answer)) life = answer.reduce(evolveBooth, life)
          life = dueBooth(life, now).reduce(evolveBooth, life)
          expect(life.versions.map((one) => one.n)).toEqual(life.versions.map((_, i) => i + 1))
          if (life.shown !== null) expect(life.versions[life.shown - 1]?.state).toBe('approved')
          expect(life.versions.filter(({ state }) => state === 'submitted').length).toBeLessThan(2)
          expect(nextDue(life) ?? now + 1).toBeGreaterThan(now)
        }
      },
    ),
  )
})
