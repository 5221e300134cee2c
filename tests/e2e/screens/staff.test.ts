// The screens of staff and of the room, and the server's own pages, in both languages: nothing axe would object to, no console
// error, nothing asked of anybody else. The hall and the lobby have files of their own.

import { beforeAll, describe, expect, it } from 'vitest'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { DESK_WORDS } from '../../../shared/words/desk.ts'
import { STUDIO_WORDS } from '../../../shared/words/studio.ts'
import { signIn } from '../../support/desk-page.ts'
import { DESKTOP, expectAccessible, expectClean, picture, type Visitor } from '../../support/page.ts'
import { openSite } from '../../support/site.ts'

const LANGUAGES = [
  ['zh-CN', 'zh'],
  ['en-GB', 'en'],
] as const

const site = openSite()
let operator: Visitor
beforeAll(async () => {
  operator = await site.visitor({ viewport: DESKTOP })
  await signIn(operator.page, site.server.link('operator'))
})

describe('the other screens', () => {
  it.each(LANGUAGES)(
    '[UI-32] sign-in, phone page, pages of cities and a missing page (%s)',
    async (locale, language) => {
      const visitor = await site.visitor({
        locale,
        viewport: DESKTOP,
        expected: [/status of 404/],
      })
      for (const [path, name] of [
        ['/sign-in', 'sign-in'],
        ['/join', 'join'],
        ['/booths', 'cities'],
        ['/booths/qingdao', 'city-page'],
        ['/no-such-room', 'not-found'],
      ] as const) {
        await visitor.page.goto(path)
        await visitor.page.getByRole('heading', { level: 1 }).first().waitFor()
        await picture(visitor.page, `screens/${name}-${language}`)
        await expectAccessible(visitor.page)
      }
      expectClean(visitor)
      await visitor.close()
    },
  )

  it('[UI-32] desk and studio in both languages', async () => {
    const { page } = operator
    await page.goto('/desk')
    for (const [locale, language] of LANGUAGES) {
      await page
        .getByRole('radio', { name: language === 'zh' ? '中文' : 'EN' })
        .or(page.getByRole('button', { name: language === 'zh' ? '中文' : 'EN' }))
        .first()
        .click({ force: true })
      await page.getByRole('heading', { name: DESK_WORDS['desk.sessions'][language], exact: true }).waitFor()
      await picture(page, `screens/desk-${locale}`)
      await expectAccessible(page)
    }
    await page.goto('/studio/qingdao')
    await page.getByText(STUDIO_WORDS['studio.choose'].en).waitFor()
    await picture(page, 'screens/studio')
    await expectAccessible(page)
    expectClean(operator)
  })

  it('[UI-58] an operator takes somebody off the staff, who is signed out at once', async () => {
    const host = await site.visitor({ viewport: DESKTOP })
    await signIn(host.page, site.server.link('host'))
    const { page } = operator
    await page.goto('/desk')
    const staff = page.getByRole('region', { name: DESK_WORDS['desk.staff'].en, exact: true })
    await staff.getByText(DESK_WORDS['desk.staff-last'].en).waitFor()
    const remove = staff.getByRole('button', { name: new RegExp(`^${DESK_WORDS['desk.staff-remove'].en}: .*Host`) })
    await remove.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(DESK_WORDS['desk.staff-no-undo'].en).waitFor()
    await picture(page, 'screens/staff-remove')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await remove.click()
    await dialog.getByRole('button', { name: DESK_WORDS['desk.staff-remove'].en, exact: true }).click()
    await remove.waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('staff-title')
    await host.page.goto('/desk')
    await host.page.getByText(DESK_WORDS['desk.sign-in-first'].en).waitFor()
    expectClean(operator, host)
    await host.close()
  })

  it('[UI-33] a studio says to a stranger that it is not theirs', async () => {
    const visitor = await site.visitor({ viewport: DESKTOP })
    await visitor.page.goto('/studio/qingdao')
    await visitor.page.getByText(STUDIO_WORDS['studio.not-yours'].en).waitFor()
    await visitor.page.getByRole('link', { name: COMMON_WORDS['common.sign-in'].en }).first().waitFor()
    await expectAccessible(visitor.page)
    expectClean(visitor)
    await visitor.close()
  })
})
