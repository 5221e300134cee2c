// A model put in its place: by the keyboard in the view of the booth, seen before and after, taken back, published, and in the hall.

import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { PLACING_WORDS } from '../../../shared/words/placing.ts'
import { PUBLISH_WORDS } from '../../../shared/words/publish.ts'
import { PART_WORDS } from '../../../shared/words/studio-parts.ts'
import { signIn, uploadModel } from '../../support/desk-page.ts'
import { showsOwnModel } from '../../support/hall-page.ts'
import { must } from '../../support/must.ts'
import { expectAccessible, expectClean, picture, type Visitor } from '../../support/page.ts'
import { ROOT } from '../../support/paths.ts'
import { createPerson, valueOf } from '../../support/person-client.ts'
import { openSite } from '../../support/site.ts'
import { inWords } from '../../support/words.ts'

const place = inWords(PLACING_WORDS, 'en')
const part = inWords(PART_WORDS, 'en')
const publish = inWords(PUBLISH_WORDS, 'en')
const MODEL = join(ROOT, 'tests/fixtures/models/diamond-clearcoat.glb')

const site = openSite()
let staff: Visitor
beforeAll(async () => {
  staff = await site.visitor({ viewport: { width: 1366, height: 768 } })
  await signIn(staff.page, site.server.link('qingdao'))
})

const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor()
const slider = (page: Page, field: 'x' | 'z' | 'yaw' | 'scale') =>
  page.getByRole('slider', { name: place(`place.${field}`), exact: true })
const option = (page: Page, name: 'place.now' | 'place.draft' | 'place.above') =>
  page.getByRole('radio', { name: place(name), exact: true })

describe('a model in its place', () => {
  it('[UI-125] [UI-122] is placed by its numbers before the view is opened', async () => {
    const { page } = staff
    await uploadModel(page, MODEL)
    await page.getByText(place('place.open-help')).waitFor()
    await slider(page, 'yaw').press('ArrowRight')
    await expect.poll(() => slider(page, 'yaw').inputValue()).toBe('15')
    await saved(page)
    await expectAccessible(page)
  })

  it('[UI-120] [UI-122] [UI-123] [UI-124] is moved by the keys of the view, before and after, and taken back', async () => {
    const { page } = staff
    await page.getByRole('button', { name: place('place.open') }).click()
    const view = page.getByRole('application', { name: /Qingdao/ })
    await view.waitFor()
    await showsOwnModel(page, 'qingdao')
    await option(page, 'place.above').check({ force: true })
    await view.focus()
    await view.press('Shift+ArrowLeft')
    await view.press('-')
    await view.press('ArrowLeft')
    await view.press('ArrowLeft')
    await expect
      .poll(async () => [await slider(page, 'yaw').inputValue(), await slider(page, 'x').inputValue()])
      .toEqual(['0', '-0.2'])
    await page.keyboard.press('b')
    expect(await option(page, 'place.now').isChecked()).toBe(true)
    await picture(page, 'placing/before')
    await page.keyboard.press('b')
    await picture(page, 'placing/after')
    await view.press('ArrowUp')
    await page.getByRole('button', { name: part('save.undo') }).click()
    await expect.poll(() => slider(page, 'z').inputValue()).toBe('0')
    await expect.poll(() => slider(page, 'x').inputValue()).toBe('-0.2')
    await saved(page)
  })

  it('[UI-124] is published, and the hall stands it there', async () => {
    const { page } = staff
    await page
      .getByRole('link', { name: new RegExp(`^${part('part.publish')}`) })
      .first()
      .click()
    await page.getByRole('button', { name: publish('publish.go'), exact: true }).click()
    await page.locator('[data-standing="shown"]').waitFor()
    const visitor = createPerson(site.server.origin)
    valueOf(await visitor.post('/api/enter', {}))
    await visitor.connect()
    const { booths } = valueOf(await visitor.ask('hall:enter', { language: 'en' }))
    const booth = must(booths.find(({ id }) => id === 'qingdao'))
    expect(booth.model?.place).toMatchObject({ x: -0.2, z: 0, yaw: 0, scale: 0.95 })
    visitor.close()
    expectClean(staff)
  })
})
