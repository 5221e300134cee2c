// Moving in the hall by pointer, and seeing another move: in a real browser, at the lowest level.

import { describe, expect, it } from 'vitest'
import { distance, hallReady, placeOf, walk } from '../../support/hall-page.ts'
import { expectClean } from '../../support/page.ts'
import { openSite } from '../../support/site.ts'

const LIMIT = 60_000
const site = openSite()

describe('moving', () => {
  it('[HALL-27] a click on the floor walks there, a drag looks around, and others see one where one is', async () => {
    const [walker, other] = [await site.visitor(), await site.visitor()]
    const { page } = walker
    await page.goto('/hall/city-display?level=low')
    await hallReady(page)
    await other.page.goto('/hall/city-display?level=low')
    await hallReady(other.page)

    const from = await placeOf(page)
    const box = await page.locator('canvas').first().boundingBox()
    if (!box) throw new Error('the hall is not seen')
    const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.62]
    await page.mouse.click(x, y)
    await expect.poll(async () => distance(from, await placeOf(page)), { timeout: LIMIT }).toBeGreaterThan(1)

    const yaw = () => page.evaluate(() => window.__parlorHall?.pose.yaw ?? 0)
    const before = await yaw()
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 90, y, { steps: 3 })
    await page.mouse.up()
    await expect.poll(async () => Math.abs((await yaw()) - before), { timeout: LIMIT }).toBeGreaterThan(0.1)

    await walk(page, 's', 1)
    const apart = async () => {
      const [at, people] = [await placeOf(page), await other.page.evaluate(() => window.__parlorHall?.people ?? [])]
      return people.length === 1 && people[0] ? distance(at, people[0].pose) : Number.POSITIVE_INFINITY
    }
    await expect.poll(apart, { timeout: LIMIT }).toBeLessThan(0.3)
    expectClean(walker, other)
    await walker.close()
    await other.close()
  })
})
