// What staff do outside the hall, by the names they read (English): sign in by link, plan a session, put a model up.

import type { Page } from 'playwright-core'
import type { SessionKind } from '../../shared/session/kinds.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import { DESK_BOOTH_WORDS } from '../../shared/words/desk-booths.ts'
import { HOST_WORDS } from '../../shared/words/host.ts'
import { PUBLISH_WORDS } from '../../shared/words/publish.ts'
import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import { inWords } from './words.ts'

const desk = inWords(DESK_WORDS, 'en')
const host = inWords(HOST_WORDS, 'en')
const studio = inWords(STUDIO_WORDS, 'en')
/** A model is judged within 20 s and made light within 60; a busy machine may queue. */
const MODEL_LIMIT = 150_000

/** Uses a one-time link and waits until it has led on: to the desk, or one city's studio. */
export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.waitForURL((url) => /^\/(desk|studio)/.test(url.pathname))
}

/** Plans a session at the desk; resolves to the path of its invitation. */
export async function planSession(page: Page, kind: SessionKind, zh: string, en: string): Promise<string> {
  await page.goto('/desk')
  await page.getByLabel(desk('desk.kind')).selectOption(kind)
  await page.getByLabel(desk('desk.title-zh')).fill(zh)
  await page.getByLabel(desk('desk.title-en')).fill(en)
  await page.getByRole('button', { name: desk('desk.plan-go'), exact: true }).click()
  const address = await handedOut(page, 'host.link-invitation')
  return new URL(address).pathname
}

/** One of the links a host hands out, as it stands on the page. */
export async function handedOut(
  page: Page,
  which: 'host.link-invitation' | 'host.link-stage' | 'host.link-code',
): Promise<string> {
  const entry = page
    .locator('.handed')
    .filter({ hasText: host(which) })
    .locator('code')
  return (await entry.textContent()) ?? ''
}

/** Uploads a file in the studio and waits until it stands in the draft. */
export async function uploadModel(page: Page, path: string): Promise<void> {
  await page.getByLabel(studio('studio.choose')).setInputFiles(path)
  const live = page.getByRole('listitem').filter({ hasText: studio('studio.ready') })
  await live.and(page.locator('[aria-current="step"]')).waitFor({ timeout: MODEL_LIMIT })
}

/** Sends the draft of a city's booth to the desk, from its studio. */
export async function submitBooth(page: Page, city: string): Promise<void> {
  await page.goto(`/studio/${city}/publish?level=none`)
  await page.getByRole('button', { name: PUBLISH_WORDS['publish.submit'].en }).click()
  await page.locator('[data-standing="waiting"]').waitFor()
}

/** Approves what waits for the desk. @param name of the city, as it is read */
export async function approveBooth(page: Page, name: string): Promise<void> {
  await page.goto('/desk')
  await page.getByRole('button', { name: `${DESK_BOOTH_WORDS['booths.approve'].en} ${name}` }).click()
}
