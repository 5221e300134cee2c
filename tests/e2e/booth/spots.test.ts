// Spots of a booth, from the studio to who walks the hall: a text and a film are put into the booth by keyboard and on the plan,
// published, then found on the booth's card, walked up to and opened. In a real browser, the hall in 3D.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { placeInHall } from '../../../shared/booth/spots.ts'
import { plotById } from '../../../shared/hall/layout.ts'
import { SPOT_WORDS } from '../../../shared/words/spots.ts'
import { FIELD_WORDS } from '../../../shared/words/studio-fields.ts'
import { PART_WORDS } from '../../../shared/words/studio-parts.ts'
import { SPOT_FIELD_WORDS } from '../../../shared/words/studio-spots.ts'
import { approveBooth, signIn, submitBooth } from '../../support/desk-page.ts'
import { arrived, hallReady } from '../../support/hall-page.ts'
import { must } from '../../support/must.ts'
import { DESKTOP, expectAccessible, expectClean, picture, type Visitor } from '../../support/page.ts'
import { ROOT } from '../../support/paths.ts'
import { openSite } from '../../support/site.ts'
import { inWords } from '../../support/words.ts'

const part = inWords(PART_WORDS, 'en')
const field = inWords(FIELD_WORDS, 'en')
const spots = inWords(SPOT_FIELD_WORDS, 'en')
const spot = inWords(SPOT_WORDS, 'en')

const FILM = readFileSync(join(ROOT, 'tests/support/film.webm'))

const site = openSite()
let staff: Visitor
let visitor: Visitor
beforeAll(async () => {
  ;[staff, visitor] = await Promise.all([
    site.visitor({ viewport: DESKTOP }),
    site.visitor({ viewport: { width: 640, height: 520 } }),
  ])
  await signIn(staff.page, site.server.link('qingdao'))
})

const inEnglish = (name: string) => field('field.in-en', { field: name })
const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor()
const name = (page: Page) => page.getByLabel(inEnglish(field('field.name')))

describe('spots of a booth', () => {
  it('[UI-108] [UI-109] are added in the studio: named, filled, put on the plan by click and keys', async () => {
    const { page } = staff
    await page.goto('/studio/qingdao/spots')
    await page.getByRole('button', { name: part('list-add.spots') }).press('Enter')
    await name(page).fill('The port')
    await page.getByLabel(inEnglish(field('field.text'))).fill('Where the Yellow River’s goods meet the sea.')
    const plan = page.getByRole('application')
    const box = must(await plan.boundingBox())
    await plan.click({ position: { x: box.width * 0.3, y: box.height * 0.6 } })
    const across = page.getByLabel(spots('spots.across'))
    const before = Number(await across.inputValue())
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => across.inputValue()).toBe(String(Math.round((before + 0.1) * 10) / 10))
    await page.getByRole('button', { name: part('list-add.spots') }).press('Enter')
    await name(page).fill('The harbour film')
    await page.getByRole('radio', { name: spots('spots.kind-film') }).press('Space')
    await saved(page)
    await page.goto('/studio/qingdao/publish')
    await page.getByRole('link', { name: /The harbour film/ }).click()
    await page
      .getByLabel(spots('spots.film-choose'))
      .setInputFiles({ name: 'harbour.webm', mimeType: 'video/webm', buffer: FILM })
    await page.getByText('harbour.webm').waitFor()
    await expect.poll(() => page.locator('video').evaluate((film: HTMLVideoElement) => film.videoWidth)).toBe(160)
    await saved(page)
    await picture(page, 'spots/studio')
    await expectAccessible(page)
  })

  it('[UI-111] [UI-112] [HALL-31] are gone to and opened in the hall, by keyboard and by click', async () => {
    await submitBooth(staff.page, 'qingdao')
    const desk = await site.visitor({ viewport: DESKTOP })
    await signIn(desk.page, site.server.link('operator'))
    await approveBooth(desk.page, 'Qingdao')
    await staff.page.locator('[data-standing="shown"]').waitFor()
    const { page } = visitor
    await page.goto('/hall/qingdao?level=low')
    await hallReady(page)
    const opener = (called: string, kind: 'text' | 'film') =>
      page.getByRole('button', { name: spot('spot.open', { name: called, kind: spot(`spot.${kind}`) }) })
    await opener('The port', 'text').press('Enter')
    const sheet = page.getByRole('dialog', { name: 'The port' })
    await sheet.getByText('goods meet the sea').waitFor()
    const reply = (await (await fetch(`${site.server.origin}/api/booths/qingdao`)).json()) as {
      value: { content: { spots: { at: { x: number; y: number; z: number } }[] } }
    }
    const at = must(reply.value.content.spots[0]).at
    await arrived(page, placeInHall(must(plotById('qingdao')), at), 2.5)
    await picture(page, 'spots/hall-text')
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    const focused = () => opener('The port', 'text').evaluate((one) => one === document.activeElement)
    await expect.poll(focused).toBe(true)
    await opener('The harbour film', 'film').click()
    const film = page.getByRole('dialog').locator('video')
    await expect.poll(() => film.evaluate((one: HTMLVideoElement) => [one.videoWidth, one.paused])).toEqual([160, true])
    await expectAccessible(page)
    await picture(page, 'spots/hall-film')
    expectClean(staff, desk, visitor)
  })
})
