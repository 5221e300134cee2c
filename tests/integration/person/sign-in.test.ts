// People at the door: visitors, guests, one-time links, passwords, roles, and what a cookie looks like.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, tokenOf } from '../../support/house.ts'
import { createPerson, valueOf } from '../../support/person-client.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(house.url + path, {
    method: 'POST',
    headers: { origin: house.url, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

describe('coming in', () => {
  it('[PEOPLE-1] gives a visitor a cookie that no script reads and no other site sends', async () => {
    const response = await post('/api/enter', {})
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^parlor=[\w-]{43}; Expires=/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Secure')
  })

  it('[PEOPLE-1] marks the cookie Secure and __Host- where the house is on https', async () => {
    const secure = await openHouse({ env: { PUBLIC_URL: 'https://parlor.example.org' } })
    const response = await fetch(`http://127.0.0.1:${secure.app.port()}/api/enter`, {
      method: 'POST',
      headers: { origin: 'https://parlor.example.org', 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-parlor=.*Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    await secure.close()
  })

  it('[PEOPLE-2] makes the visitor who gives a name a guest, and refuses an empty name', async () => {
    const visitor = await house.visitor()
    expect(await visitor.post('/api/name', { name: ' \u202e ' })).toMatchObject({ ok: false, code: 'person.name-bad' })
    const me = valueOf(await visitor.post('/api/name', { name: ' 李雷 ' }))
    expect(me).toMatchObject({ name: '李雷', kind: 'guest', house: [], cities: [] })
    expect(valueOf(await visitor.get('/api/me'))).toEqual(me)
  })

  it('[PEOPLE-3] knows nobody without a cookie or with a made-up one', async () => {
    const stranger = createPerson(house.url, `parlor=${'x'.repeat(43)}`)
    expect(valueOf(await stranger.get('/api/me'))).toBeNull()
    await expect(stranger.connect()).rejects.toMatchObject({ data: { code: 'person.sign-in-needed' } })
    expect(await stranger.post('/api/name', { name: 'x' })).toMatchObject({ code: 'person.sign-in-needed' })
  })
})

describe('a one-time link', () => {
  it('[PEOPLE-4] signs in one of two who use it at once, and nobody after', async () => {
    const token = tokenOf(house.links, 'host')
    const tries = await Promise.all([1, 2, 3].map(() => house.person().post('/api/sign-in/link', { token })))
    expect(tries.filter((reply) => reply.ok)).toHaveLength(1)
    expect(tries.filter((reply) => !reply.ok && reply.code === 'person.link-spent')).toHaveLength(2)
    expect(await house.person().post('/api/sign-in/link', { token })).toMatchObject({ code: 'person.link-spent' })
  })

  it('[PEOPLE-4] is too old after 15 minutes', async () => {
    const own = await openHouse()
    own.pass(15 * 60_000)
    const reply = await own.person().post('/api/sign-in/link', { token: tokenOf(own.links, 'operator') })
    expect(reply).toMatchObject({ code: 'person.link-spent' })
    await own.close()
  })

  it('[PEOPLE-5] is made by operators only, and gives just the role it names', async () => {
    const operator = await house.staff('operator')
    const city = await house.staff('qingdao')
    const ask = { role: { city: 'yantai' }, name: '王芳' }
    expect(await city.post('/api/links', ask)).toMatchObject({ code: 'person.not-allowed' })
    expect(await (await house.visitor()).post('/api/links', ask)).toMatchObject({ code: 'person.not-allowed' })
    expect(await house.person().post('/api/links', ask)).toMatchObject({ code: 'person.sign-in-needed' })
    expect(await operator.post('/api/links', { ...ask, role: { city: 'atlantis' } })).toMatchObject({
      code: 'booth.unknown',
    })
    const { url } = valueOf(await operator.post('/api/links', ask))
    const made = house.person()
    const me = valueOf(await made.post('/api/sign-in/link', { token: url.split('#')[1] ?? '' }))
    expect(me).toMatchObject({ name: '王芳', kind: 'staff', house: [], cities: ['yantai'] })
  })

  it('[PEOPLE-6] gives a new cookie, and the one before it is worth nothing', async () => {
    const own = await openHouse()
    const visitor = await own.visitor()
    const before = visitor.cookie()
    valueOf(await visitor.post('/api/sign-in/link', { token: tokenOf(own.links, 'operator') }))
    expect(visitor.cookie()).not.toBe(before)
    expect(valueOf(await createPerson(own.url, before).get('/api/me'))).toBeNull()
    await own.close()
  })
})

describe('a password', () => {
  it('[PEOPLE-7] signs in who set it; tries are limited by login', async () => {
    const own = await openHouse()
    const operator = await own.staff('operator')
    const secret = { login: 'wang', password: 'correct horse battery' }
    expect(await (await own.visitor()).post('/api/password', secret)).toMatchObject({ code: 'person.not-allowed' })
    valueOf(await operator.post('/api/password', secret))
    const other = own.person()
    expect(valueOf(await other.post('/api/sign-in/password', secret)).house).toEqual(['operator'])
    const wrong = { login: 'wang', password: 'wrong' }
    const codes: string[] = []
    for (let i = 0; i < 9; i++) {
      const reply = await own.person().post('/api/sign-in/password', wrong)
      codes.push(reply.ok ? 'ok' : reply.code)
    }
    expect(codes.slice(0, 7)).toEqual(Array(7).fill('person.wrong-password'))
    expect(codes.at(-1)).toBe('wire.too-often')
    await own.close()
  })
})

describe('a new password', () => {
  it('[PEOPLE-18] ends the sign-in of every other browser, and their sockets', async () => {
    const own = await openHouse()
    const host = await own.staff('host')
    const secret = { login: 'wang', password: 'correct horse battery' }
    valueOf(await host.post('/api/password', secret))
    const thief = own.person()
    valueOf(await thief.post('/api/sign-in/password', secret))
    await thief.connect()
    const told = new Promise((resolve) => thief.on('person:changed', resolve))
    const ended = new Promise((resolve) => thief.on('disconnect' as never, resolve))
    valueOf(await host.post('/api/password', { ...secret, password: 'another horse battery' }))
    await Promise.all([told, ended])
    await expect(thief.connect()).rejects.toMatchObject({ data: { code: 'person.sign-in-needed' } })
    expect(valueOf(await thief.get('/api/me'))).toBeNull()
    expect(valueOf(await host.get('/api/me'))).toMatchObject({ house: ['host'] })
    await own.close()
  })

  it('[PEOPLE-19] is not set under somebody else’s login, which is said, nor under none', async () => {
    const own = await openHouse()
    const [operator, host] = [await own.staff('operator'), await own.staff('host')]
    const password = 'correct horse battery'
    const replies = await Promise.all(
      [operator, host].map((one) => one.post('/api/password', { login: 'li', password })),
    )
    const refused = replies.filter((reply) => !reply.ok)
    expect(refused).toEqual([{ ok: false, code: 'person.login-taken' }])
    expect(await host.post('/api/password', { login: ' ', password })).toMatchObject({ code: 'wire.malformed' })
    await own.close()
  })
})

describe('signing out', () => {
  it('[PEOPLE-8] ends the cookie and the sockets, after telling them', async () => {
    const own = await openHouse()
    const host = await own.staff('host')
    await host.connect()
    const told = new Promise((resolve) => host.on('person:changed', resolve))
    valueOf(await host.post('/api/sign-out', {}))
    await told
    expect(valueOf(await host.get('/api/me'))).toBeNull()
    await own.close()
  })
})
