// A model put in its place: its size confirmed, taken hold of in the view of the booth, moved by keys, seen before and after, taken
// back, published, and in the hall.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { PLACING_WORDS } from '../../../shared/words/placing.ts'
import { PART_WORDS } from '../../../shared/words/studio-parts.ts'
import { signIn, submitBooth, uploadModel } from '../../support/desk-page.ts'
import { showsOwnModel } from '../../support/hall-page.ts'
import { must } from '../../support/must.ts'
import { expectAccessible, expectClean, picture, type Visitor } from '../../support/page.ts'
import { emptyFolder } from '../../support/paths.ts'
import { createPerson, valueOf } from '../../support/person-client.ts'
import { openSite } from '../../support/site.ts'
import { inWords } from '../../support/words.ts'
import { glbOf } from '../../unit/model/make-glb.ts'

const place = inWords(PLACING_WORDS, 'en')
const part = inWords(PART_WORDS, 'en')

const site = openSite()
let staff: Visitor
beforeAll(async () => {
  // Small, since software WebGL pays for pixels; wide enough for the view beside its numbers.
  staff = await site.visitor({ viewport: { width: 1100, height: 640 } })
  await signIn(staff.page, site.server.link('qingdao'))
})

const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor()
const slider = (page: Page, field: 'x' | 'z' | 'yaw' | 'scale') =>
  page.getByRole('slider', { name: place(`place.${field}`) })
const values = (page: Page) =>
  Promise.all(
    (['x', 'z', 'yaw', 'scale'] as const).map(async (field) => Number(await slider(page, field).inputValue())),
  )
const option = (page: Page, name: 'place.now' | 'place.draft' | 'place.above') =>
  page.getByRole('radio', { name: place(name), exact: true })

/** A box of 8 m in centimetres, or 80 cm in millimetres: 6.4 m wide on its place. */
async function doubtfulFile(): Promise<string> {
  const path = join(emptyFolder('placing'), 'stand.glb')
  await writeFile(path, await glbOf([{ size: [800, 300, 400], at: [0, 150, 0], colour: [0.8, 0.55, 0.3] }]))
  return path
}

async function drag(page: Page, down: number): Promise<void> {
  const box = must(await page.getByRole('application').boundingBox())
  const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.45]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + down / 2)
  await page.mouse.move(x, y + down)
  await page.mouse.up()
}

describe('a model in its place', () => {
  it('[UI-126] [UI-125] [UI-122] is asked its size, and placed by numbers before the view is opened', async () => {
    const { page } = staff
    await uploadModel(page, await doubtfulFile())
    await page.getByText(place('place.open-help')).waitFor()
    await page.getByRole('radio', { name: /8 m \(centimetres\)/ }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: place('unit.keep') }).click()
    await page.getByText(place('unit.title')).waitFor({ state: 'detached' })
    await slider(page, 'yaw').press('ArrowRight')
    await expect.poll(async () => (await values(page))[2]).toBe(15)
    await page.getByText(/made smaller to fit/).waitFor()
    await slider(page, 'yaw').press('ArrowLeft')
  })

  it('[UI-120] [UI-121] [UI-122] [UI-123] [UI-124] is moved in the view, before and after, and taken back', async () => {
    const { page } = staff
    await page.getByRole('button', { name: place('place.open') }).click()
    const view = page.getByRole('application', { name: /Qingdao/ })
    await view.waitFor()
    await showsOwnModel(page, 'qingdao')
    await option(page, 'place.above').check({ force: true })
    await drag(page, 40)
    await expect.poll(async () => (await values(page))[1]).toBeGreaterThan(0.5)
    await page.getByRole('button', { name: place('place.middle') }).click()
    await view.focus()
    for (const key of ['-', 'ArrowUp', 'ArrowUp']) await view.press(key)
    await expect.poll(() => values(page)).toEqual([0, -0.2, 0, 95])
    await page.keyboard.press('b')
    expect(await option(page, 'place.now').isChecked()).toBe(true)
    await expect.poll(() => page.evaluate(() => window.__parlorHall?.ownModels)).toEqual([])
    await picture(page, 'placing/before')
    await page.keyboard.press('b')
    await showsOwnModel(page, 'qingdao')
    await picture(page, 'placing/after')
    await view.press('ArrowLeft')
    await expect.poll(() => values(page)).toEqual([-0.1, -0.2, 0, 95])
    await page.getByRole('button', { name: part('save.undo') }).click()
    await expect.poll(() => values(page)).toEqual([0, -0.2, 0, 95])
    await saved(page)
  })

  it('[UI-124] is published, and the hall stands it there', async () => {
    await submitBooth(staff.page, 'qingdao')
    const operator = createPerson(site.server.origin)
    valueOf(await operator.post('/api/sign-in/link', { token: must(site.server.link('operator').split('#')[1]) }))
    valueOf(await operator.post('/api/booth/command', { booth: 'qingdao', command: { type: 'approve', n: 1 } }))
    await operator.connect()
    const { booths } = valueOf(await operator.ask('hall:enter', { language: 'en' }))
    operator.close()
    const booth = must(booths.find(({ id }) => id === 'qingdao'))
    expect(booth.model?.place).toEqual({ x: 0, z: -0.2, yaw: 0, scale: 0.95 })
    expectClean(staff)
  })
})
