// Who may send a city's models: by Origin, not too often, by role.

import type { FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { modelDoor } from '../../../server/app-models.ts'
import { createBuckets } from '../../../server/gateway/buckets.ts'
import type { Who } from '../../../server/gateway/who.ts'
import type { PersonId } from '../../../shared/kit/id.ts'

const request = (headers: Record<string, string> = {}) => ({ headers }) as unknown as FastifyRequest
const staff = (house: readonly 'operator'[], cities: readonly string[]): Who => ({
  me: { person: 'person-1' as PersonId, name: '王芳', kind: 'staff', house, cities },
  cookie: '',
  stage: null,
  room: null,
})

it('[MODEL-3] is for staff of the city and for operators, and for nobody from another site', async () => {
  let who: Who | null = null
  const flood = createBuckets({ burst: 100, perSecond: 1 }, () => 0)
  const door = modelDoor({ whoIs: async () => who, publicUrl: 'https://parlor.example.org', client: () => 'a', flood })
  const code = async (headers = {}) => {
    const reply = await door(request(headers), 'qingdao')
    return reply.ok ? 'ok' : reply.code
  }
  expect(await code({ origin: 'https://elsewhere.example' })).toBe('wire.origin')
  expect(await code()).toBe('person.sign-in-needed')
  who = staff([], ['jinan'])
  expect(await code()).toBe('person.not-allowed')
  who = staff([], ['qingdao'])
  expect(await code()).toBe('ok')
  who = staff(['operator'], [])
  expect(await code()).toBe('ok')
})

it('[WIRE-19] is held by address, as POSTs are', async () => {
  const flood = createBuckets({ burst: 2, perSecond: 1 }, () => 0)
  let address = '203.0.113.1'
  const whoIs = async () => staff([], ['qingdao'])
  const door = modelDoor({ whoIs, publicUrl: null, client: () => address, flood })
  const replies = [1, 2, 3].map(() => door(request(), 'qingdao'))
  expect((await Promise.all(replies)).map((reply) => reply.ok)).toEqual([true, true, false])
  expect(await door(request(), 'qingdao')).toEqual({ ok: false, code: 'wire.too-often' })
  address = '203.0.113.2'
  expect((await door(request(), 'qingdao')).ok).toBe(true)
})
