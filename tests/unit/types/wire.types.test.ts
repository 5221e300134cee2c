// What the types refuse: each line below that is marked must not compile, and the check fails when one does.

import { expect, it } from 'vitest'
import type { Handlers } from '../../../server/gateway/handler.ts'
import type { PersonId, SessionId } from '../../../shared/kit/id.ts'
import { refuse } from '../../../shared/protocol/refusal.ts'
import type { Ask, ServerToClient } from '../../../shared/protocol/wire.ts'
import { ALLOWED } from '../../../shared/session/allowed.ts'
import type { SessionEvent } from '../../../shared/session/events.ts'
import type { WordTable } from '../../../shared/words/words.ts'

it('[HOUSE-12] the id of one thing is not taken for another’s, nor a text for an id', () => {
  const person = 'a' as PersonId
  // @ts-expect-error a person is no session
  const session: SessionId = person
  // @ts-expect-error a text from outside is no id until it was parsed
  const other: PersonId = String(session)
  expect([session, other]).toEqual(['a', 'a'])
})

it('[HOUSE-12] a refusal has one of the codes that have words', () => {
  // @ts-expect-error nobody has words for this
  expect(refuse('session.tired').ok).toBe(false)
})

it('[HOUSE-12] an ask carries what its schema says, and each has a handler', () => {
  // @ts-expect-error a mode that does not exist
  const ask: Ask<'session:follow'> = { session: 's' as SessionId, mode: 'chained' }
  // @ts-expect-error a table of handlers lacks none
  const handlers: Handlers = {}
  expect([ask.mode, Object.keys(handlers)]).toEqual(['chained', []])
})

it('[HOUSE-12] nothing binary is told by an ordinary event', () => {
  type Told = Parameters<ServerToClient['words:gone']>[0]
  // @ts-expect-error bytes go by the hot track alone
  const told: Told = new Uint8Array(1)
  expect(told).toHaveLength(1)
})

it('[HOUSE-12] an event and a command are of the lists that there are', () => {
  // @ts-expect-error nobody decides this
  const event: SessionEvent = { type: 'lead:stolen' }
  // @ts-expect-error the table who may has a line for each command and for no other
  const rule = ALLOWED['lead:steal']
  expect([event.type, rule]).toEqual(['lead:stolen', undefined])
})

it('[HOUSE-12] a text stands in both languages', () => {
  // @ts-expect-error English is missing
  const table: WordTable = { 'a.b': { zh: '甲' } }
  expect(Object.keys(table)).toEqual(['a.b'])
})
