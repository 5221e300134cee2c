// The operator's list of staff, and what is left of somebody whose role was taken away: nothing to sign in with.

import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStaff } from '../../../server/person/staff.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import type { StaffRow } from '../../../shared/protocol/http.ts'
import { type House, openHouse } from '../../support/house.ts'
import { must } from '../../support/must.ts'
import { type PersonClient, valueOf } from '../../support/person-client.ts'

let house: House
let operator: PersonClient
beforeEach(async () => {
  house = await openHouse()
  operator = await house.staff('operator')
})
afterEach(() => house.close())

const staff = async (): Promise<readonly StaffRow[]> => valueOf(await operator.get('/api/staff')).staff
const idOf = async (client: PersonClient): Promise<PersonId> => must(valueOf(await client.get('/api/me'))).person
const remove = (person: PersonId, by = operator) => by.post('/api/staff/remove', { person })
/** A link made by the operator; gives its token. */
const linkFor = async (role: { house: 'operator' | 'host' } | { city: string }, name: string): Promise<string> => {
  const { url } = valueOf(await operator.post('/api/links', { role, name }))
  return must(url.split('#')[1])
}
const signIn = async (token: string): Promise<PersonClient> => {
  const client = house.person()
  valueOf(await client.post('/api/sign-in/link', { token }))
  return client
}

describe('the list of staff', () => {
  it('[PEOPLE-15] shows an operator everybody with a role, operators first, and when they were last seen', async () => {
    const city = await house.staff('qingdao')
    const host = await signIn(await linkFor({ house: 'host' }, '王芳'))
    valueOf(await host.post('/api/password', { login: 'wang', password: 'correct horse battery' }))
    valueOf(await (await house.visitor()).post('/api/name', { name: '访客' }))
    const before = await staff()
    expect(before.map(({ name, house: roles, cities, login }) => [name, ...roles, ...cities, login])).toEqual([
      ['运营 Operator', 'operator', null],
      ['王芳', 'host', 'wang'],
      ['青岛 Qingdao', 'qingdao', null],
    ])
    await city.connect()
    house.pass(600_000)
    const seen = (rows: readonly StaffRow[], at: number) => must(rows[at]).seenAt
    const after = await staff()
    expect(seen(after, 2) - seen(before, 2)).toBeGreaterThanOrEqual(600_000)
    expect(seen(after, 1)).toBe(seen(before, 1))
  })

  it('[PEOPLE-15] is no business of anybody else', async () => {
    const host = await house.staff('host')
    const guest = await house.visitor()
    const person = await idOf(host)
    for (const [client, code] of [
      [house.person(), 'person.sign-in-needed'],
      [guest, 'person.not-allowed'],
      [host, 'person.not-allowed'],
      [await house.staff('qingdao'), 'person.not-allowed'],
    ] as const) {
      expect(await client.get('/api/staff')).toEqual({ ok: false, code })
      expect(await remove(person, client)).toEqual({ ok: false, code })
    }
    expect(await staff()).toHaveLength(3)
  })
})

describe('taking a role away', () => {
  it('[PEOPLE-16] ends cookies and sockets at once, after telling them, and every way to sign in again', async () => {
    const name = '李明'
    const host = await signIn(await linkFor({ house: 'host' }, name))
    const unused = await linkFor({ house: 'host' }, name)
    const others = await linkFor({ house: 'host' }, '别人')
    const secret = { login: 'li', password: 'correct horse battery' }
    valueOf(await host.post('/api/password', secret))
    const person = await idOf(host)
    await host.connect()
    const told = new Promise((resolve) => host.on('person:changed', resolve))
    const ended = new Promise((resolve) => host.on('disconnect' as never, resolve))
    expect(await remove(person)).toEqual({ ok: true, value: null })
    await Promise.all([told, ended])
    await expect(host.connect()).rejects.toMatchObject({ data: { code: 'person.sign-in-needed' } })
    expect(valueOf(await host.get('/api/me'))).toBeNull()
    expect(await house.person().post('/api/sign-in/password', secret)).toMatchObject({ code: 'person.wrong-password' })
    expect(await house.person().post('/api/sign-in/link', { token: unused })).toMatchObject({
      code: 'person.link-spent',
    })
    expect(valueOf(await house.person().post('/api/sign-in/link', { token: others })).name).toBe('别人')
    expect((await staff()).map((row) => row.name)).not.toContain(name)
    expect(await remove(person)).toEqual({ ok: false, code: 'person.unknown' })
    // The login is free for somebody else.
    valueOf(await operator.post('/api/password', secret))
  })

  it('[PEOPLE-16] ends unused links of a city’s staff too, but none for another name', async () => {
    const [own, unused] = [await linkFor({ city: 'jinan' }, '张伟'), await linkFor({ city: 'jinan' }, '张伟')]
    const others = await linkFor({ city: 'jinan' }, '别人')
    valueOf(await remove(await idOf(await signIn(own))))
    const use = (token: string) => house.person().post('/api/sign-in/link', { token })
    expect(await use(unused)).toMatchObject({ code: 'person.link-spent' })
    expect(await use(others)).toMatchObject({ ok: true })
  })

  it('[PEOPLE-16] leaves a guest’s row behind and no passkey, role or cookie of theirs', async () => {
    const host = await signIn(await linkFor({ house: 'host' }, '李明'))
    const person = await idOf(host)
    valueOf(await host.post('/api/password', { login: 'li', password: 'correct horse battery' }))
    await house.close()
    const db = await openDatabase(join(house.config.dataDir, 'parlor.db'), Date.now)
    const passkey = { id: 'passkey-0001', person, public_key: 'key', counter: 0, transports: '[]', made_at: 0 }
    await db.insertInto('passkey').values(passkey).execute()
    expect(await createStaff(db).remove(person)).toEqual({ ok: true, value: null })
    for (const table of ['cookie', 'house_role', 'city_role', 'passkey'] as const) {
      expect(await db.selectFrom(table).select('person').where('person', '=', person).execute()).toEqual([])
    }
    expect(await db.selectFrom('person').selectAll().where('id', '=', person).execute()).toMatchObject([
      { kind: 'guest', name: '李明', login: null, password: null },
    ])
    await db.destroy()
    house = await openHouse()
  })

  it('[PEOPLE-16] never takes the last operator’s, whoever asks at the same moment', async () => {
    const own = await idOf(operator)
    expect(await remove(own)).toEqual({ ok: false, code: 'person.last-operator' })
    const second = await signIn(await linkFor({ house: 'operator' }, '第二位'))
    const replies = await Promise.all([remove(await idOf(second)), remove(own, second)])
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    const left = replies[0]?.ok ? operator : second
    expect(valueOf(await left.get('/api/staff')).staff.map((row) => row.house)).toEqual([['operator']])
  })

  it('[PEOPLE-16] takes one’s own, and the cookie with it, where another operator stays', async () => {
    const second = await signIn(await linkFor({ house: 'operator' }, '第二位'))
    valueOf(await remove(await idOf(second), second))
    expect(second.cookie()).toBe('parlor=')
    expect(valueOf(await second.get('/api/me'))).toBeNull()
    expect(await staff()).toHaveLength(1)
  })

  it('[PEOPLE-16] refuses what is nobody of the staff', async () => {
    const guest = await idOf(await house.visitor())
    expect(await remove(guest)).toEqual({ ok: false, code: 'person.unknown' })
    expect(await remove('nobody-here' as PersonId)).toEqual({ ok: false, code: 'person.unknown' })
    expect(await remove('x' as PersonId)).toEqual({ ok: false, code: 'wire.malformed' })
  })
})
