// The hall in 3D at its lowest level, and without 3D: one can walk by keyboard, is stopped by walls, reaches every place by the
// list, and every control has a name. A thumb finds the stick.

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CITIES } from '../../../shared/hall/cities.ts'
import { HALL_WORDS } from '../../../shared/words/hall.ts'
import { distance, hallReady, placeOf, walk } from '../../support/hall-page.ts'
import { DESKTOP, expectAccessible, expectClean, PHONE, picture } from '../../support/page.ts'
import { openSite } from '../../support/site.ts'

const site = openSite()

describe('the hall in 3D', () => {
  it('[UI-30] is walked by keyboard alone, and a link leads to a booth', async () => {
    const visitor = await site.visitor({ locale: 'en-GB' })
    const { page } = visitor
    await page.goto('/hall/qingdao?level=low')
    await hallReady(page)
    expect(await page.locator('html').getAttribute('data-spot')).toBe('qingdao')
    const from = await placeOf(page)
    await page.getByRole('img', { name: HALL_WORDS['hall.canvas'].en }).or(page.locator('canvas')).first().focus()
    await walk(page, 's', 1)
    expect(distance(from, await placeOf(page))).toBeGreaterThanOrEqual(1)
    await picture(page, 'hall-walk')
    await page.keyboard.press('m')
    await page.getByRole('dialog', { name: HALL_WORDS['hall.places'].en }).waitFor()
    await picture(page, 'hall-places')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expectAccessible(page)
    expectClean(visitor)
    await visitor.close()
  })
})

describe('the hall on a touch screen', () => {
  it('[HALL-25] the stick lies free of all plates, upright and sideways, and pushed it walks', async () => {
    const visitor = await site.visitor({ viewport: PHONE, touch: true })
    const { page } = visitor
    await page.goto('/hall/heze?level=low')
    await hallReady(page)
    const from = await placeOf(page)
    const ring = await stickOf(page)
    expect(ring.free).toBe(true)
    await picture(page, 'hall-touch')
    const line = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      line.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: ring.x, y }] })
    await touch('touchStart', ring.y)
    await touch('touchMove', ring.y + 40)
    await page.waitForFunction(
      ([x, z]) => {
        const pose = window.__parlorHall?.pose
        return pose !== undefined && Math.hypot(pose.x - x, pose.z - z) > 0.5
      },
      [from.x, from.z] as const,
      { timeout: 60_000 },
    )
    await touch('touchEnd')
    await page.setViewportSize({ width: PHONE.height, height: PHONE.width })
    expect((await stickOf(page)).free).toBe(true)
    expectClean(visitor)
    await visitor.close()
  })
})

/** Middle of the touch stick, and whether a thumb there and at its rim would meet nothing else. */
const stickOf = (page: Page) =>
  page.evaluate(() => {
    const ring = document.querySelector('[data-touch-stick]')
    if (!ring) throw new Error('there is no stick')
    const { left, top, width, height } = ring.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const spots = [
      [x, y],
      [x, top + 6],
      [x, top + height - 6],
      [left + 6, y],
      [left + width - 6, y],
    ] as const
    return { x, y, free: spots.every(([a, b]) => ring.contains(document.elementFromPoint(a, b))) }
  })

describe('the hall without 3D', () => {
  it.each([
    ['zh-CN', 'zh'],
    ['en-GB', 'en'],
  ] as const)('[UI-31] has every place as a list (%s)', async (locale, language) => {
    const visitor = await site.visitor({ locale, viewport: DESKTOP })
    const { page } = visitor
    await page.goto('/hall?level=none')
    await page.getByRole('heading', { name: HALL_WORDS['flat.chosen'][language] }).waitFor()
    expect(await page.locator('canvas').count()).toBe(0)
    const list = await page.locator('.places').innerText()
    for (const { name } of CITIES) expect(list).toContain(name[language])
    const zones = page.getByRole('list', { name: HALL_WORDS['place.zones'][language] }).getByRole('button')
    expect(await zones.count()).toBe(4)
    await picture(page, `hall-flat-${language}`)
    await expectAccessible(page)
    expectClean(visitor)
    await visitor.close()
  })
})
