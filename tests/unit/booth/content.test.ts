// What a booth's sections take and what they refuse; what is looked over before a booth is submitted.

import { describe, expect, it } from 'vitest'
import { type BoothContent, CONTENT_MAX, contentFaults, EMPTY_CONTENT, filesOf } from '../../../shared/booth/content.ts'
import { contentSchema, SECTION_SCHEMAS, sectionSave } from '../../../shared/booth/schema.ts'

const both = (text: string) => ({ zh: text, en: text })
const FILE = 'a'.repeat(64)
const picture = { file: FILE, alt: both('港口') }
const spot = (id: string, shown: object) => ({ id, name: both(id), at: { x: 0, y: 1.5, z: 0 }, shown })
const contact = (over: object) => ({ id: 'contact-1', name: both('李'), post: both(''), phone: '', email: '', ...over })

describe('a section', () => {
  it('[BOOTH-2] takes links that are https and name nobody', () => {
    const ok = (url: string) =>
      SECTION_SCHEMAS.spots.safeParse([spot('spot-0001', { kind: 'link', url, text: both('') })]).success
    expect(ok('https://example.org/a?b=c')).toBe(true)
    for (const url of [
      'http://example.org',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://user:word@example.org',
      '//example.org',
      'not an address',
      `https://example.org/${'x'.repeat(500)}`,
    ]) {
      expect([url, ok(url)]).toEqual([url, false])
    }
  })

  it('[BOOTH-2] takes files by hash alone, colours by six digits', () => {
    const front = (over: object) => SECTION_SCHEMAS.front.safeParse({ ...EMPTY_CONTENT.front, ...over }).success
    expect([front({ logo: picture }), front({ colour: '#1f6f8b' })]).toEqual([true, true])
    for (const file of ['../../etc/passwd', '/files/x', FILE.toUpperCase(), ''])
      expect(front({ logo: { ...picture, file } })).toBe(false)
    for (const colour of ['red', '#fff', 'url(x)', '#1f6f8b;']) expect(front({ colour })).toBe(false)
  })

  it('[BOOTH-2] holds no id twice and no more than its most', () => {
    const products = (count: number, id = (i: number) => `product-${i}`) =>
      Array.from({ length: count }, (_, i) => ({
        id: id(i),
        name: both('x'),
        text: both(''),
        picture: null,
        price: both(''),
      }))
    const ok = (value: unknown) => SECTION_SCHEMAS.products.safeParse(value).success
    expect(ok(products(CONTENT_MAX.products))).toBe(true)
    expect(ok(products(CONTENT_MAX.products + 1))).toBe(false)
    expect(ok(products(2, () => 'product-1'))).toBe(false)
  })

  it('[BOOTH-2] keeps numbers within the booth and text as text', () => {
    const model = (over: object) => SECTION_SCHEMAS.model.safeParse({ ...EMPTY_CONTENT.model, ...over }).success
    expect(model({ x: 1, z: -1, yaw: 3, scale: 2 })).toBe(true)
    for (const over of [{ x: 4 }, { z: Number.NaN }, { scale: 0 }, { scale: 99 }, { yaw: 7 }, { upload: '../x' }]) {
      expect([over, model(over)]).toEqual([over, false])
    }
    const parsed = SECTION_SCHEMAS.front.parse({
      ...EMPTY_CONTENT.front,
      opening: { zh: ' <b>海\u202e</b>\u0007 ', en: '' },
    })
    expect(parsed.opening.zh).toBe('<b>海</b>')
  })

  it('[BOOTH-2] is kept under its own name only', () => {
    expect(sectionSave.safeParse({ section: 'panels', body: [] }).success).toBe(true)
    expect(sectionSave.safeParse({ section: 'panels', body: EMPTY_CONTENT.front }).success).toBe(false)
    expect(sectionSave.safeParse({ section: 'prices', body: [] }).success).toBe(false)
  })
})

describe('a whole booth', () => {
  it('[BOOTH-11] is looked over: names, contacts that can be reached, contacts that are there', () => {
    expect(contentSchema.parse(EMPTY_CONTENT)).toEqual(EMPTY_CONTENT)
    expect(contentFaults(EMPTY_CONTENT)).toEqual([])
    const content = contentSchema.parse({
      ...EMPTY_CONTENT,
      panels: [{ id: 'panel-001', title: both(''), text: both('x'), picture: null, figures: [] }],
      spots: [
        spot('spot-0001', { kind: 'contact', person: 'nobody-01' }),
        spot('spot-0002', { kind: 'contact', person: 'contact-1' }),
      ],
      people: [contact({})],
    } satisfies Record<keyof BoothContent, unknown>)
    expect(contentFaults(content)).toEqual([
      { code: 'no-name', section: 'panels', item: 'panel-001' },
      { code: 'contact-gone', section: 'spots', item: 'spot-0001' },
      { code: 'contact-unreachable', section: 'people', item: 'contact-1' },
    ])
    const reachable = contentSchema.parse({ ...EMPTY_CONTENT, people: [contact({ phone: '+86 532 8590 0000' })] })
    expect(contentFaults(reachable)).toEqual([])
  })

  it('[BOOTH-2] names every file it shows, once', () => {
    const file = (letter: string) => letter.repeat(64)
    const pictured = (letter: string) => ({ file: file(letter), alt: both('') })
    const content = contentSchema.parse({
      ...EMPTY_CONTENT,
      front: { ...EMPTY_CONTENT.front, logo: pictured('a') },
      panels: [{ id: 'panel-001', title: both('x'), text: both(''), picture: pictured('b'), figures: [] }],
      spots: [
        spot('spot-0001', { kind: 'film', file: file('c'), text: both('') }),
        spot('spot-0002', { kind: 'pdf', file: file('d'), text: both('') }),
        spot('spot-0003', { kind: 'picture', picture: pictured('a'), text: both('') }),
        spot('spot-0004', { kind: 'text', text: both('') }),
      ],
      projects: [
        {
          id: 'project-1',
          name: both('x'),
          text: both(''),
          picture: pictured('e'),
          sector: 'marine',
          amount: both(''),
        },
      ],
    })
    expect([...filesOf(content)].sort()).toEqual(['a', 'b', 'c', 'd', 'e'].map(file))
  })
})
