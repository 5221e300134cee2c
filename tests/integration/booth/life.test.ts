// A city's staff, the desk and a visitor at one real server: drafts, versions, what is shown, what survives a restart.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EMPTY_CONTENT, type ItemId } from '../../../shared/booth/content.ts'
import type { BoothCommand } from '../../../shared/booth/life.ts'
import type { BoothStudio } from '../../../shared/protocol/http.ts'
import { type House, openHouse } from '../../support/house.ts'
import { must } from '../../support/must.ts'
import { emptyFolder, ROOT } from '../../support/paths.ts'
import { createPerson, type PersonClient, valueOf } from '../../support/person-client.ts'
import { send } from '../model/model-house.ts'

const booth = 'qingdao'
let folder: string
let house: House
let city: PersonClient
let desk: PersonClient
beforeEach(async () => {
  folder = emptyFolder('booth')
  house = await openHouse({ dataDir: folder })
  ;[city, desk] = [await house.staff('qingdao'), await house.staff('operator')]
})
afterEach(() => house.close())

const studio = async (who = city): Promise<BoothStudio> => valueOf(await who.post('/api/booth/draft', { booth }))
const saveFront = (base: number, zh: string, who = city) =>
  who.post('/api/booth/save', {
    booth,
    base,
    save: { section: 'front', body: { ...EMPTY_CONTENT.front, summary: { zh, en: '' } } },
  })
const command = (asked: BoothCommand, who = city) => who.post('/api/booth/command', { booth, command: asked })
const review = async (on: boolean) => valueOf(await desk.post('/api/house', { review: on }))
/** What a visitor sees of the booth who comes in now. */
async function seen() {
  const visitor = await house.visitor()
  await visitor.connect()
  const { booths } = valueOf(await visitor.ask('hall:enter', { language: 'zh' }))
  visitor.close()
  return must(booths.find(({ id }) => id === booth))
}

describe('the draft', () => {
  it('[BOOTH-1] is kept by section, each on its own number; on an older one nothing changes', async () => {
    expect((await studio()).sections.front).toEqual({ revision: 0, body: EMPTY_CONTENT.front, by: null })
    expect(valueOf(await saveFront(0, '一'))).toEqual({ revision: 1 })
    expect(await saveFront(0, '二', desk)).toMatchObject({ code: 'booth.changed-meanwhile' })
    expect(valueOf(await saveFront(1, '三', desk))).toEqual({ revision: 2 })
    const { front, panels } = (await studio()).sections
    expect([front.body.summary.zh, front.by?.name, panels.revision]).toEqual(['三', '运营 Operator', 0])
  })

  it('[BOOTH-1] is told to those who may edit the booth, and to nobody else', async () => {
    const visitor = await house.visitor()
    const told: [string, unknown][] = []
    for (const [name, who] of [
      ['city', city],
      ['desk', desk],
      ['visitor', visitor],
    ] as const) {
      await who.connect()
      who.on('booth:draft', (tell) => told.push([name, tell]))
    }
    valueOf(await saveFront(0, '一'))
    const change = { booth, section: 'front', revision: 1 }
    await vi.waitFor(() => expect(told.map(([name]) => name).sort()).toEqual(['city', 'desk']))
    expect(told[0]?.[1]).toEqual(change)
  })

  it('[BOOTH-13] says who edits which section, until they leave it or are gone', async () => {
    await city.connect()
    await desk.connect()
    const told: string[] = []
    city.on('booth:locks', ({ locks }) => told.push(locks.map(({ section, name }) => `${section} ${name}`).join()))
    expect(valueOf(await desk.ask('booth:lock', { booth, section: 'front' }))).toMatchObject([{ section: 'front' }])
    valueOf(await desk.ask('booth:lock', { booth, section: 'spots' }))
    valueOf(await desk.ask('booth:lock', { booth, section: null }))
    valueOf(await desk.ask('booth:lock', { booth, section: 'panels' }))
    desk.close()
    const [front, spots, panels] = ['front', 'spots', 'panels'].map((section) => `${section} 运营 Operator`)
    await vi.waitFor(() => expect(told).toEqual([front, spots, '', panels, '']))
    expect(await city.ask('booth:lock', { booth: 'jinan', section: 'front' })).toMatchObject({
      code: 'person.not-allowed',
    })
  })

  it('[BOOTH-5] is its city’s and the desk’s alone', async () => {
    const save = { section: 'panels' as const, body: [] }
    for (const [who, code] of [
      [house.person(), 'person.sign-in-needed'],
      [await house.visitor(), 'person.not-allowed'],
      [await house.staff('host'), 'person.not-allowed'],
    ] as const) {
      expect(await who.post('/api/booth/draft', { booth })).toMatchObject({ code })
      expect(await who.post('/api/booth/save', { booth, base: 0, save })).toMatchObject({ code })
      expect(await command({ type: 'submit', showAt: null }, who)).toMatchObject({ code })
      expect(await who.post('/api/booth/version', { booth, n: 1 })).toMatchObject({ code })
    }
    expect(await city.post('/api/booth/draft', { booth: 'jinan' })).toMatchObject({ code: 'person.not-allowed' })
    expect(await desk.post('/api/booth/draft', { booth: 'atlantis' })).toMatchObject({ code: 'booth.unknown' })
    expect(await city.post('/api/house', { review: false })).toMatchObject({ code: 'person.not-allowed' })
  })

  it('[BOOTH-2] takes a long section, and refuses one that is no section', async () => {
    const long = (text: string) => ({ zh: text.repeat(500), en: text.repeat(500) })
    const products = Array.from({ length: 100 }, (_, i) => ({
      ...{ id: `product-${i}` as ItemId, name: long(''), text: long('长'), picture: null, price: long('') },
    }))
    const body = products.map((one) => ({ ...one, name: { zh: '品', en: '' } }))
    expect(await city.post('/api/booth/save', { booth, base: 0, save: { section: 'products', body } })).toMatchObject({
      ok: true,
    })
    const wrong = { section: 'products', body: [{ id: '<script>' }] } as never
    expect(await city.post('/api/booth/save', { booth, base: 1, save: wrong })).toMatchObject({
      code: 'wire.malformed',
    })
  })

  it('[BOOTH-3] holds no model that was not accepted for this city', async () => {
    const body = { ...EMPTY_CONTENT.model, upload: 'upload-of-nobody' }
    expect(await city.post('/api/booth/save', { booth, base: 0, save: { section: 'model', body } })).toMatchObject({
      code: 'booth.model-unknown',
    })
    const logo = { file: 'a'.repeat(64), alt: { zh: '', en: '' } }
    const save = { section: 'front' as const, body: { ...EMPTY_CONTENT.front, logo } }
    expect(await city.post('/api/booth/save', { booth, base: 0, save })).toMatchObject({ code: 'booth.file-unknown' })
  })
})

describe('a version', () => {
  it('[BOOTH-4] waits for the desk, is returned with a remark, corrected and shown; all of it is in the history', async () => {
    valueOf(await saveFront(0, '第一稿'))
    valueOf(await command({ type: 'submit', showAt: null }))
    expect(await seen()).toMatchObject({ summaryIsSample: true })
    expect(await command({ type: 'approve', n: 1 })).toMatchObject({ code: 'person.not-allowed' })
    valueOf(await command({ type: 'return', n: 1, remark: '请写得具体些' }, desk))
    valueOf(await saveFront(1, '第二稿'))
    valueOf(await command({ type: 'submit', showAt: null }))
    valueOf(await command({ type: 'approve', n: 2 }, desk))
    expect(await seen()).toMatchObject({ summary: { zh: '第二稿', en: '第二稿' }, summaryIsSample: false })
    const { history, life } = await studio()
    expect(life).toMatchObject({ shown: 2, versions: [{ state: 'returned' }, { state: 'approved' }] })
    expect(history.map(({ seq, by, event }) => [seq, by.name, event.type]).reverse()).toEqual([
      [1, '青岛 Qingdao', 'submitted'],
      [2, '运营 Operator', 'returned'],
      [3, '青岛 Qingdao', 'submitted'],
      [4, '运营 Operator', 'approved'],
      [5, '运营 Operator', 'shown'],
    ])
    expect(valueOf(await city.post('/api/booth/version', { booth, n: 1 })).front.summary.zh).toBe('第一稿')
  })

  it('[BOOTH-7] comes back in one step, with everything as it was', async () => {
    await review(false)
    for (const [base, text] of ['甲', '乙'].entries()) {
      valueOf(await saveFront(base, text))
      valueOf(await command({ type: 'submit', showAt: null }))
    }
    expect((await seen()).summary.zh).toBe('乙')
    valueOf(await command({ type: 'show', n: 1 }))
    expect((await seen()).summary.zh).toBe('甲')
    expect((await studio()).sections.front.body.summary.zh).toBe('乙')
  })

  it('[BOOTH-6] is shown when its time comes, also when the house was down then', async () => {
    await review(false)
    valueOf(await saveFront(0, '开幕'))
    const showAt = Date.now() + 400
    valueOf(await command({ type: 'submit', showAt }))
    expect((await seen()).summaryIsSample).toBe(true)
    await vi.waitFor(async () => expect((await seen()).summary.zh).toBe('开幕'), { timeout: 10_000, interval: 50 })
    valueOf(await saveFront(1, '闭幕'))
    valueOf(await command({ type: 'submit', showAt: Date.now() + 3_600_000 }))
    expect((await seen()).summary.zh).toBe('开幕')
    await house.close()
    house = await openHouse({ dataDir: folder, ahead: 3_700_000 })
    expect((await seen()).summary.zh).toBe('闭幕')
  })

  it('[BOOTH-8] is not seen while the desk has taken the booth down; everybody in the hall is told at once', async () => {
    await review(false)
    valueOf(await saveFront(0, '甲'))
    valueOf(await command({ type: 'submit', showAt: null }))
    const visitor = await house.visitor()
    await visitor.connect()
    valueOf(await visitor.ask('hall:enter', { language: 'zh' }))
    const told: boolean[] = []
    visitor.on('booth:changed', ({ summaryIsSample }) => told.push(summaryIsSample))
    valueOf(await command({ type: 'take-down', remark: '投诉' }, desk))
    await vi.waitFor(() => expect(told).toEqual([true]))
    expect(await command({ type: 'put-up' })).toMatchObject({ code: 'person.not-allowed' })
    valueOf(await command({ type: 'put-up' }, desk))
    await vi.waitFor(() => expect(told).toEqual([true, false]))
  })

  it('[BOOTH-10] and its life are the same after a restart', async () => {
    valueOf(await saveFront(0, '甲'))
    valueOf(await command({ type: 'submit', showAt: null }))
    valueOf(await command({ type: 'approve', n: 1 }, desk))
    valueOf(await command({ type: 'submit', showAt: null }))
    const before = await studio()
    const cookie = city.cookie()
    await house.close()
    house = await openHouse({ dataDir: folder })
    const again = createPerson(house.url, cookie)
    expect(await studio(again)).toEqual(before)
    expect(await command({ type: 'submit', showAt: null }, again)).toMatchObject({ code: 'booth.already-submitted' })
  })

  it('[BOOTH-11] is not submitted while something lacks', async () => {
    const people = [
      { id: 'contact-1' as ItemId, name: { zh: '李', en: '' }, post: { zh: '', en: '' }, phone: '', email: '' },
    ]
    valueOf(await city.post('/api/booth/save', { booth, base: 0, save: { section: 'people', body: people } }))
    expect(await command({ type: 'submit', showAt: null })).toMatchObject({
      code: 'booth.not-ready',
      detail: { count: 1 },
    })
    expect((await studio()).life.versions).toEqual([])
  })

  it('[BOOTH-1] asked for twice at once is made once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => command({ type: 'submit', showAt: null })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await studio()).life.versions).toHaveLength(1)
  })
})

describe('an accepted upload', () => {
  const upload = async () => {
    const bytes = await readFile(join(ROOT, 'tests/fixtures/models/diamond-clearcoat.glb'))
    const over = { headers: { cookie: city.cookie(), origin: house.url } }
    expect(await send(house.url, booth, bytes, 'a.glb', over)).toMatchObject({ status: 204 })
  }

  it('[BOOTH-9] stands in the draft and is shown where nothing waits for the desk', async () => {
    await review(false)
    await upload()
    await vi.waitFor(
      async () => expect((await seen()).model).toMatchObject({ place: { x: 0, z: 0, yaw: 0, scale: 1 } }),
      {
        timeout: 60_000,
        interval: 200,
      },
    )
    expect((await studio()).sections.model).toMatchObject({ revision: 1, by: { name: '青岛 Qingdao' } })
  })

  it('[BOOTH-9] [BOOTH-21] [BOOTH-23] stands in the draft alone while the house reviews, as it does at first; submitted, the desk reads its report', async () => {
    await upload()
    const made = () => studio().then(({ sections }) => sections.model.body.upload)
    await vi.waitFor(async () => expect(await made()).not.toBe(null), { timeout: 60_000, interval: 200 })
    expect((await seen()).model).toBe(null)
    expect((await studio()).life.versions).toEqual([])
    valueOf(await command({ type: 'submit', showAt: null }))
    const [row] = valueOf(await desk.get('/api/booths/queue')).booths
    expect(row?.checks?.model).toMatchObject({ name: 'a.glb', report: { before: { bytes: 9960 } } })
    expect(row?.checks?.model?.findings).toBeDefined()
    const look = await fetch(`${house.url}/booths/qingdao?version=1&lang=en`, { headers: { cookie: city.cookie() } })
    expect(await look.text()).toContain('has a 3D model of its own')
  })
})
