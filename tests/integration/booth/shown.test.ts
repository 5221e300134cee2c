// What of a city's booth comes out of the house: for everybody by address and as a plain page, for the operator as a list.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { spotsOf } from '../../../server/booth/page-content.ts'
import type { BoothShown } from '../../../shared/booth/booth.ts'
import type { BoothContent, ItemId } from '../../../shared/booth/content.ts'
import type { BoothCommand } from '../../../shared/booth/life.ts'
import type { Reply } from '../../../shared/protocol/refusal.ts'
import { type House, openHouse } from '../../support/house.ts'
import { must } from '../../support/must.ts'
import { type PersonClient, valueOf } from '../../support/person-client.ts'

const booth = 'qingdao'
const both = (zh: string, en = '') => ({ zh, en })
const SCRIPT = '<script>alert(1)</script>'
const panels: BoothContent['panels'] = [
  {
    ...{ id: 'panel-0001' as ItemId, title: both('风筝', 'Kites'), text: both('', SCRIPT), picture: null },
    figures: [
      {
        label: both('产量', 'Output'),
        value: '7',
        unit: both('亿只', '100 million'),
        year: 2023,
        source: both('商务局', 'Bureau of Commerce'),
      },
    ],
  },
]
const people: BoothContent['people'] = [
  {
    id: 'contact-1' as ItemId,
    name: both('王', 'Wang'),
    post: both('', 'Director'),
    phone: '+86 536 (8) 789-000',
    email: 'wang@example.org',
  },
]
const projects: BoothContent['projects'] = [
  {
    id: 'project-1' as ItemId,
    name: both('', 'Seed valley'),
    text: both(''),
    picture: null,
    sector: 'modern-agriculture',
    amount: both('3 亿元'),
  },
]

const at = { x: -1, y: 1.5, z: 0.2 }
const FILE = 'c'.repeat(64)
const spot = (id: string, name: string, shown: BoothContent['spots'][number]['shown']) => ({
  ...{ id: id as ItemId, name: both('', name), at, shown },
})
const spots: BoothContent['spots'] = [
  spot('spot-0001', 'The old pier', { kind: 'text', text: both('', SCRIPT) }),
  spot('spot-0002', 'Port site', { kind: 'link', url: 'https://port.example.org/?a=1&b=2', text: both('泊位') }),
  spot('spot-0003', 'Ask us', { kind: 'contact', person: 'contact-1' as ItemId }),
]

let house: House
let city: PersonClient
let desk: PersonClient
let host: PersonClient
beforeAll(async () => {
  house = await openHouse()
  ;[city, desk, host] = [await house.staff(booth), await house.staff('operator'), await house.staff('host')]
  const front = {
    opening: both('放飞', 'Let it fly'),
    summary: both('', 'City of kites'),
    colour: '#336699',
    logo: null,
  }
  for (const save of [
    { section: 'front', body: front },
    { section: 'panels', body: panels },
    { section: 'people', body: people },
    { section: 'spots', body: spots },
    { section: 'projects', body: projects },
  ] as const)
    valueOf(await city.post('/api/booth/save', { booth, base: 0, save }))
})
afterAll(() => house.close())

const command = (asked: BoothCommand, who = city) => who.post('/api/booth/command', { booth, command: asked })
const get = async (query = '', id = booth) => {
  const response = await fetch(`${house.url}/api/booths/${id}${query}`)
  return { kept: response.headers.get('cache-control'), reply: (await response.json()) as Reply<BoothShown> }
}
const page = async (language: string) => await (await fetch(`${house.url}/booths/${booth}?lang=${language}`)).text()

describe('what a city shows', () => {
  it('[UI-102] [UI-103] is nothing while it waits for the desk, which is told who submitted it', async () => {
    await desk.connect()
    const told: string[] = []
    desk.on('booth:life', (life) => told.push(life.booth))
    expect(valueOf(await desk.get('/api/booths/queue')).booths).toEqual([])
    valueOf(await command({ type: 'submit', showAt: null }))
    await vi.waitFor(() => expect(told).toEqual([booth]))
    expect(valueOf(await desk.get('/api/booths/queue')).booths).toMatchObject([
      {
        booth,
        life: { versions: [{ n: 1, state: 'submitted' }], shown: null },
        submitted: { name: expect.stringContaining('青岛') },
        checks: {
          model: null,
          counts: { panels: 1, spots: 3, products: 0, projects: 1, people: 1 },
          files: 0,
        },
      },
    ])
    expect((await get()).reply).toMatchObject({ ok: true, value: { id: booth, content: null } })
    for (const who of [city, await house.visitor(), host])
      expect(await who.get('/api/booths/queue')).toMatchObject({ code: 'person.not-allowed' })
  })

  it('[BOOTH-22] can be looked at as a page before it is shown, by who may edit the booth and nobody else', async () => {
    const look = async (who: PersonClient, query: string, id = booth) => {
      const response = await fetch(`${house.url}/booths/${id}?${query}`, { headers: { cookie: who.cookie() } })
      const { headers } = response
      return {
        status: response.status,
        kept: headers.get('cache-control'),
        robots: headers.get('x-robots-tag'),
        text: await response.text(),
      }
    }
    for (const who of [city, desk]) {
      const seen = await look(who, 'version=1&lang=en')
      expect(seen).toMatchObject({ status: 200, kept: 'private, no-store', robots: 'noindex, nofollow' })
      for (const text of ['Let it fly', 'City of kites', 'Kites', '&lt;script&gt;', 'waits for approval', 'noindex'])
        expect(seen.text).toContain(text)
      expect(seen.text).toContain(`href="/booths/${booth}?version=1&amp;lang=zh"`)
    }
    for (const who of [house.person(), await house.visitor(), host]) {
      const seen = await look(who, 'version=1&lang=en')
      expect(seen).toMatchObject({ status: 403, kept: 'private, no-store', robots: 'noindex, nofollow' })
      expect(seen.text).not.toContain('Kites')
    }
    expect((await look(city, 'version=1', 'jinan')).status).toBe(403)
    for (const n of ['2', '0', '01', '1e0', '', 'draft']) expect((await look(city, `version=${n}`)).status).toBe(404)
    expect(await page('en')).not.toContain('Kites')
  })

  it('[UI-103] is read by everybody once it is shown, kept by its revision', async () => {
    valueOf(await command({ type: 'approve', n: 1 }, desk))
    expect(valueOf(await desk.get('/api/booths/queue')).booths).toMatchObject([
      { life: { shown: 1 }, submitted: null, checks: null },
    ])
    const { reply, kept } = await get()
    const { content, revision } = valueOf(reply)
    expect(content).toMatchObject({ front: { opening: both('放飞', 'Let it fly') }, panels, people, projects })
    expect(content).not.toHaveProperty('model')
    expect([kept, (await get(`?revision=${revision}`)).kept]).toEqual([
      'no-cache',
      expect.stringContaining('immutable'),
    ])
    expect((await get(`?revision=${revision + 1}`)).kept).toBe('no-cache')
    expect((await get('', 'atlantis')).reply).toMatchObject({ code: 'booth.unknown' })
    const visitor = await house.visitor()
    await visitor.connect()
    const { booths } = valueOf(await visitor.ask('hall:enter', { language: 'en' }))
    visitor.close()
    expect(booths.find(({ id }) => id === booth)).toMatchObject({
      own: { opening: both('放飞', 'Let it fly'), colour: '#336699', board: { title: both('风筝', 'Kites') } },
    })
  })

  it('[BOOTH-18] tells everybody of its spots by name, place and kind; what they show comes when it is asked', async () => {
    const visitor = await house.visitor()
    await visitor.connect()
    const { booths } = valueOf(await visitor.ask('hall:enter', { language: 'en' }))
    visitor.close()
    const own = booths.find(({ id }) => id === booth)?.own
    expect(own?.spots).toEqual(spots.map(({ id, name, shown }) => ({ id, name, at, kind: shown.kind })))
    expect(valueOf((await get()).reply).content).toMatchObject({ spots })
  })

  it('[UI-112] stands on its page with its spots, read without script', async () => {
    const en = await page('en')
    for (const text of [
      '<h3>The old pier</h3>',
      '<a href="https://port.example.org/?a=1&amp;b=2" rel="noopener noreferrer">',
      '泊位',
      'Wang',
    ])
      expect(en).toContain(text)
    const shown = (kind: 'film' | 'pdf') =>
      spotsOf(
        {
          people: [],
          spots: [spot('spot-0004', 'A & B', { kind, file: FILE, filename: '"guide".pdf', text: both('') })],
        },
        'en',
      )
    const film = `<video class="picture" src="/files/${FILE}" controls playsinline preload="none" aria-label="A &amp; B">`
    expect(must(shown('film')).text).toContain(film)
    expect(must(shown('pdf')).text).toContain(`<a href="/files/${FILE}" download="&quot;guide&quot;.pdf">`)
  })

  it('[UI-104] stands on its page, as text, in the language that is there', async () => {
    const en = await page('en')
    for (const text of [
      'Let it fly',
      'Kites',
      '100 million',
      'Bureau of Commerce, 2023',
      'Seed valley',
      'Modern agriculture · 3 亿元',
    ])
      expect(en).toContain(text)
    expect(en).toContain('<a href="tel:+865368789000">+86 536 (8) 789-000</a>')
    expect(en).toContain('href="mailto:wang@example.org"')
    expect(en).not.toContain(SCRIPT)
    expect(en).toContain('&lt;script&gt;')
    const zh = await page('zh')
    for (const text of ['放飞', '商务局，2023', 'Seed valley']) expect(zh).toContain(text)
  })

  it('[UI-103] is gone when the booth is taken down, and there again', async () => {
    valueOf(await command({ type: 'take-down', remark: '投诉' }, desk))
    expect(valueOf((await get()).reply).content).toBe(null)
    expect(await page('en')).not.toContain('Kites')
    valueOf(await command({ type: 'put-up' }, desk))
    expect(valueOf((await get()).reply).content).toMatchObject({ panels })
  })
})
