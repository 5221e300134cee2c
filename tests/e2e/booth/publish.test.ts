// A city's booth from the first word to the hall: written in the studio, sent back by the desk with a remark, corrected, approved,
// seen by who is in the hall without a reload, and an earlier version shown again. In a real browser; the hall without 3D.

import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { DESK_BOOTH_WORDS } from '../../../shared/words/desk-booths.ts'
import { DESK_CHECK_WORDS } from '../../../shared/words/desk-checks.ts'
import { HALL_WORDS } from '../../../shared/words/hall.ts'
import { PUBLISH_WORDS } from '../../../shared/words/publish.ts'
import { FIELD_WORDS } from '../../../shared/words/studio-fields.ts'
import { PART_WORDS } from '../../../shared/words/studio-parts.ts'
import { TAKE_ALONG_WORDS } from '../../../shared/words/take-along.ts'
import { signIn } from '../../support/desk-page.ts'
import { DESKTOP, expectAccessible, expectClean, PHONE, picture, type Visitor } from '../../support/page.ts'
import { emptyFolder } from '../../support/paths.ts'
import { openSite } from '../../support/site.ts'
import { inWords } from '../../support/words.ts'

const part = inWords(PART_WORDS, 'en')
const field = inWords(FIELD_WORDS, 'en')
const publish = inWords(PUBLISH_WORDS, 'en')
const booths = inWords(DESK_BOOTH_WORDS, 'en')
const along = inWords(TAKE_ALONG_WORDS, 'en')
const checks = inWords(DESK_CHECK_WORDS, 'en')

const PORT = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#1f6f8b"/></svg>',
)

/** Back on line, what was written may be sent before it is known that a colleague was there first. */
const COLLEAGUE = /422 .*\/api\/booth\/save/

const site = openSite()
let operator: Visitor
let staff: Visitor
let visitor: Visitor
beforeAll(async () => {
  ;[operator, staff, visitor] = await Promise.all([
    site.visitor({ viewport: DESKTOP }),
    site.visitor({ viewport: DESKTOP, expected: [/ERR_INTERNET_DISCONNECTED/, COLLEAGUE] }),
    site.visitor({ viewport: PHONE }),
  ])
  await signIn(operator.page, site.server.link('operator'))
  await signIn(staff.page, site.server.link('qingdao'))
  await visitor.page.goto('/hall/qingdao?level=none')
})

const inEnglish = (name: string) => field('field.in-en', { field: name })
const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor()
const open = async (page: Page, name: Parameters<typeof part>[0]) => {
  await page
    .getByRole('navigation', { name: part('part.nav') })
    .getByRole('link', { name: new RegExp(`^${part(name)}`) })
    .click()
  await page.getByRole('heading', { level: 2, name: part(name) }).waitFor()
}
const write = async (page: Page, summary: string) => {
  await open(page, 'part.front')
  await page.getByLabel(inEnglish(field('field.summary'))).fill(summary)
  await saved(page)
}
const standing = (page: Page, is: string) => page.locator(`[data-standing="${is}"]`)
const submit = async (page: Page) => {
  await open(page, 'part.publish')
  await page.getByRole('button', { name: publish('publish.submit') }).click()
  await standing(page, 'waiting').waitFor()
}
const approve = (page: Page) => page.getByRole('button', { name: `${booths('booths.approve')} Qingdao` }).click()

/** Types without a line: it is said that this is not saved, and closing asks. */
async function asksBeforeLeaving({ page, context }: Visitor): Promise<void> {
  await open(page, 'part.front')
  await context.setOffline(true)
  await page.getByLabel(inEnglish(field('field.opening'))).fill('Come in, the tide is high')
  await page.locator('[data-saving="waiting"]').waitFor()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await context.setOffline(false)
  await saved(page)
}

describe('a booth', () => {
  it('[UI-106] [UI-107] is filled in by keyboard alone, and says what is missing and where', async () => {
    const { page } = staff
    await write(page, 'Where the Yellow River’s goods meet the sea.')
    await page.getByLabel(inEnglish(field('field.opening'))).fill('Come in, the tide is right')
    await open(page, 'part.panels')
    await page.getByRole('button', { name: part('list-add.panels') }).press('Enter')
    await page.keyboard.type('港口')
    await page.keyboard.press('Tab')
    await page.keyboard.type('The port')
    await page.getByRole('button', { name: field('field.figure-add') }).press('Enter')
    await page.getByLabel(field('field.value'), { exact: true }).fill('684')
    await page.getByRole('button', { name: part('list-add.panels') }).press('Enter')
    await page.keyboard.type('海')
    const up = page.getByRole('button', { name: part('list.up', { name: '海' }) })
    await up.press('Enter')
    await expect.poll(() => page.locator('.item-open').allTextContents()).toEqual(['海', 'The port'])
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: part('list.remove', { name: '海' }) }).press('Enter')
    await expect.poll(() => page.locator('.item-open').allTextContents()).toEqual(['The port'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('.item-open').allTextContents()).toEqual(['海', 'The port'])
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(() => page.locator('.item-open').allTextContents()).toEqual(['The port'])
    await saved(page)
    await expectAccessible(page)
    await open(page, 'part.publish')
    await picture(page, 'studio/missing')
    await expectAccessible(page)
    await page.getByRole('link', { name: /The port/ }).click()
    await page.getByLabel(inEnglish(field('field.source'))).fill('Bureau of Statistics')
    await page.getByLabel(inEnglish(field('field.label'))).fill('Throughput')
    await page
      .getByLabel(field('field.picture-choose'))
      .setInputFiles({ name: 'port.svg', mimeType: 'image/svg+xml', buffer: PORT })
    await page.getByRole('button', { name: field('field.picture-remove') }).waitFor()
    await page.getByLabel(inEnglish(field('field.alt'))).fill('Cranes at the quay')
    await saved(page)
    await picture(page, 'studio/panel')
    await expectAccessible(page)
  })

  it('[UI-105] [UI-102] [UI-97] [BOOTH-22] goes to the desk and back, and is seen in the hall without a reload', async () => {
    await operator.page.goto('/desk')
    await expect.poll(() => operator.page.getByRole('switch', { name: booths('booths.review') }).isChecked()).toBe(true)
    await submit(staff.page)
    const desk = operator.page
    await desk.getByRole('button', { name: `${booths('booths.changes')} Qingdao` }).click()
    await desk.getByText('Where the Yellow River').waitFor()
    await picture(desk, 'studio/desk-changes')
    await expectAccessible(desk)
    await desk.keyboard.press('Escape')
    await desk.getByRole('link', { name: checks('checks.look-of', { city: 'Qingdao', n: 1 }) }).click()
    await desk.getByText('which waits for approval').waitFor()
    await desk.getByText('Come in, the tide is right').waitFor()
    await picture(desk, 'studio/desk-preview')
    await expectAccessible(desk)
    await desk.goBack()
    await desk.getByText(checks('checks.panels', { count: 1 })).waitFor()
    await picture(desk, 'studio/desk-queue')
    await desk.getByRole('button', { name: `${booths('booths.return')} Qingdao` }).click()
    await desk.getByLabel(booths('booths.remark-return')).fill('Please name the sea.')
    await expectAccessible(desk)
    await desk.getByRole('button', { name: booths('booths.return-go'), exact: true }).click()
    await standing(staff.page, 'returned').getByText('Please name the sea.').waitFor()
    await picture(staff.page, 'studio/returned')
    await asksBeforeLeaving(staff)
    await write(staff.page, 'Where the Yellow River’s goods meet the Yellow Sea.')
    await submit(staff.page)
    await approve(desk)
    await visitor.page.getByText('meet the Yellow Sea').first().waitFor()
    await visitor.page.getByText('Come in, the tide is high').first().waitFor()
    await visitor.page
      .getByRole('button', { name: HALL_WORDS['hall.more-of'].en.replace('{place}', 'Qingdao') })
      .click()
    await visitor.page.getByText('Bureau of Statistics').waitFor()
    await visitor.page.getByRole('img', { name: 'Cranes at the quay' }).waitFor()
    await picture(visitor.page, 'studio/visitor')
    await expectAccessible(visitor.page)
    await visitor.page.keyboard.press('Escape')
    await standing(staff.page, 'shown')
      .getByText(publish('publish.shown', { n: 2 }))
      .waitFor()
  })

  it('[UI-105] an earlier version is shown again in one step, after a question', async () => {
    await write(staff.page, 'A third text.')
    await submit(staff.page)
    await approve(operator.page)
    await visitor.page.getByText('A third text.').first().waitFor()
    const { page } = staff
    await page
      .getByRole('button', { name: `${publish('publish.show')}: ${publish('publish.version', { n: 2 })}` })
      .click()
    await page.getByText(publish('publish.show-what', { n: 2 })).waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: publish('publish.show'), exact: true })
      .click()
    await visitor.page.getByText('meet the Yellow Sea').first().waitFor()
    await picture(page, 'studio/published')
    await expectAccessible(page)
  })

  it('[BOOTH-8] taken down by the desk, it is gone for who is in the hall, and comes back', async () => {
    const { page } = operator
    await page.getByRole('button', { name: `${booths('booths.take-down')} Qingdao` }).click()
    await page.getByLabel(booths('booths.remark-down')).fill('A complaint.')
    await page.getByRole('button', { name: booths('booths.down-go'), exact: true }).click()
    await visitor.page.getByText('meet the Yellow Sea').first().waitFor({ state: 'hidden' })
    await standing(staff.page, 'down').getByText('A complaint.').waitFor()
    await page.getByRole('button', { name: `${booths('booths.put-up')} Qingdao` }).click()
    await visitor.page.getByText('meet the Yellow Sea').first().waitFor()
  })

  it('[UI-133] is taken along as a zip and brought in again after a question; one step back undoes it', async () => {
    const { page } = staff
    await write(page, 'Before it was taken along.')
    await open(page, 'part.publish')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: along('along.take') }).click()
    const path = join(emptyFolder('along'), 'qingdao.zip')
    await (await coming).saveAs(path)
    await write(page, 'After it was taken along.')
    await open(page, 'part.publish')
    await page.getByLabel(along('along.bring')).setInputFiles(path)
    await page.getByRole('button', { name: along('along.put') }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: along('along.put') }).click()
    await page.getByText('Before it was taken along.').waitFor()
    await picture(page, 'studio/along')
    await expectAccessible(page)
    await page.getByRole('button', { name: along('along.sure-go') }).click()
    await open(page, 'part.front')
    const summary = page.getByLabel(inEnglish(field('field.summary')))
    await expect.poll(() => summary.inputValue()).toBe('Before it was taken along.')
    await page.getByRole('button', { name: part('save.undo') }).click()
    await expect.poll(() => summary.inputValue()).toBe('After it was taken along.')
    await saved(page)
  })

  it('[UI-95] [UI-98] two who write the same part see each other, and choose between both texts', async () => {
    const { page, context } = staff
    const summary = (of: Page) => of.getByLabel(inEnglish(field('field.summary')))
    await open(page, 'part.front')
    await operator.page.goto('/studio/qingdao/front')
    await page.getByText(part('lock.other', { name: '运营 Operator' })).waitFor()
    await context.setOffline(true)
    await summary(page).fill('Mine.')
    await page.locator('[data-saving="waiting"]').waitFor()
    await summary(operator.page).fill('Theirs.')
    await saved(operator.page)
    await context.setOffline(false)
    await page.getByText(part('both.lead', { name: '运营 Operator' })).waitFor({ timeout: 60_000 })
    await picture(page, 'studio/both')
    await expectAccessible(page)
    await page.getByRole('button', { name: part('both.take-theirs', { name: '运营 Operator' }) }).click()
    await expect.poll(() => summary(page).inputValue()).toBe('Theirs.')
    await page.getByRole('button', { name: part('save.undo') }).click()
    await expect.poll(() => summary(page).inputValue()).toBe('Mine.')
    await saved(page)
    await expect.poll(() => summary(operator.page).inputValue()).toBe('Mine.')
    expectClean(staff, operator, visitor)
  })
})
