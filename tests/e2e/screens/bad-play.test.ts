// What people do that nobody planned: pressing twice, going back, two tabs, a wrong file, a wrong code, a server that is away.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { HALL_WORDS } from '../../../shared/words/hall.ts'
import { ROOM_WORDS } from '../../../shared/words/room.ts'
import { STUDIO_WORDS } from '../../../shared/words/studio.ts'
import { TOUR_WORDS } from '../../../shared/words/tour.ts'
import { planSession, signIn } from '../../support/desk-page.ts'
import { DESKTOP, expectAccessible, expectClean, PHONE, picture, SERVER_GONE } from '../../support/page.ts'
import { emptyFolder } from '../../support/paths.ts'
import { hostTab, joinByLink, panel } from '../../support/session-page.ts'
import { openSite } from '../../support/site.ts'

const site = openSite()
let invitation: string
beforeAll(async () => {
  const host = await site.visitor({ viewport: DESKTOP })
  await signIn(host.page, site.server.link('host'))
  invitation = await planSession(host.page, 'guided-tour', '误操作', 'Bad play')
  await joinByLink(host.page, `${invitation}?level=none`, 'Li Na')
  await (await hostTab(host.page, 'host.lead')).getByRole('button', { name: 'Start', exact: true }).click()
})

describe('bad play', () => {
  it('[UI-34] a question sent by a double click is asked once', async () => {
    const guest = await site.visitor({ viewport: DESKTOP })
    await joinByLink(guest.page, `${invitation}?level=none`, 'Anna')
    const side = await panel(guest.page)
    await side.getByLabel(TOUR_WORDS['ask.label'].en).fill('Twice?')
    await side.getByRole('button', { name: TOUR_WORDS['ask.send'].en, exact: true }).dblclick()
    await side.getByRole('listitem').filter({ hasText: 'Twice?' }).first().waitFor()
    await guest.page.reload()
    await joinByLink(guest.page, `${invitation}?level=none`, 'Anna')
    await (await panel(guest.page)).getByRole('listitem').filter({ hasText: 'Twice?' }).first().waitFor()
    expect(await (await panel(guest.page)).getByRole('listitem').filter({ hasText: 'Twice?' }).count()).toBe(1)
    expectClean(guest)
    await guest.close()
  })

  it('[UI-34] the back button leads out of a session and in again', async () => {
    const guest = await site.visitor({ viewport: DESKTOP })
    await guest.page.goto('/?level=none')
    await guest.page.getByRole('heading', { level: 1 }).waitFor()
    await joinByLink(guest.page, `${invitation}?level=none`, 'Back')
    await guest.page.goBack()
    await guest.page.waitForURL((url) => url.pathname === '/')
    await guest.page.goForward()
    await (await panel(guest.page)).getByLabel(TOUR_WORDS['ask.label'].en).waitFor()
    // What lies over the page is closed first.
    await guest.page.getByRole('button', { name: HALL_WORDS['hall.help'].en, exact: true }).dblclick()
    await guest.page.getByRole('dialog').waitFor()
    await guest.page.goBack()
    await guest.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await (await panel(guest.page)).getByLabel(TOUR_WORDS['ask.label'].en).waitFor()
    expectClean(guest)
    await guest.close()
  })

  it('[UI-34] what one asks in one tab stands in one’s other tab at once', async () => {
    const guest = await site.visitor({ viewport: DESKTOP })
    await joinByLink(guest.page, `${invitation}?level=none`, 'Two tabs')
    const second = await guest.context.newPage()
    await joinByLink(second, `${invitation}?level=none`, 'Two tabs')
    const side = await panel(guest.page)
    await side.getByLabel(TOUR_WORDS['ask.label'].en).fill('From the first tab')
    await side.getByRole('button', { name: TOUR_WORDS['ask.send'].en, exact: true }).click()
    await (await panel(second)).getByRole('listitem').filter({ hasText: 'From the first tab' }).waitFor()
    expectClean(guest)
    await guest.close()
  })

  it('[UI-34] a file that is no model is refused in words, and the booth keeps what it had', {
    timeout: 200_000,
  }, async () => {
    const staff = await site.visitor({ viewport: DESKTOP, expected: [/status of 4\d\d/] })
    await signIn(staff.page, site.server.link('qingdao'))
    await staff.page.goto('/studio/qingdao')
    const wrong = join(emptyFolder('wrong'), 'holiday.glb')
    writeFileSync(wrong, 'this is a letter, not a model')
    await staff.page.getByLabel(STUDIO_WORDS['studio.choose'].en).setInputFiles(wrong)
    await staff.page
      .getByText(STUDIO_WORDS['studio.refused'].en)
      .or(staff.page.getByRole('alert'))
      .first()
      .waitFor({ timeout: 120_000 })
    await picture(staff.page, 'screens/studio-refused')
    await staff.page.getByText(STUDIO_WORDS['studio.current-none'].en).waitFor()
    await expectAccessible(staff.page)
    expectClean(staff)
    await staff.close()
  })

  it('[UI-34] a wrong join code is refused in words and keeps what was typed', async () => {
    const phone = await site.visitor({ viewport: PHONE, expected: [/status of 4\d\d/] })
    await phone.page.goto('/join')
    await phone.page.getByLabel(ROOM_WORDS['phone.code'].en).fill('ZZZZZ')
    await phone.page.getByRole('button', { name: ROOM_WORDS['phone.join'].en, exact: true }).click()
    await phone.page.locator('.wrong').filter({ hasText: /./ }).waitFor()
    expect(await phone.page.getByLabel(ROOM_WORDS['phone.code'].en).inputValue()).toBe('ZZZZZ')
    // And can be mended: what was refused once is asked again.
    await phone.page.getByLabel(ROOM_WORDS['phone.code'].en).fill('YYYYY')
    const asked = phone.page.waitForRequest('**/api/join-code')
    await phone.page.getByRole('button', { name: ROOM_WORDS['phone.join'].en, exact: true }).click()
    expect((await asked).postDataJSON()).toEqual({ code: 'YYYYY' })
    await expectAccessible(phone.page)
    expectClean(phone)
    await phone.close()
  })

  it('[UI-35] a server that is away is said in words, and one is back by oneself when it returns', {
    timeout: 200_000,
  }, async () => {
    const guest = await site.visitor({ viewport: DESKTOP, expected: SERVER_GONE })
    // The upgrade follows the first connection: once it has begun there is a line to lose.
    const upgrade = guest.page.waitForEvent('websocket')
    await guest.page.goto('/hall?level=none')
    await (await upgrade).waitForEvent('framereceived')
    expect(await site.server.stop()).toBe(0)
    const restarting = guest.page.getByText(COMMON_WORDS['common.line-draining'].en)
    await restarting.or(guest.page.getByText(COMMON_WORDS['common.line-lost'].en)).first().waitFor()
    await expectAccessible(guest.page)
    await site.startAgain()
    await guest.page.getByText(COMMON_WORDS['common.line-back'].en).waitFor({ timeout: 90_000 })
    expectClean(guest)
    await guest.close()
  })
})
