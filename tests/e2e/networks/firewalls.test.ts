// Networks as they are: a proxy that refuses the upgrade to WebSocket, one that swallows it, and a venue's floor on plain http
// under a name that is no loopback, where browsers give no secure context.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandId } from '../../../shared/kit/id.ts'
import { ROOM_WORDS } from '../../../shared/words/room.ts'
import { startBrowser } from '../../support/browser.ts'
import { DESKTOP, expectAccessible, expectClean, newVisitor, PHONE, picture } from '../../support/page.ts'
import { createPerson, type PersonClient, valueOf } from '../../support/person-client.ts'
import { openProxy } from '../../support/proxy.ts'
import { type ServerProcess, startServer } from '../../support/server.ts'
import { ask, joinByLink } from '../../support/session-page.ts'

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
  let server: ServerProcess
  let browser: Browser
  let host: PersonClient
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(), startBrowser()])
    host = await signedIn(server, 'host')
    await host.connect()
  })
  afterAll(async () => {
    host?.close()
    await browser?.close()
    await server?.stop()
  })

  it.each(['refuse', 'swallow'] as const)(
    '[WIRE-60] where it %ss the upgrade, a guest joins and asks by long polling',
    async (upgrade) => {
      const { invitation, session } = await plan(host, 'guided-tour')
      valueOf(await host.ask('session:join', { session }))
      const command = { id: `start-where-${upgrade}` as CommandId, type: 'session:start' } as const
      valueOf(await host.ask('session:command', { session, command }))
      const proxy = await openProxy(server.origin, upgrade)
      const guest = await newVisitor(browser, proxy.url, { viewport: DESKTOP, expected: REFUSED })
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
  let server: ServerProcess
  let browser: Browser
  const port = 20_000 + Math.floor(process.pid % 20_000)
  const origin = `http://${VENUE}:${port}`
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([
      startServer({ port, env: { PUBLIC_URL: origin } }),
      startBrowser([`--host-resolver-rules=MAP ${VENUE} 127.0.0.1`]),
    ])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('[UI-36] stage screen and phone page work where nothing needs a secure context', async () => {
    const { stage, code } = await plan(await signedIn(server, 'operator'), 'project-roadshow')
    const wall = await newVisitor(browser, origin, { viewport: DESKTOP, locale: 'zh-CN', expected: INSECURE })
    await wall.page.goto(stage ?? '')
    await wall.page.getByText(code ?? '', { exact: true }).waitFor()
    expect(await wall.page.evaluate(() => isSecureContext)).toBe(false)
    await picture(wall.page, 'screens/stage-insecure')
    const phone = await newVisitor(browser, origin, { viewport: PHONE, locale: 'en-GB', expected: INSECURE })
    await phone.page.goto('/join')
    await phone.page.getByLabel(ROOM_WORDS['phone.code'].en).fill(code ?? '')
    await phone.page.getByRole('button', { name: ROOM_WORDS['phone.join'].en, exact: true }).click()
    await phone.page.getByRole('heading', { name: 'Lines' }).waitFor()
    await expectAccessible(phone.page)
    expectClean(wall, phone)
  })
})
