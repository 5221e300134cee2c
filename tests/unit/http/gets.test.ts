// The GET table by itself: how often, then who, then the handler.

import fastify from 'fastify'
import { expect, it } from 'vitest'
import { createBuckets } from '../../../server/gateway/buckets.ts'
import { addGets, type GetHandlers } from '../../../server/http/gets.ts'
import { refuse, value } from '../../../shared/protocol/refusal.ts'

it('[WIRE-19] a GET of the API is held by address before anybody is looked up', async () => {
  const looked: string[] = []
  const handlers: GetHandlers = {
    '/api/me': async () => value(null),
    '/api/house': async () => value({ review: false }),
    '/api/booths/queue': async () => value({ booths: [] }),
    '/api/sessions': async () => value({ sessions: [] }),
    '/api/staff': async (who) => (who ? value({ staff: [] }) : refuse('person.sign-in-needed')),
  }
  const server = fastify()
  addGets(server, handlers, {
    whoIs: async () => {
      looked.push('who')
      return null
    },
    client: (request) => String(request.headers['x-address']),
    flood: createBuckets({ burst: 2, perSecond: 1 }, () => 0),
  })
  const get = async (url: string, address: string) =>
    (await server.inject({ url, headers: { 'x-address': address } })).statusCode
  expect(await get('/api/me', 'a')).toBe(200)
  expect(await get('/api/staff', 'a')).toBe(401)
  expect(await get('/api/sessions', 'a')).toBe(429)
  expect(await get('/api/sessions', 'b')).toBe(200)
  expect(looked).toHaveLength(3)
  await server.close()
})
