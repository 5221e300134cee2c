// The main job, first half, with real browsers and the real server: from an empty folder to a guided tour that goes on after
// kill −9. The steps are one story and share what came before; pictures of each land in tests/e2e/pictures/main-job.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PLOTS } from '../../../shared/hall/layout.ts'
import { approachPose } from '../../../shared/hall/where.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import { LOBBY_WORDS } from '../../../shared/words/lobby.ts'
import { TOUR_WORDS } from '../../../shared/words/tour.ts'
import { approveBooth, planSession, signIn, submitBooth, uploadModel } from '../../support/desk-page.ts'
import { arrived, distance, hallReady, placeOf, showsOwnModel, walk } from '../../support/hall-page.ts'
import {
  DESKTOP,
  expectAccessible,
  expectClean,
  lineBack,
  lineLost,
  picture,
  SERVER_GONE,
  type Visitor,
} from '../../support/page.ts'
import { ROOT } from '../../support/paths.ts'
import {
  answerStaged,
  ask,
  atStop,
  closePanel,
  hostTab,
  joinByLink,
  nextStop,
  panel,
  questionStep,
} from '../../support/session-page.ts'
import { openSite } from '../../support/site.ts'
import { inWords } from '../../support/words.ts'

const MODEL = join(ROOT, 'tests/fixtures/models/bridge-garden-meshopt.glb')
const QUESTION = 'Which port ships refrigerated goods to Busan?'
const SECOND = 'Is there a bonded warehouse?'
const tour = inWords(TOUR_WORDS, 'en')
/** The city whose staff gets a link at the start. */
const city = 'qingdao'
const stopPlace = (n: number) => {
  const plot = PLOTS.filter(({ id }) => id !== 'guest')[n - 1]
  if (!plot) throw new Error(`there is no stop ${n}`)
  return approachPose(plot)
}

const site = openSite()
let host: Visitor
let near: Visitor
let far: Visitor
let invitation: string
const shot = (visitor: Visitor, name: string) => picture(visitor.page, `main-job/${name}`)

describe('from an empty folder to a tour that survives kill −9', () => {
  it('[UI-40] [BOOTH-21] a city uploads a real model, the desk approves, and somebody in the hall sees it without a reload', {
    timeout: 400_000,
  }, async () => {
    const walker = await site.visitor()
    await walker.page.goto('/?level=low')
    await shot(walker, '01-lobby')
    await walker.page.getByRole('link', { name: LOBBY_WORDS['lobby.enter'].en }).first().click()
    await hallReady(walker.page)
    const from = await placeOf(walker.page)
    await walk(walker.page, 'w', 2)
    expect(distance(from, await placeOf(walker.page))).toBeGreaterThanOrEqual(2)
    await shot(walker, '02-hall')
    await walker.page.goto(`/hall/${city}?level=low`)
    await hallReady(walker.page)
    await shot(walker, '03-booth-before')

    const staff = await site.visitor({ viewport: DESKTOP })
    await signIn(staff.page, site.server.link(city))
    await staff.page.goto(`/studio/${city}?level=none`)
    await uploadModel(staff.page, MODEL)
    await shot(staff, '04-studio')
    await expectAccessible(staff.page)
    await submitBooth(staff.page, city)
    const operator = await site.visitor({ viewport: DESKTOP })
    await signIn(operator.page, site.server.link('operator'))
    expect(await walker.page.evaluate(() => window.__parlorHall?.ownModels)).toEqual([])
    await approveBooth(operator.page, 'Qingdao')
    await showsOwnModel(walker.page, city)
    await shot(walker, '05-booth-after')
    expect(await walker.page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1)
    expectClean(walker, staff, operator)
    for (const one of [walker, staff, operator]) await one.close()
  })

  it('[UI-83] a model whose bytes are broken leaves its booth furnished and the hall as it was', async () => {
    const visitor = await site.visitor({ expected: [/model|glTF|JSON|Unexpected|THREE|error boundary|React/i] })
    const { page } = visitor
    let asked = 0
    await page.route('**/files/*', (route) => {
      asked++
      return route.fulfill({ contentType: 'model/gltf-binary', body: 'no model at all' })
    })
    await page.goto(`/hall/${city}?level=low`)
    await hallReady(page)
    await expect.poll(() => asked, { timeout: 60_000 }).toBeGreaterThan(0)
    const canvas = page.locator('[data-hall-level] canvas')
    const drawn = () => page.evaluate(() => window.__parlorHall?.frames ?? 0)
    const before = await drawn()
    const from = await placeOf(page)
    await walk(page, 's', 1)
    expect(distance(from, await placeOf(page))).toBeGreaterThanOrEqual(1)
    await shot(visitor, '05-booth-broken')
    expect(await canvas.isVisible()).toBe(true)
    expect(await drawn()).toBeGreaterThan(before)
    expect(await page.evaluate(() => window.__parlorHall?.figures.triangles)).toBeGreaterThan(10_000)
    expect(await page.evaluate(() => window.__parlorHall?.ownModels)).toEqual([])
    expectClean(visitor)
    await visitor.close()
  })

  it('[UI-41] two investors join by link and follow the host from booth to booth', { timeout: 400_000 }, async () => {
    host = await site.visitor({ expected: SERVER_GONE })
    await signIn(host.page, site.server.link('host'))
    invitation = await planSession(host.page, 'guided-tour', '沿河之旅', 'Along the river')
    await shot(host, '06-desk')
    await joinByLink(host.page, `${invitation}?level=low`, 'Li Na')
    await hallReady(host.page)
    await (await hostTab(host.page, 'host.lead'))
      .getByRole('button', { name: HOST_WORDS['host.start'].en, exact: true })
      .click()
    await shot(host, '07-started')

    near = await site.visitor({ expected: SERVER_GONE })
    far = await site.visitor({ viewport: DESKTOP, expected: SERVER_GONE })
    await joinByLink(near.page, `${invitation}?level=low`, 'Kim Minjun')
    await joinByLink(far.page, `${invitation}?level=none`, 'Anna Weber')
    await hallReady(near.page)
    await (await panel(near.page)).getByText(tour('tour.following')).waitFor()

    for (const n of [1, 2]) {
      await nextStop(host.page)
      await atStop(far.page, n)
      await closePanel(near.page)
      await arrived(near.page, stopPlace(n), 4)
      await shot(near, `08-stop-${n}`)
    }
    await shot(far, '09-stop-2-without-3d')
    await expectAccessible(far.page)
  })

  it('[UI-42] one asks, the host puts it on stage, it is answered', { timeout: 300_000 }, async () => {
    await ask(far.page, QUESTION)
    await questionStep(host.page, QUESTION, 'host.stage')
    const seen = (await panel(near.page)).getByRole('region', { name: tour('ask.on-stage') })
    await seen.getByText(QUESTION).waitFor()
    await shot(near, '10-on-stage')
    await answerStaged(host.page)
    await (await panel(far.page)).getByText(tour('question.answered'), { exact: true }).waitFor()
    await shot(far, '11-answered')
    await ask(far.page, SECOND)
    await shot(host, '12-second-question')
  })

  it('[UI-43] after kill −9 all are back at the same stop of the same tour, and nothing is lost', {
    timeout: 400_000,
  }, async () => {
    await site.server.kill()
    for (const one of [host, near, far]) await lineLost(one.page)
    await shot(far, '13-killed')
    await site.startAgain()
    for (const one of [host, near, far]) await lineBack(one.page)
    await hostTab(host.page, 'host.lead')
    for (const one of [host, near, far]) await atStop(one.page, 2)
    await (await panel(far.page)).getByText(tour('question.answered'), { exact: true }).waitFor()
    await (await hostTab(host.page, 'host.queue')).getByRole('listitem').filter({ hasText: SECOND }).waitFor()
    await nextStop(host.page)
    await atStop(far.page, 3)
    await closePanel(near.page)
    await arrived(near.page, stopPlace(3), 4)
    await shot(near, '14-back-and-on')
    await shot(far, '15-back-without-3d')
    await shot(host, '16-host-back')
    expectClean(host, near, far)
  })
})
