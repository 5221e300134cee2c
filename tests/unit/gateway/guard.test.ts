// The guard with handlers made for the test: what is thrown, what is slow, what is not an ask.

import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { Line } from '../../../server/broadcast/line.ts'
import { createGuard } from '../../../server/gateway/guard.ts'
import type { Caller, Handlers } from '../../../server/gateway/handler.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import { refuse, value } from '../../../shared/protocol/refusal.ts'

const me = { person: 'person-1' as PersonId, name: null, kind: 'visitor' as const, house: [], cities: [] }
const caller: Caller = {
  person: me.person,
  me,
  line: { id: 'line-1' } as Line,
  address: '203.0.113.1',
  machine: null,
  room: null,
}
const never = () => {
  throw new Error('not asked')
}
const handlers: Handlers = {
  'hall:enter': () => Promise.reject(new Error('the database is on fire')),
  'person:show-name': () => value(null),
  'session:join': () => refuse('session.ended'),
  'booth:lock': never,
  'session:leave': never,
  'session:command': never,
  'session:follow': never,
  'session:react': never,
  'session:people': never,
}

const log = pino({ level: 'silent' })

describe('the guard', () => {
  it('[WIRE-12] logs what a handler throws once, with ids, and tells the asker that id alone', async () => {
    const logged: unknown[] = []
    const faults = (thrown: unknown, context: object) => {
      logged.push({ thrown, ...context })
      return { ok: false as const, code: 'wire.fault' as const, fault: 'F1' }
    }
    const guard = createGuard({ handlers, clock: () => 0, log, faults })
    expect(await guard('hall:enter', { language: 'zh' }, caller)).toEqual({
      ok: false,
      code: 'wire.fault',
      fault: 'F1',
    })
    const command = { id: 'command-12', type: 'session:start' }
    await guard('session:command', { session: 'session-1', command }, caller)
    expect(logged).toMatchObject([
      { thrown: { message: 'the database is on fire' }, event: 'hall:enter', line: 'line-1' },
      { thrown: { message: 'not asked' }, event: 'session:command', line: 'line-1', command: 'command-12' },
    ])
  })

  it('[WIRE-5] hands a parsed ask to its handler and passes its refusal on; the rest never reaches one', async () => {
    let now = 0
    const slowly = () => {
      now += 1_000
      return now
    }
    const guard = createGuard({ handlers, clock: slowly, log, faults: never })
    expect(await guard('person:show-name', { show: true, more: 'x' }, caller)).toEqual({ ok: true, value: null })
    expect(await guard('session:join', { session: 'session-1' }, caller)).toEqual(refuse('session.ended'))
    for (const payload of [undefined, null, 7, [], 'x', { show: 'yes' }, { show: 1 }]) {
      expect(await guard('person:show-name', payload, caller)).toEqual(refuse('wire.malformed'))
    }
    for (const event of ['constructor', 'hasOwnProperty', 'hall:enter ', '', 'connect']) {
      expect(await guard(event, {}, caller)).toEqual(refuse('wire.unknown-event'))
    }
  })

  it('[WIRE-5] what the schema does not name never reaches a handler', async () => {
    const heard: unknown[] = []
    const hearing: Handlers = { ...handlers, 'person:show-name': (ask) => value((heard.push(ask), null)) }
    const guard = createGuard({ handlers: hearing, clock: () => 0, log, faults: never })
    await guard('person:show-name', { show: true, person: 'person-2', role: 'operator' }, caller)
    expect(heard).toEqual([{ show: true }])
  })

  it('[WIRE-6] counts by person and ask: one who asks too often stops neither others nor other asks', async () => {
    let now = 0
    const guard = createGuard({ handlers, clock: () => now, log, faults: never })
    const show = (who: Caller) => guard('person:show-name', { show: true }, who)
    for (let i = 0; i < 5; i++) expect((await show(caller)).ok).toBe(true)
    expect(await show(caller)).toEqual(refuse('wire.too-often'))
    expect((await show({ ...caller, person: 'person-2' as PersonId })).ok).toBe(true)
    expect(await guard('session:join', { session: 'session-1' }, caller)).toEqual(refuse('session.ended'))
    now += 1_000
    expect((await show(caller)).ok).toBe(true)
  })
})
