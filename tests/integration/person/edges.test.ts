// People at the edges: cookies that end, secrets that are tried, names and logins that are somebody's, and what the house keeps.

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../server/storage/database.ts'
import type { CommandId } from '../../../shared/kit/id.ts'
import { type House, openHouse, tokenOf } from '../../support/house.ts'
import { emptyFolder } from '../../support/paths.ts'
import { createPerson, valueOf } from '../../support/person-client.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const DAY = 24 * 3_600_000
const codeOf = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'ok' : reply.code)

describe('a cookie', () => {
  it('[PEOPLE-20] of a visitor ends after 30 days, of staff after 14, whether the browser keeps it or not', async () => {
    const own = await openHouse()
    const [visitor, staff] = [await own.visitor(), await own.staff('operator')]
    const known = async () => {
      const both = [visitor, staff].map((one) => createPerson(own.url, one.cookie()).get('/api/me'))
      return (await Promise.all(both)).map((reply) => valueOf(reply) !== null)
    }
    own.pass(14 * DAY - 60_000)
    expect(await known()).toEqual([true, true])
    own.pass(60_000)
    expect(await known()).toEqual([true, false])
    own.pass(16 * DAY)
    expect(await known()).toEqual([false, false])
    await own.close()
  })

  it('[PEOPLE-8] of who signed out is worth nothing in any copy, and their sockets are closed', async () => {
    const own = await openHouse()
    const [host, second] = [await own.staff('host'), createPerson(own.url)]
    const copy = host.cookie()
    await host.connect()
    const closed = new Promise((resolve) => host.on('disconnect' as never, resolve))
    valueOf(await host.post('/api/sign-out', {}))
    expect(await closed).toBe('io server disconnect')
    expect(valueOf(await createPerson(own.url, copy).get('/api/me'))).toBeNull()
    await expect(createPerson(own.url, copy).connect()).rejects.toMatchObject({
      data: { code: 'person.sign-in-needed' },
    })
    second.close()
    await own.close()
  })

  it('[PEOPLE-1] and a link stand in the database as hashes alone', async () => {
    const dataDir = emptyFolder('hashes')
    const own = await openHouse({ dataDir })
    const visitor = await own.visitor()
    const secrets = [visitor.cookie().split('=')[1] ?? '', tokenOf(own.links, 'operator')]
    await own.close()
    const db = await openDatabase(join(dataDir, 'parlor.db'), Date.now)
    const rows = [
      await db.selectFrom('cookie').selectAll().execute(),
      await db.selectFrom('link').selectAll().execute(),
    ]
    await db.destroy()
    expect(rows.every((one) => one.length > 0)).toBe(true)
    for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret)
  })
})

describe('staff', () => {
  it('[PEOPLE-21] stay staff when they change their name', async () => {
    const operator = await house.staff('operator')
    const me = valueOf(await operator.post('/api/name', { name: '新名' }))
    expect(me).toMatchObject({ name: '新名', kind: 'staff', house: ['operator'] })
  })

  it('[PEOPLE-7] a new password ends the other browsers; a login that is somebody’s is taken', async () => {
    const own = await openHouse()
    const [operator, host] = [await own.staff('operator'), await own.staff('host')]
    // Typed with a composed letter here and a decomposed one there.
    valueOf(await operator.post('/api/password', { login: 'wang', password: 'caf\u00e9 au lait' }))
    const other = own.person()
    valueOf(await other.post('/api/sign-in/password', { login: 'wang', password: 'cafe\u0301 au lait' }))
    expect(codeOf(await host.post('/api/password', { login: 'wang', password: 'another one' }))).toBe(
      'person.login-taken',
    )
    expect(valueOf(await other.get('/api/me'))).toMatchObject({ house: ['operator'] })
    valueOf(await operator.post('/api/password', { login: 'wang', password: 'a new secret' }))
    expect(valueOf(await other.get('/api/me'))).toBeNull()
    expect(valueOf(await operator.get('/api/me'))).toMatchObject({ house: ['operator'] })
    const unknown = await own.person().post('/api/sign-in/password', { login: 'nobody', password: 'a new secret' })
    const wrong = await own.person().post('/api/sign-in/password', { login: 'wang', password: 'another one' })
    expect(unknown).toEqual(wrong)
    expect(codeOf(wrong)).toBe('person.wrong-password')
    await own.close()
  })

  it('[PEOPLE-21] alone plan sessions', async () => {
    const plan = { kind: 'guided-tour', title: { zh: '游', en: 'Tour' } } as const
    expect(codeOf(await (await house.visitor()).post('/api/sessions', plan))).toBe('person.not-allowed')
    expect(codeOf(await house.person().post('/api/sessions', plan))).toBe('person.sign-in-needed')
    expect(codeOf(await (await house.staff('qingdao')).post('/api/sessions', plan))).toBe('person.not-allowed')
  })
})

describe('guessing', () => {
  it('[PEOPLE-22] links are tried 60 times from one address, however many browsers it has', async () => {
    const own = await openHouse()
    const codes: (string | undefined)[] = []
    for (let i = 0; i < 70; i++) {
      const visitor = await own.visitor()
      codes.push(codeOf(await visitor.post('/api/sign-in/link', { token: 'x'.repeat(43) })))
    }
    expect(new Set(codes.slice(0, 60))).toEqual(new Set(['person.link-spent']))
    expect(codes.at(-1)).toBe('wire.too-often')
    await own.close()
  })

  it('[PEOPLE-13] keys of a stage screen are limited by address like codes', async () => {
    const own = await openHouse()
    const host = await own.staff('host')
    const title = { zh: '路演', en: 'Roadshow' }
    const { session } = valueOf(await host.post('/api/sessions', { kind: 'project-roadshow', title }))
    const guess = async () => codeOf(await own.person().post('/api/stage', { session, key: 'x'.repeat(32) }))
    let guesses = 0
    // Some are let through meanwhile, on a slow machine more.
    while ((await guess()) === 'session.unknown' && guesses < 2_000) guesses++
    expect(guesses).toBeGreaterThanOrEqual(300)
    expect(guesses).toBeLessThan(2_000)
    expect(await guess()).toBe('wire.too-often')
    await own.close()
  })
})

describe('a code', () => {
  it('[LIVE-11] of a session that has ended lets nobody in', async () => {
    const own = await openHouse()
    const host = await own.staff('host')
    const title = { zh: '路演', en: 'Roadshow' }
    const { session, code } = valueOf(await host.post('/api/sessions', { kind: 'project-roadshow', title }))
    const joins = async () => codeOf(await own.person().post('/api/join-code', { code: code ?? '' }))
    expect(await joins()).toBe('ok')
    await host.connect()
    valueOf(await host.ask('session:join', { session }))
    const command = { id: 'command-end-it' as CommandId, type: 'session:end', confirm: true } as const
    valueOf(
      await host.ask('session:command', {
        session,
        command: { id: 'command-start' as CommandId, type: 'session:start' },
      }),
    )
    valueOf(await host.ask('session:command', { session, command }))
    await expect.poll(joins).toBe('session.code-unknown')
    await own.close()
  })
})

describe('the metrics', () => {
  it('[HOUSE-28] have no token unless one is set: then nobody from elsewhere reads them', async () => {
    const from = (authorization: string) =>
      fetch(`${house.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7', authorization } })
    for (const token of ['null', 'undefined', '']) expect((await from(`Bearer ${token}`)).status).toBe(404)
  })
})
