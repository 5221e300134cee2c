// Leading and being led, by what people press: a step of one's own sets free, a key brings back, stragglers are gathered, applause is
// seen by who leads, the lead goes to a co-host and back, and the end is asked for twice. One story: the steps share what came before.

import { describe, expect, it } from 'vitest'
import { PLOTS } from '../../../shared/hall/layout.ts'
import { approachPose } from '../../../shared/hall/where.ts'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { HALL_WORDS } from '../../../shared/words/hall.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import { TOUR_WORDS } from '../../../shared/words/tour.ts'
import { planSession, signIn } from '../../support/desk-page.ts'
import { arrived, distance, hallReady, placeOf, walk } from '../../support/hall-page.ts'
import { DESKTOP, expectAccessible, expectClean, picture, type Visitor } from '../../support/page.ts'
import { atStop, closePanel, hostTab, joinByLink, nextStop, panel } from '../../support/session-page.ts'
import { openSite } from '../../support/site.ts'
import { inWords } from '../../support/words.ts'

const tour = inWords(TOUR_WORDS, 'en')
const words = inWords(HOST_WORDS, 'en')
const hall = inWords(HALL_WORDS, 'en')
const stopPlace = (n: number) => {
  const plot = PLOTS.filter(({ id }) => id !== 'guest')[n - 1]
  if (!plot) throw new Error(`there is no stop ${n}`)
  return approachPose(plot)
}

const site = openSite()
let host: Visitor
let walker: Visitor
let other: Visitor

const press = async ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true }).first().click()
/** Somebody's entry in the list of people has a menu of what may be done. */
async function act(leader: Visitor, name: string, what: string): Promise<void> {
  const people = await hostTab(leader.page, 'host.people')
  await people.getByRole('button', { name: `${name}: ${words('host.role')}` }).click()
  await leader.page.getByRole('menuitem', { name: what, exact: true }).click()
}

describe('a group and who leads it', () => {
  it('[UI-70] a step of one’s own sets free, and the key R brings back to the guide', {
    timeout: 300_000,
  }, async () => {
    host = await site.visitor({ viewport: DESKTOP })
    await signIn(host.page, site.server.link('host'))
    const invitation = await planSession(host.page, 'guided-tour', '同行', 'Together')
    await joinByLink(host.page, `${invitation}?level=none`, 'Li Na')
    await hostTab(host.page, 'host.lead')
    await press(host, words('host.start'))
    walker = await site.visitor()
    other = await site.visitor({ viewport: DESKTOP })
    await joinByLink(other.page, `${invitation}?level=none`, 'Anna Weber')
    await joinByLink(walker.page, `${invitation}?level=low`, 'Kim Minjun')
    await hallReady(walker.page)
    await nextStop(host.page)
    await closePanel(walker.page)
    await arrived(walker.page, stopPlace(1), 1)

    const said = walker.page.getByText(tour('tour.broke')).waitFor()
    await walk(walker.page, 's', 2)
    await said
    expect(distance(await placeOf(walker.page), stopPlace(1))).toBeGreaterThan(1)
    await walker.page.keyboard.press('r')
    await arrived(walker.page, stopPlace(1), 1)
    await (await panel(walker.page)).getByText(tour('tour.following')).waitFor()
  })

  it('[UI-71] gathering brings beside the guide who walks alone, but nobody who never wants to be taken along', {
    timeout: 300_000,
  }, async () => {
    await closePanel(walker.page)
    await walk(walker.page, 's', 2)
    await (await hostTab(host.page, 'host.lead'))
      .getByRole('button', { name: words('host.gather'), exact: true })
      .click()
    await walker.page.getByText(tour('tour.gathered')).waitFor()
    await arrived(walker.page, stopPlace(1), 1)

    await press(walker, hall('hall.settings'))
    await walker.page.getByText(hall('settings.never-follow')).click()
    await walker.page
      .getByRole('switch', { name: hall('settings.never-follow'), checked: true })
      .waitFor({ state: 'attached' })
    await walker.page.keyboard.press('Escape')
    await walker.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await walk(walker.page, 's', 2)
    await press(other, tour('tour.walk-alone'))
    const alone = await placeOf(walker.page)
    await press(host, words('host.gather-all'))
    await other.page.getByText(tour('tour.gathered')).waitFor()
    await nextStop(host.page)
    await atStop(walker.page, 2)
    expect(distance(alone, await placeOf(walker.page))).toBeLessThan(1)
    await picture(walker.page, 'session/never-taken-along')
  })

  it('[UI-72] who leads sees the applause of the others', async () => {
    await press(other, tour('react.applause'))
    const seen = (await hostTab(host.page, 'host.lead')).getByRole('button', { name: tour('react.applause') })
    await seen.filter({ hasText: '1' }).waitFor()
    await picture(host.page, 'session/applause')
  })

  it('[UI-73] a guest is made co-host, is handed the lead, leads on, and gives it back', {
    timeout: 200_000,
  }, async () => {
    await act(host, 'Anna Weber', words('host.give-role', { role: words('role.co-host') }))
    await other.page.getByRole('tab', { name: words('host.lead'), exact: true }).waitFor()
    await act(host, 'Anna Weber', words('host.hand-over'))
    await picture(other.page, 'session/offered')
    await expectAccessible(other.page)
    await press(other, words('host.accept'))
    await (await hostTab(host.page, 'host.lead')).getByText(words('host.leads', { name: 'Anna Weber' })).waitFor()
    await nextStop(other.page)
    await atStop(walker.page, 3)
    await act(other, 'Li Na', words('host.hand-over'))
    await press(host, words('host.accept'))
    await (await hostTab(host.page, 'host.lead')).getByText(words('host.you-lead')).waitFor()
    await expectAccessible(host.page)
  })

  it('[UI-74] the end is asked for twice; then it is over for everyone', async () => {
    await press(host, words('host.end'))
    const sure = host.page.getByRole('dialog', { name: words('host.end-sure') })
    await expectAccessible(host.page)
    await sure.getByRole('button', { name: COMMON_WORDS['common.cancel'].en, exact: true }).click()
    await sure.waitFor({ state: 'hidden' })
    await atStop(walker.page, 3)
    await press(host, words('host.end'))
    await sure.getByRole('button', { name: words('host.end-yes'), exact: true }).click()
    for (const { page } of [host, walker, other]) await (await panel(page)).getByText(tour('tour.ended')).waitFor()
    await picture(other.page, 'session/ended')
    expectClean(host, walker, other)
  })
})
