// Phones and the stage screen of a room: in by a short code or a key, many from one address, and nobody's sign-in taken away.

import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hotParser } from '../../../client/net/hot-parser.ts'
import type { HostedSession } from '../../../shared/protocol/http.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import { type House, openHouse } from '../../support/house.ts'
import { type PersonClient, valueOf } from '../../support/person-client.ts'

let house: House
let host: PersonClient
let hosted: HostedSession
beforeAll(async () => {
  house = await openHouse()
  host = await house.staff('host')
  const title = { zh: '路演', en: 'Roadshow' }
  hosted = valueOf(await host.post('/api/sessions', { kind: 'project-roadshow', title }))
})
afterAll(() => house.close())

describe('a room', () => {
  it('[PEOPLE-13] lets 200 phones in from one address by the code, however it is typed, and stops guessing', async () => {
    const code = hosted.code ?? ''
    for (let i = 0; i < 200; i += 25) {
      const some = Array.from({ length: 25 }, (_, n) =>
        house.person().post('/api/join-code', { code: n % 2 ? code : ` ${code.toLowerCase()}-` }),
      )
      for (const reply of await Promise.all(some))
        expect(valueOf(reply)).toEqual({ session: hosted.session, place: 'room' })
    }
    const guess = async () => {
      const reply = await house.person().post('/api/join-code', { code: '22222' })
      return reply.ok ? 'ok' : reply.code
    }
    let guesses = 0
    // One more a second is let through meanwhile.
    while ((await guess()) === 'session.code-unknown' && guesses < 2_000) guesses++
    expect(guesses).toBeGreaterThanOrEqual(300)
    expect(guesses).toBeLessThan(2_000)
    house.pass(600_000)
    expect((await house.person().post('/api/join-code', { code })).ok).toBe(true)
  })

  it('[PEOPLE-14] logs a stage screen in beside a host who is signed in in the same browser', async () => {
    const [, path = ''] = (hosted.stage ?? '').split('#')
    const signedIn = host.cookie()
    const response = await fetch(`${house.url}/api/stage`, {
      method: 'POST',
      headers: { origin: house.url, 'content-type': 'application/json', cookie: signedIn },
      body: JSON.stringify({ session: hosted.session, key: path }),
    })
    expect(await response.json()).toMatchObject({ ok: true })
    const stage = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(stage).toMatch(/^parlor-stage=/)
    const roleOf = async (auth: object): Promise<string> => {
      const socket = io(house.url, {
        parser: hotParser,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: { version: PROTOCOL_VERSION, ...auth },
        extraHeaders: { cookie: `${signedIn}; ${stage}` },
      })
      const reply = (await socket.timeout(5_000).emitWithAck('session:join', { session: hosted.session })) as {
        value: { role: string }
      }
      socket.disconnect()
      return reply.value.role
    }
    expect(await roleOf({ as: 'stage' })).toBe('stage-screen')
    expect(await roleOf({})).toBe('co-host')
    expect(valueOf(await host.get('/api/me'))).toMatchObject({ house: ['host'] })
    const bad = await house.person().post('/api/stage', { session: hosted.session, key: 'x'.repeat(32) })
    expect(bad).toMatchObject({ code: 'session.unknown' })
  })
})
