// The front door in both languages: what it says, that everything on it has a name and is reached by keyboard, and that a
// visitor's language comes by itself.

import { describe, expect, it } from 'vitest'
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
