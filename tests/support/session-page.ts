// What people do in a session, by the names they read: come in by link, open the panel, go along, ask; and as host, step, invite,
// take a question through its states. English words unless said otherwise.

import type { Locator, Page } from 'playwright-core'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { HOST_WORDS } from '../../shared/words/host.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { inWords } from './words.ts'

const hall = inWords(HALL_WORDS, 'en')
const tour = inWords(TOUR_WORDS, 'en')
const host = inWords(HOST_WORDS, 'en')

/** Comes in by an invitation, giving a name at the door; a tour takes one along at once. */
export async function joinByLink(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path)
  await page.getByLabel(tour('tour.name')).fill(name)
  await page.getByRole('button', { name: new RegExp(`^(${tour('tour.join-follow')}|${tour('tour.join')})$`) }).click()
  await panel(page)
}

/** The session's panel, opened where the window is too narrow to show it from the start; it then covers its opener. */
export async function panel(page: Page): Promise<Locator> {
  const side = page.getByRole('complementary', { name: hall('hall.session') })
  const opener = page.getByRole('button', { name: hall('hall.session'), exact: true })
  await side.or(opener).first().waitFor()
  if (!(await side.isVisible())) await opener.click()
  await side.waitFor()
  return side
}

/** Closes the panel, so that it does not cover the hall. */
export async function closePanel(page: Page): Promise<void> {
  const side = page.getByRole('complementary', { name: hall('hall.session') })
  if (!(await side.isVisible())) return
  await side.getByRole('button', { name: COMMON_WORDS['common.close'].en, exact: true }).click()
  await side.waitFor({ state: 'hidden' })
}

/** Waits until the panel says that the tour stands at stop `n` (from 1). */
export async function atStop(page: Page, n: number, of = 23): Promise<void> {
  await (await panel(page)).getByText(tour('tour.stop', { n, of }), { exact: true }).first().waitFor()
}

export async function ask(page: Page, text: string): Promise<void> {
  const side = await panel(page)
  await side.getByLabel(tour('ask.label')).fill(text)
  await side.getByRole('button', { name: tour('ask.send'), exact: true }).click()
  await side.getByRole('listitem').filter({ hasText: text }).waitFor()
}

/** Opens one of the host's tabs and returns it. */
export async function hostTab(
  page: Page,
  name: 'host.lead' | 'host.queue' | 'host.polls' | 'host.people' | 'host.links',
): Promise<Locator> {
  const side = await panel(page)
  await side.getByRole('tab', { name: new RegExp(`^${host(name)}`) }).click()
  return side.getByRole('tabpanel')
}

/** The next stop of the tour; the first one when there was none. */
export async function nextStop(page: Page): Promise<void> {
  const tab = await hostTab(page, 'host.lead')
  await tab.getByRole('button', { name: new RegExp(`${host('host.first')}|${host('host.next')}`) }).click()
}

/** Presses one of the buttons under a question in the host's queue. */
export async function questionStep(page: Page, text: string, step: 'host.show' | 'host.stage'): Promise<void> {
  const tab = await hostTab(page, 'host.queue')
  const entry = tab.getByRole('listitem').filter({ hasText: text })
  await entry.getByRole('button', { name: host(step), exact: true }).click()
}

/** Marks the question on stage as answered. */
export async function answerStaged(page: Page): Promise<void> {
  const tab = await hostTab(page, 'host.queue')
  await tab
    .getByRole('button', { name: host('host.answer'), exact: true })
    .first()
    .click()
}
