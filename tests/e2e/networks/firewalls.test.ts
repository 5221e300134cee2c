// Networks as they are: a proxy that refuses the upgrade to WebSocket, one that swallows it, and a venue's floor on plain http
// under a name that is no loopback, where browsers give no secure context.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandId } from '../../../shared/kit/id.ts'
import { ROOM_WORDS } from '../../../shared/words/room.ts'
import { DESKTOP, expectAccessible, expectClean, newVisitor, PHONE, picture } from '../../support/page.ts'
import { createPerson, type PersonClient, valueOf } from '../../support/person-client.ts'
import { openProxy } from '../../support/proxy.ts'
import type { ServerProcess } from '../../support/server.ts'
import { ask, joinByLink } from '../../support/session-page.ts'
import { openSite } from '../../support/site.ts'

const VENUE = 'venue.parlor.test'
const REFUSED = [/WebSocket connection/]
/** Chromium says so of one header wherever there is no https. */
const INSECURE = [/Cross-Origin-Opener-Policy header has been ignored/]

/** The host, signed in without a browser; `role` is whose link the server printed. */
async function signedIn(server: ServerProcess, role: 'host' | 'operator'): Promise<PersonClient> {
  const host = createPerson(`http://127.0.0.1:${server.port}`, '', server.origin)
  valueOf(await host.post('/api/sign-in/link', { token: new URL(server.link(role)).hash.slice(1) }))
  return host
}

const plan = async (host: PersonClient, kind: 'guided-tour' | 'project-roadshow') =>
  valueOf(await host.post('/api/sessions', { kind, title: { zh: '线路', en: 'Lines' } }))

describe('behind a company proxy', () => {
  const site = openSite()
  let host: PersonClient
  beforeAll(async () => {
    host = await signedIn(site.server, 'host')
    await host.connect()
  })
  afterAll(() => host?.close())

  it.each(['refuse', 'swallow'] as const)(
    '[WIRE-60] where it %ss the upgrade, a guest joins and asks by long polling',
    async (upgrade) => {
      const { invitation, session } = await plan(host, 'guided-tour')
      valueOf(await host.ask('session:join', { session }))
      const command = { id: `start-where-${upgrade}` as CommandId, type: 'session:start' } as const
      valueOf(await host.ask('session:command', { session, command }))
      const proxy = await openProxy(site.server.origin, upgrade)
      const guest = await newVisitor(site.browser, proxy.url, { viewport: DESKTOP, expected: REFUSED })
      await joinByLink(guest.page, `${invitation}?level=none`, 'Firewall')
      await ask(guest.page, 'Does this get through?')
      const { state } = valueOf(await host.ask('session:join', { session }))
      expect(Object.values(state.questions).map(({ status }) => status)).toEqual(['queued'])
      expect(proxy.upgrades()).toBeGreaterThan(0)
      expectClean(guest)
      await guest.close()
      await proxy.close()
    },
  )
})

describe('on a venue floor without https', () => {
  const port = 20_000 + Math.floor(process.pid % 20_000)
  const origin = `http://${VENUE}:${port}`
  const site = openSite({
    server: { port, env: { PUBLIC_URL: origin } },
    browser: [`--host-resolver-rules=MAP ${VENUE} 127.0.0.1`],
  })

  it('[UI-36] stage screen and phone page work where nothing needs a secure context', async () => {
    const { stage, code } = await plan(await signedIn(site.server, 'operator'), 'project-roadshow')
    const wall = await newVisitor(site.browser, origin, { viewport: DESKTOP, locale: 'zh-CN', expected: INSECURE })
    await wall.page.goto(stage ?? '')
    await wall.page.getByText(code ?? '', { exact: true }).waitFor()
    expect(await wall.page.evaluate(() => isSecureContext)).toBe(false)
    await picture(wall.page, 'screens/stage-insecure')
    const phone = await newVisitor(site.browser, origin, { viewport: PHONE, locale: 'en-GB', expected: INSECURE })
    await phone.page.goto('/join')
    await phone.page.getByLabel(ROOM_WORDS['phone.code'].en).fill(code ?? '')
    await phone.page.getByRole('button', { name: ROOM_WORDS['phone.join'].en, exact: true }).click()
    await phone.page.getByRole('heading', { name: 'Lines' }).waitFor()
    await expectAccessible(phone.page)
    expectClean(wall, phone)
  })
})
