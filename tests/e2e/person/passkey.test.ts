// Passkeys in a real browser with a virtual authenticator: adding one, signing in with it, and what does not work.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../../support/browser.ts'
import { type House, openHouse, tokenOf } from '../../support/house.ts'
import { newVisitor, type Visitor } from '../../support/page.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  // By name: a passkey belongs to a host name.
  ;[house, browser] = await Promise.all([openHouse({ env: { HOST: 'localhost' } }), startBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** A visitor on a page of the house, with an authenticator that says yes by itself. */
async function withAuthenticator(): Promise<Visitor> {
  const visitor = await newVisitor(browser, house.url, { expected: [/status of 4\d\d/] })
  const cdp = await visitor.context.newCDPSession(visitor.page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await visitor.page.goto('/booths')
  return visitor
}

const post = (visitor: Visitor, path: string, body: unknown) =>
  visitor.page.evaluate(
    async ([to, json]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(to, { method: 'POST', headers, body: json })
      return (await response.json()) as { ok: boolean; code?: string; value?: unknown }
    },
    [path, JSON.stringify(body)] as const,
  )

/** Runs a ceremony in the page and gives what the browser would send. */
const ceremony = (visitor: Visitor, kind: 'create' | 'get', options: unknown) =>
  visitor.page.evaluate(
    async ([how, json]) => {
      const credential =
        how === 'create'
          ? await navigator.credentials.create({
              publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(json) as never),
            })
          : await navigator.credentials.get({
              publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(json) as never),
            })
      return JSON.parse(JSON.stringify(credential)) as object
    },
    [kind, JSON.stringify(options)] as const,
  )

describe('a passkey', () => {
  it('[PEOPLE-11] is added by staff, signs in its owner, and answers one challenge once', async () => {
    const visitor = await withAuthenticator()
    await post(visitor, '/api/enter', {})
    expect(await post(visitor, '/api/passkey/register/options', {})).toMatchObject({ code: 'person.not-allowed' })
    await post(visitor, '/api/sign-in/link', { token: tokenOf(house.links, 'host') })
    const options = (await post(visitor, '/api/passkey/register/options', {})).value
    const made = await ceremony(visitor, 'create', options)
    expect(await post(visitor, '/api/passkey/register', made)).toMatchObject({ ok: true, value: { house: ['host'] } })
    expect(await post(visitor, '/api/passkey/register', made)).toMatchObject({ code: 'person.passkey-failed' })

    await post(visitor, '/api/sign-out', {})
    expect(await post(visitor, '/api/enter', {})).toMatchObject({ value: { kind: 'visitor' } })
    const asked = (await post(visitor, '/api/passkey/sign-in/options', {})).value
    const answer = await ceremony(visitor, 'get', asked)
    // Asked again meanwhile: the first challenge is worth nothing any more.
    await post(visitor, '/api/passkey/sign-in/options', {})
    expect(await post(visitor, '/api/passkey/sign-in', answer)).toMatchObject({ code: 'person.passkey-failed' })
    const again = await ceremony(visitor, 'get', (await post(visitor, '/api/passkey/sign-in/options', {})).value)
    expect(await post(visitor, '/api/passkey/sign-in', again)).toMatchObject({ ok: true, value: { house: ['host'] } })
    expect(await post(visitor, '/api/passkey/sign-in', {})).toMatchObject({ code: 'person.passkey-failed' })
    await visitor.close()
  })
})
