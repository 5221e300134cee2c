// The POST table with handlers and buckets made for the test: what is asked before what, and how often one may.

import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { createBuckets } from '../../../server/gateway/buckets.ts'
import { POST_RATE } from '../../../server/gateway/rates.ts'
import type { Who } from '../../../server/gateway/who.ts'
import { cookieKinds } from '../../../server/http/cookie.ts'
import { addPosts, type PostHandlers } from '../../../server/http/posts.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import { value } from '../../../shared/protocol/refusal.ts'

const origin = 'https://parlor.example.org'
const who = (cookie: string): Who => ({
  me: { person: 'person-1' as PersonId, name: null, kind: 'visitor', house: [], cities: [] },
  cookie,
  stage: null,
  room: null,
})

/** The table on a server that is only injected into; the clock stands still. */
function table() {
  const server = fastify()
  const handled: string[] = []
  const handlers = { '/api/name': async () => value(handled.push('name')) } as unknown as PostHandlers
  addPosts(server, handlers, {
    publicUrl: origin,
    cookies: cookieKinds(origin),
    whoIs: async ({ cookie }) => (cookie ? who(cookie) : null),
    client: ({ headers }) => String(headers['x-from']),
    flood: createBuckets({ burst: 3, perSecond: 1 }, () => 0),
    perCookie: createBuckets({ burst: 2, perSecond: 1 }, () => 0),
  })
  const post = async (from: string, headers: Record<string, string> = {}, payload: object = { name: 'x' }) => {
    const response = await server.inject({
      method: 'POST',
      url: '/api/name',
      headers: { origin, 'x-from': from, ...headers },
      payload,
    })
    const reply = response.json<{ ok: boolean; code?: string }>()
    return reply.ok ? 'ok' : reply.code
  }
  return { post, handled }
}

describe('a POST', () => {
  it('[WIRE-11] of an address that floods is refused, whatever it says; another address’s is not', async () => {
    const { post, handled } = table()
    const codes = [await post('a'), await post('a', {}, { wrong: 1 }), await post('a'), await post('a')]
    expect(codes).toEqual(['ok', 'wire.malformed', 'ok', 'wire.too-often'])
    expect(await post('b')).toBe('ok')
    expect(handled).toHaveLength(3)
  })

  it('[PEOPLE-22] of one browser is limited by its cookie, wherever it comes from; another browser’s is not', async () => {
    const { post } = table()
    const one = { cookie: 'one' }
    expect([await post('a', one), await post('b', one), await post('c', one)]).toEqual(['ok', 'ok', 'wire.too-often'])
    expect(await post('d', { cookie: 'two' })).toBe('ok')
  })

  it('[PEOPLE-22] of one browser is answered 40 times at once, then two a second', () => {
    let now = 0
    const perCookie = createBuckets(POST_RATE, () => now)
    const posts = () => Array.from({ length: 100 }, () => perCookie.take('one')).filter(Boolean).length
    const atOnce = posts()
    now += 1_000
    expect([atOnce, posts()]).toEqual([40, 2])
  })

  it('[WIRE-9] from another site costs nobody anything: it is refused before it is counted', async () => {
    const { post, handled } = table()
    for (let i = 0; i < 5; i++) expect(await post('a', { origin: 'https://elsewhere.example' })).toBe('wire.origin')
    expect(await post('a')).toBe('ok')
    expect(handled).toHaveLength(1)
  })
})
