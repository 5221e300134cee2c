// What opens over the hall and beside it: the door, the host's tabs, settings, help, places. Without 3D, so that it is quick; the
// same panels stand over the picture. Nothing axe would object to, and all of it within reach of Tab.

import { beforeAll, describe, expect, it } from 'vitest'
import { HALL_WORDS } from '../../../shared/words/hall.ts'
import { TOUR_WORDS } from '../../../shared/words/tour.ts'
import { planSession, signIn } from '../../support/desk-page.ts'
import { expectTabReaches } from '../../support/keyboard.ts'
import { DESKTOP, expectAccessible, expectClean, picture } from '../../support/page.ts'
import { hostTab, joinByLink } from '../../support/session-page.ts'
import { openSite } from '../../support/site.ts'

const site = openSite()
let invitation: string
beforeAll(async () => {
  const desk = await site.visitor({ viewport: DESKTOP })
  await signIn(desk.page, site.server.link('host'))
  invitation = await planSession(desk.page, 'project-roadshow', '面板', 'Panels')
  await joinByLink(desk.page, `${invitation}?level=none`, 'Li Na')
  // Whoever starts it is not told to wait for the host.
  await desk.page.getByText(TOUR_WORDS['tour.planned-help-lead'].en).first().waitFor()
  for (const tab of ['host.lead', 'host.queue', 'host.polls', 'host.people', 'host.links'] as const) {
    await hostTab(desk.page, tab)
    await picture(desk.page, `panels/${tab}`)
    await expectAccessible(desk.page)
  }
  await expectTabReaches(desk.page)
  expectClean(desk)
  await desk.close()
})

describe('panels', () => {
  it('[UI-81] the door to a session', async () => {
    const guest = await site.visitor({ viewport: DESKTOP })
    await guest.page.goto(`${invitation}?level=none`)
    await guest.page.getByLabel(TOUR_WORDS['tour.name'].en).waitFor()
    await picture(guest.page, 'panels/door')
    await expectAccessible(guest.page)
    await expectTabReaches(guest.page)
    expectClean(guest)
    await guest.close()
  })

  it('[UI-81] the sheets of the hall, opened and closed by keyboard', async () => {
    const { page, ...visitor } = await site.visitor({ viewport: DESKTOP })
    await page.goto('/hall?level=none')
    await page.getByRole('heading', { name: HALL_WORDS['flat.chosen'].en }).waitFor()
    await expectTabReaches(page)
    for (const [word, name] of [
      ['hall.places-short', 'hall.places'],
      ['hall.help', 'help.title'],
      ['hall.settings', 'settings.title'],
    ] as const) {
      const tool = page
        .getByRole('navigation', { name: HALL_WORDS['hall.tools'].en })
        .getByRole('button', { name: HALL_WORDS[word].en })
      await tool.focus()
      await page.keyboard.press('Enter')
      const sheet = page.getByRole('dialog', { name: HALL_WORDS[name].en })
      await sheet.waitFor()
      await picture(page, `panels/${word}`)
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'hidden' })
      await expect.poll(() => tool.evaluate((one) => one === document.activeElement)).toBe(true)
    }
    expect(visitor.problems).toEqual([])
    await visitor.close()
  })

  it('[UI-81] the lobby and the desk are within reach of Tab', async () => {
    const operator = await site.visitor({ viewport: DESKTOP })
    await operator.page.goto('/')
    await operator.page.getByRole('heading', { level: 1 }).waitFor()
    await expectTabReaches(operator.page)
    await signIn(operator.page, site.server.link('operator'))
    await operator.page.goto('/desk')
    await operator.page.getByRole('heading', { level: 1 }).first().waitFor()
    await expectTabReaches(operator.page)
    await operator.page.goto('/studio/qingdao')
    await operator.page.getByRole('heading', { level: 1 }).first().waitFor()
    await expectTabReaches(operator.page)
    expectClean(operator)
    await operator.close()
  })
})
