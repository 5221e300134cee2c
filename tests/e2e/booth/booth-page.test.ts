// The plain pages of the booths in a real browser: whole without a script, nothing axe objects to, and they fit phone and paper.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../../support/browser.ts'
import { type House, openHouse } from '../../support/house.ts'
import { DESKTOP, expectAccessible, expectClean, newVisitor, PHONE, picture } from '../../support/page.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), startBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

describe('the plain pages', () => {
  it.each([
    { locale: 'zh-CN', viewport: DESKTOP, path: '/booths', heading: '二十三座城市', name: 'booths-zh' },
    { locale: 'en-GB', viewport: DESKTOP, path: '/booths/qingdao', heading: 'Qingdao', name: 'booth-en' },
    { locale: 'zh-CN', viewport: PHONE, path: '/booths/chongqing', heading: '重庆', name: 'booth-phone' },
  ])('[HOUSE-25] [HOUSE-26] $path for $locale', async ({ locale, viewport, path, heading, name }) => {
    const visitor = await newVisitor(browser, house.url, { locale, viewport })
    await visitor.page.goto(path)
    await visitor.page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await expectAccessible(visitor.page)
    const wide = await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await picture(visitor.page, name)
    expectClean(visitor)
    await visitor.close()
  })

  it('[HOUSE-25] leads from the list to a booth and back by keyboard alone, and turns to the other language', async () => {
    const visitor = await newVisitor(browser, house.url, { locale: 'en-GB', viewport: DESKTOP })
    const { page } = visitor
    await page.goto('/booths')
    await page.getByRole('link', { name: /Yantai/ }).press('Enter')
    await page.getByRole('heading', { level: 1, name: /Yantai/ }).waitFor()
    await page.getByRole('link', { name: '中文' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: /烟台/ }).waitFor()
    await page.getByRole('link', { name: '全部城市' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: '二十三座城市' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    await picture(page, 'booths-print')
    expectClean(visitor)
    await visitor.close()
  })
})
