// The main job, second half: a roadshow on the same engine. A stage screen in the room, two phones by its code, one visitor from
// the net, one queue that says who asks from where, a poll that counts both halves.

import { describe, expect, it } from 'vitest'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import { ROOM_WORDS } from '../../../shared/words/room.ts'
import { TOUR_WORDS } from '../../../shared/words/tour.ts'
import { handedOut, planSession, signIn } from '../../support/desk-page.ts'
import {
  DESKTOP,
  expectAccessible,
  expectClean,
  lineBack,
  lineLost,
  PHONE,
  picture,
  SERVER_GONE,
  type Visitor,
} from '../../support/page.ts'
import { answerStaged, ask, hostTab, joinByLink, panel, questionStep } from '../../support/session-page.ts'
import { openSite } from '../../support/site.ts'
import { inWords } from '../../support/words.ts'

const FROM_ROOM = '港口冷链什么时候投用？'
const FROM_NET = 'Is there a direct train to Duisburg?'
const POLL = 'Which field interests you most?'
const host = inWords(HOST_WORDS, 'en')
const tour = inWords(TOUR_WORDS, 'en')
const phoneZh = inWords(TOUR_WORDS, 'zh')
const room = inWords(ROOM_WORDS, 'zh')

const site = openSite()
let desk: Visitor
let stage: Visitor
let phones: readonly [Visitor, Visitor]
let net: Visitor
const shot = (visitor: Visitor, name: string) => picture(visitor.page, `main-job/${name}`)

describe('a roadshow, in the room and on the net', () => {
  it('[UI-44] stage screen, two phones by code and one visitor from the net come together', {
    timeout: 300_000,
  }, async () => {
    desk = await site.visitor({ viewport: DESKTOP, expected: SERVER_GONE })
    await signIn(desk.page, site.server.link('host'))
    const invitation = await planSession(desk.page, 'project-roadshow', '项目路演', 'Project roadshow')
    await joinByLink(desk.page, `${invitation}?level=none`, 'Li Na')
    const links = await hostTab(desk.page, 'host.links')
    await links.getByRole('button', { name: host('host.link-stage-make'), exact: true }).click()
    await links.getByText(host('host.link-stage-help')).waitFor()
    const stageLink = await handedOut(desk.page, 'host.link-stage')
    const code = await handedOut(desk.page, 'host.link-code')
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}$/)
    await (await hostTab(desk.page, 'host.lead')).getByRole('button', { name: host('host.start'), exact: true }).click()

    stage = await site.visitor({ locale: 'zh-CN', viewport: DESKTOP, expected: SERVER_GONE })
    await stage.page.goto(stageLink)
    await stage.page.getByText(code, { exact: true }).waitFor()
    await shot(stage, '20-stage')
    await expectAccessible(stage.page)

    const options = { locale: 'zh-CN', viewport: PHONE, touch: true, expected: SERVER_GONE }
    phones = [await site.visitor(options), await site.visitor(options)]
    await phones[0].page.goto(`/join/${code}`)
    await phones[1].page.goto('/join')
    await phones[1].page.getByLabel(room('phone.code')).fill(code.toLowerCase())
    await phones[1].page.getByRole('button', { name: room('phone.join'), exact: true }).click()
    net = await site.visitor({ viewport: DESKTOP, expected: SERVER_GONE })
    await joinByLink(net.page, `${invitation}?level=none`, 'Anna Weber')
    for (const { page } of phones) await page.getByRole('button', { name: phoneZh('ask.send') }).waitFor()
    await shot(phones[1], '21-phone')
    await expectAccessible(phones[1].page)
  })

  it('[UI-45] one queue says who asks from where, and what is staged stands on the wall', {
    timeout: 300_000,
  }, async () => {
    const { page } = phones[0]
    await page.getByLabel(phoneZh('ask.label')).fill(FROM_ROOM)
    await page.getByRole('button', { name: phoneZh('ask.send'), exact: true }).click()
    await ask(net.page, FROM_NET)
    const queue = await hostTab(desk.page, 'host.queue')
    await queue.getByRole('listitem').filter({ hasText: FROM_ROOM }).getByText(tour('ask.from-room')).waitFor()
    await queue.getByRole('listitem').filter({ hasText: FROM_NET }).getByText(tour('ask.from-net')).waitFor()
    await shot(desk, '22-queue')
    await questionStep(desk.page, FROM_ROOM, 'host.stage')
    await stage.page.getByText(FROM_ROOM).waitFor()
    await shot(stage, '23-stage-question')
    await answerStaged(desk.page)
    await expectAccessible(stage.page)
    await expectAccessible(desk.page)
  })

  it('[UI-46] a poll counts the room and the net, and survives kill −9', { timeout: 300_000 }, async () => {
    const polls = await hostTab(desk.page, 'host.polls')
    await polls.getByText(host('host.poll-new')).click()
    await polls.getByLabel(host('host.poll-question')).fill(POLL)
    await polls.getByLabel(host('host.poll-option', { n: 1 })).fill('Cold chain')
    await polls.getByLabel(host('host.poll-option', { n: 2 })).fill('Marine energy')
    await polls.getByRole('button', { name: host('host.poll-draft'), exact: true }).click()
    await polls.getByRole('button', { name: host('host.poll-open'), exact: true }).click()

    for (const { page } of phones) {
      await page.getByRole('radiogroup', { name: POLL }).getByText('Cold chain').click()
      await page.getByText(phoneZh('poll.chosen')).waitFor()
    }
    const side = await panel(net.page)
    await side.getByRole('radiogroup', { name: POLL }).getByText('Marine energy').click()
    await side.getByText(tour('poll.chosen')).waitFor()
    await stage.page.getByText(POLL).waitFor()
    await shot(stage, '24-stage-poll')
    await shot(phones[0], '25-phone-poll')
    await site.server.kill()
    for (const one of [desk, net]) await lineLost(one.page)
    await site.startAgain()
    for (const one of [desk, net]) await lineBack(one.page)

    await (await hostTab(desk.page, 'host.polls'))
      .getByRole('button', { name: host('host.poll-close'), exact: true })
      .click()
    const result = await panel(net.page)
    await result.getByText(tour('poll.total', { count: 3 })).waitFor()
    await result.getByText(tour('poll.room', { count: 2 }), { exact: true }).waitFor()
    await result.getByText(tour('poll.net', { count: 1 }), { exact: true }).waitFor()
    for (const { page } of [stage, phones[1]]) {
      await page.getByText(phoneZh('poll.total', { count: 3 })).waitFor()
      await page.getByText(phoneZh('poll.room', { count: 2 }), { exact: true }).waitFor()
    }
    await shot(stage, '26-stage-result')
    await expectAccessible(stage.page)
  })

  it('[UI-59] a wall keeps its own login when its link is made anew, which only asking for it does', async () => {
    const makeAnew = async () => {
      const links = await hostTab(desk.page, 'host.links')
      await links.getByRole('button', { name: host('host.link-stage-make'), exact: true }).click()
      await links.getByText(host('host.link-stage-help')).waitFor()
      return await handedOut(desk.page, 'host.link-stage')
    }
    const first = await makeAnew()
    await hostTab(desk.page, 'host.lead')
    await (await hostTab(desk.page, 'host.links')).getByText(host('host.link-stage-make-help')).waitFor()
    const machine = () => site.visitor({ locale: 'zh-CN', viewport: DESKTOP, expected: [/status of 40[34]/] })
    const other = await machine()
    await other.page.goto(first)
    await other.page.getByText(POLL).waitFor()
    const second = await makeAnew()
    expect(second).not.toBe(first)
    await other.page.reload()
    await other.page.getByText(POLL).waitFor()
    const late = await machine()
    await late.page.goto(first)
    await late.page.getByRole('heading', { name: room('stage.key-bad') }).waitFor()
    for (const one of [other, late]) await one.close()
  })

  it('[UI-61] questions stand still under the pointer and the keyboard, and go by votes when they have left', async () => {
    const [one, two] = ['第一个问题：港口？', '第二个问题：铁路？'] as const
    const side = await panel(net.page)
    for (const [i, text] of [one, two].entries()) {
      await phones[i]?.page.getByLabel(phoneZh('ask.label')).fill(text)
      await phones[i]?.page.getByRole('button', { name: phoneZh('ask.send'), exact: true }).click()
      await questionStep(desk.page, text, 'host.show')
      await side.getByRole('listitem').filter({ hasText: text }).waitFor()
    }
    const order = () => side.locator('.voted p').allTextContents()
    expect(await order()).toEqual([one, two])
    const second = side.getByRole('listitem').filter({ hasText: two })
    await second.hover()
    const voter = phones[0].page.getByRole('listitem').filter({ hasText: two }).getByRole('button')
    await voter.click()
    await second.getByRole('button', { name: tour('ask.votes', { count: 1 }) }).waitFor()
    expect(await order()).toEqual([one, two])
    await net.page.mouse.move(1, 1)
    await expect.poll(order).toEqual([two, one])

    const label = side.getByLabel(tour('ask.label'))
    await label.focus()
    for (let tabs = 0; tabs < 10 && (await side.locator('.voted :focus').count()) === 0; tabs++) {
      await net.page.keyboard.press('Tab')
    }
    await phones[1].page.getByRole('listitem').filter({ hasText: one }).getByRole('button').click()
    const first = side.getByRole('listitem').filter({ hasText: one })
    await first.getByRole('button', { name: tour('ask.votes', { count: 1 }) }).waitFor()
    expect(await order()).toEqual([two, one])
    await label.focus()
    await expect.poll(order).toEqual([one, two])
  })

  it('leaves nothing that was not expected on any page', () => expectClean(desk, stage, net, ...phones))
})
