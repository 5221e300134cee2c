// What HTTP refuses: other sites' POSTs, wrong types, too much, too often; and who may read health and metrics.

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../server/storage/database.ts'
import type { CommandId, QuestionId, SessionId } from '../../../shared/kit/id.ts'
import { type House, openHouse } from '../../support/house.ts'
import { emptyFolder } from '../../support/paths.ts'
import { valueOf } from '../../support/person-client.ts'

let house: House
const TOKEN = 'a-token-of-some-length'
beforeAll(async () => {
  house = await openHouse({ env: { METRICS_TOKEN: TOKEN } })
})
afterAll(() => house.close())

const post = (path: string, body: string, headers: Record<string, string>, own: House = house) =>
  fetch(own.url + path, { method: 'POST', headers, body })
const JSON_TYPE = { 'content-type': 'application/json' }

describe('a POST', () => {
  it('[WIRE-9] from another site is refused, whatever its cookie', async () => {
    const { cookie } = await house.visitor()
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: 'http://localhost:1' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const response = await post('/api/name', '{"name":"x"}', { ...JSON_TYPE, cookie: cookie(), ...headers } as never)
      expect(response.status).toBe(403)
      expect(await response.json()).toEqual({ ok: false, code: 'wire.origin' })
    }
  })

  it('[WIRE-9] with a public address takes that Origin and no loopback one', async () => {
    const open = await openHouse({ env: { PUBLIC_URL: 'https://parlor.example.org' } })
    const url = `http://127.0.0.1:${open.app.port()}/api/enter`
    const from = (origin: string) => fetch(url, { method: 'POST', headers: { ...JSON_TYPE, origin }, body: '{}' })
    expect((await from('https://parlor.example.org')).status).toBe(200)
    expect((await from(`http://127.0.0.1:${open.app.port()}`)).status).toBe(403)
    expect((await from('http://parlor.example.org')).status).toBe(403)
    await open.close()
  })

  it('[WIRE-10] that is no JSON, broken, of a wrong type or too large gets its code and does nothing', async () => {
    const own = { origin: house.url }
    const codes = async (body: string, headers: Record<string, string>) =>
      ((await (await post('/api/name', body, { ...own, ...headers })).json()) as { code: string }).code
    expect(await codes('name=x', { 'content-type': 'application/x-www-form-urlencoded' })).toBe('wire.malformed')
    expect(await codes('{"name":"x"}', { 'content-type': 'text/plain' })).toBe('wire.malformed')
    expect(await codes('{"name":', JSON_TYPE)).toBe('wire.malformed')
    expect(await codes('{"name":7}', JSON_TYPE)).toBe('wire.malformed')
    expect(await codes('{"__proto__":{"name":"x"}}', JSON_TYPE)).toBe('wire.malformed')
    expect(await codes(JSON.stringify({ name: 'x'.repeat(100_000) }), JSON_TYPE)).toBe('wire.too-large')
  })

  it('[WIRE-11] comes in 500 times within a minute from one address, and is stopped only far above', async () => {
    const crowd = await openHouse()
    const enter = () => post('/api/enter', '{}', { ...JSON_TYPE, origin: crowd.url }, crowd)
    const statuses = new Set<number>()
    for (let i = 0; i < 500; i += 50) {
      for (const response of await Promise.all(Array.from({ length: 50 }, enter))) statuses.add(response.status)
    }
    expect([...statuses]).toEqual([200])
    await crowd.close()
  })
})

describe('health', () => {
  it('[HOUSE-27] says that it runs, and that it can write', async () => {
    expect(await (await fetch(`${house.url}/health`)).json()).toEqual({ ok: true })
    expect((await fetch(`${house.url}/ready`)).status).toBe(200)
  })

  it('[HOUSE-27] is not ready when the storage is full, refuses with a code, and is ready again after', async () => {
    const dataDir = emptyFolder('full')
    await fillDatabase(dataDir)
    const full = await openHouse({ dataDir, env: { DATABASE_MAX_MB: '1' } })
    const refused: unknown[] = []
    for (let i = 0; i < 3_000 && refused.length === 0; i++) {
      const response = await post('/api/enter', '{}', { ...JSON_TYPE, origin: full.url }, full)
      if (response.status !== 200) refused.push(await response.json())
    }
    expect(refused).toEqual([{ ok: false, code: 'storage.full' }])
    full.pass(5_000)
    expect((await fetch(`${full.url}/ready`)).status).toBe(503)
    expect((await fetch(`${full.url}/health`)).status).toBe(200)
    await full.close()
    const roomy = await openHouse({ dataDir })
    expect((await fetch(`${roomy.url}/ready`)).status).toBe(200)
    await roomy.close()
  })
})

/** Leaves a database of 1 MB with room for a start and little more. */
async function fillDatabase(dataDir: string): Promise<void> {
  await (await openHouse({ dataDir })).close()
  const db = await openDatabase(join(dataDir, 'parlor.db'), Date.now, 1)
  const put = (key: string) =>
    db
      .insertInto('house')
      .values({ key, value: 'x'.repeat(4_000) })
      .execute()
  let filled = 0
  while (filled < 300) {
    const done = await put(`fill-${filled}`).catch(() => null)
    if (!done) break
    filled++
  }
  for (let i = 0; i < 12; i++) await db.deleteFrom('house').where('key', '=', `fill-${i}`).execute()
  await db.destroy()
}

describe('metrics', () => {
  it('[HOUSE-28] are for this machine, or for who has the token; never for what came through a proxy', async () => {
    const status = async (headers: Record<string, string>) => (await fetch(`${house.url}/metrics`, { headers })).status
    expect(await status({})).toBe(200)
    expect(await status({ 'x-forwarded-for': '203.0.113.7' })).toBe(404)
    expect(await status({ 'x-forwarded-for': '127.0.0.1' })).toBe(404)
    expect(await status({ 'x-forwarded-for': '203.0.113.7', authorization: `Bearer ${TOKEN}` })).toBe(200)
    expect(await status({ 'x-forwarded-for': '203.0.113.7', authorization: 'Bearer null' })).toBe(404)
  })

  it('[HOUSE-28] hold sums and no names or ids of people', async () => {
    const visitor = await house.visitor()
    const me = valueOf(await visitor.post('/api/name', { name: '不应出现' }))
    await visitor.connect()
    const hall = valueOf(await visitor.ask('hall:enter', { language: 'zh' }))
    const text = await (await fetch(`${house.url}/metrics`)).text()
    expect(text).toMatch(/^parlor_people 1$/m)
    expect(text).toMatch(/^parlor_lines\{transport="websocket"\} 1$/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
    expect(text).toMatch(/^parlor_sessions\{phase="planned"\} 1$/m)
    expect(text).toMatch(/^parlor_fan_out_seconds [\d.e-]+$/m)
    for (const outcome of ['sent', 'by_polling', 'dropped', 'refused']) {
      expect(text).toMatch(new RegExp(`^parlor_hot_frames\\{outcome="${outcome}"\\} \\d+$`, 'm'))
    }
    expect(text).toMatch(/^parlor_lines_overfull \d+$/m)
    expect(text).toMatch(/^# TYPE parlor_inspections_total counter$/m)
    for (const secret of ['不应出现', me.person, hall.sessions[0]?.id ?? '-', '127.0.0.1'])
      expect(text).not.toContain(secret)
  })
})

describe('the log', () => {
  it('[HOUSE-29] has request ids, and no names, tokens or addresses', async () => {
    const own = await openHouse()
    const staff = await own.staff('operator')
    await staff.post('/api/name', { name: '秘密的名字' })
    await staff.connect()
    const session = valueOf(await staff.get('/api/sessions')).sessions[0]?.id ?? ('' as SessionId)
    await staff.ask('session:join', { session })
    const command = { id: 'command-in-log' as CommandId, type: 'session:start' } as const
    valueOf(await staff.ask('session:command', { session, command }))
    const question = 'question-in-log' as QuestionId
    const asking = { id: 'command-of-text' as CommandId, type: 'question:ask', question, text: '秘密的问题' } as const
    valueOf(await staff.ask('session:command', { session, command: asking }))
    const lines = own.logged.join('')
    expect(lines).toMatch(/"request":"[0-9a-f-]{36}".*"route":"\/api\/name"/)
    expect(lines).toContain('"command":"command-in-log"')
    for (const secret of [
      '秘密的名字',
      '秘密的问题',
      staff.cookie().split('=')[1] ?? '-',
      '127.0.0.1',
      ...own.links.map((l) => l.url),
    ]) {
      expect(lines).not.toContain(secret)
    }
    await own.close()
  })
})
