// Browsers without a cookie: each becomes a row, so their number is held by address.

import { expect, it } from 'vitest'
import { createBuckets } from '../../../server/gateway/buckets.ts'
import { NEWCOMER_FLOOD } from '../../../server/gateway/rates.ts'
import type { Asker } from '../../../server/http/posts.ts'
import { type PersonRouteDeps, personRoutes } from '../../../server/person/person-routes.ts'
import type { SessionId } from '../../../shared/kit/id.ts'

it('[WIRE-18] a flood of browsers without a cookie is stopped by address, whichever door they take', async () => {
  let made = 0
  const deps = {
    newcomers: createBuckets({ burst: 2, perSecond: 1 }, () => 0),
    wrongCodes: createBuckets({ burst: 1, perSecond: 1 }, () => 0),
    cookies: {
      makeVisitor: async () => ({ token: '', endsAt: 0, hash: `${++made}`, person: '' }),
      setRoom: async () => {},
    },
    sessionByCode: async () => 'session-1' as SessionId,
  } as unknown as PersonRouteDeps
  const routes = personRoutes(deps)
  const asker: Asker = { who: null, address: '203.0.113.1', origin: 'http://localhost', setCookie: () => {} }
  expect((await routes['/api/enter']({}, asker)).ok).toBe(true)
  expect((await routes['/api/join-code']({ code: 'ABCDE' }, asker)).ok).toBe(true)
  expect(await routes['/api/enter']({}, asker)).toEqual({ ok: false, code: 'wire.too-often' })
  expect(await routes['/api/join-code']({ code: 'ABCDE' }, asker)).toEqual({ ok: false, code: 'wire.too-often' })
  expect((await routes['/api/enter']({}, { ...asker, address: '203.0.113.2' })).ok).toBe(true)
  expect(made).toBe(3)
})

it('[WIRE-18] 3,000 come in at once from one address, and five a second after that', () => {
  let now = 0
  const newcomers = createBuckets(NEWCOMER_FLOOD, () => now)
  const comeIn = () => Array.from({ length: 4_000 }, () => newcomers.take('203.0.113.1')).filter(Boolean).length
  const atOnce = comeIn()
  now += 10_000
  expect([atOnce, comeIn()]).toEqual([3_000, 50])
})
