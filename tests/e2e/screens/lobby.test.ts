// The front door in both languages: what it says, that everything on it has a name and is reached by keyboard, and that a
// visitor's language comes by itself.

import { describe, expect, it } from 'vitest'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { LOBBY_WORDS } from '../../../shared/words/lobby.ts'
import { DESKTOP, expectAccessible, expectClean, PHONE, picture } from '../../support/page.ts'
import { openSite } from '../../support/site.ts'

const site = openSite()

describe('the lobby', () => {
  it.each([
    { locale: 'zh-CN', language: 'zh' },
    { locale: 'en-GB', language: 'en' },
  ] as const)(
    '[UI-1] speaks $language to a browser that asks for $locale, with nothing axe would object to',
    async (at) => {
      const visitor = await site.visitor({ locale: at.locale, viewport: DESKTOP })
      await visitor.page.goto('/')
      await visitor.page.getByRole('heading', { level: 1 }).waitFor()
      expect(await visitor.page.locator('html').getAttribute('lang')).toMatch(at.language)
      await visitor.page.getByRole('link', { name: LOBBY_WORDS['lobby.enter'][at.language] }).first().waitFor()
      await picture(visitor.page, `lobby-${at.language}`)
      await expectAccessible(visitor.page)
      expectClean(visitor)
      await visitor.close()
    },
  )

  it('[UI-56] says that the programme is awaited or could not be had, and not that there is nothing', async () => {
    const visitor = await site.visitor({ viewport: DESKTOP, expected: [/status of 503/] })
    const { page } = visitor
    const card = page.getByRole('region', { name: LOBBY_WORDS['lobby.live'].en })
    const nothing = card.getByText(LOBBY_WORDS['lobby.live-none'].en, { exact: true })
    let answer = () => {}
    const answered = new Promise<void>((resolve) => (answer = resolve))
    await page.route('**/api/sessions', async (route) => {
      await answered
      await route.fulfill({ status: 503, body: 'a page of a proxy' })
    })
    await page.goto('/')
    await card.getByText(COMMON_WORDS['common.loading'].en, { exact: true }).waitFor()
    expect(await nothing.count()).toBe(0)
    answer()
    await card.getByRole('alert').waitFor()
    expect(await nothing.count()).toBe(0)
    await page.unroute('**/api/sessions')
    await card.getByRole('button', { name: COMMON_WORDS['common.retry'].en, exact: true }).click()
    await nothing.waitFor()
    expectClean(visitor)
    await visitor.close()
  })

  it('[UI-1] fits a phone without scrolling sideways', async () => {
    const visitor = await site.visitor({ locale: 'zh-CN', viewport: PHONE, touch: true })
    await visitor.page.goto('/')
    await visitor.page.getByRole('heading', { level: 1 }).waitFor()
    const wide = await visitor.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wide).toBe(0)
    await picture(visitor.page, 'lobby-phone')
    await expectAccessible(visitor.page)
    expectClean(visitor)
    await visitor.close()
  })
})
