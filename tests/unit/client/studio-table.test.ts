// A city's list out of a spreadsheet: what the clipboard and CSV files hold, which column is what, and what is said of the rest.

import { describe, expect, it } from 'vitest'
import { columnNames, offersOf } from '../../../client/studio/offers.ts'
import { rowsOf, textOf } from '../../../client/studio/table.ts'
import type { ItemId } from '../../../shared/booth/content.ts'
import { SECTION_SCHEMAS } from '../../../shared/booth/schema.ts'

let made = 0
const newItem = () => `item-of-test-${made++}` as ItemId
const offers = (text: string, room = 100) => offersOf('products', rowsOf(text), room, newItem)
const projects = (text: string) => offersOf('projects', rowsOf(text), 100, newItem)

describe('rows', () => {
  it('[UI-99] are read from the clipboard, with line breaks and quotes inside cells', () => {
    expect(rowsOf('名称\tName\r\n"海藻\n酸钠"\t"3"" pipe"\r\n\t\r\n')).toEqual([
      ['名称', 'Name'],
      ['海藻\n酸钠', '3" pipe'],
    ])
  })

  it('[UI-99] are read from CSV, with commas or semicolons, whatever stands first in the file', () => {
    expect(rowsOf('\uFEFFa,b,"c,d"\n1,2,3')).toEqual([
      ['a', 'b', 'c,d'],
      ['1', '2', '3'],
    ])
    expect(rowsOf('a;b;1,5')).toEqual([['a', 'b', '1,5']])
    expect(rowsOf('')).toEqual([])
  })

  it('[UI-99] come as UTF-8 or GBK; what is no text is said so', () => {
    const gbk = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6])
    expect(textOf(gbk)).toBe('名称')
    expect(textOf(new TextEncoder().encode('名称'))).toBe('名称')
    expect(textOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBe(null)
  })
})

describe('products and projects', () => {
  it('[UI-99] are told by the names of their columns, in any order and either language', () => {
    const { items, unread } = offers('Price\t产品名称\tName (English)\tColour\n¥8\t海藻酸钠\tAlginate\tred')
    expect(items).toMatchObject([{ name: { zh: '海藻酸钠', en: 'Alginate' }, price: { zh: '', en: '¥8' } }])
    expect(unread).toEqual([{ code: 'column-unknown', value: 'Colour' }])
  })

  it('[UI-99] without names of columns are told by their order', () => {
    const { items } = offers('海藻酸钠,Alginate,食品级,Food grade,面议,On request')
    expect(items).toMatchObject([{ text: { zh: '食品级', en: 'Food grade' }, price: { zh: '面议', en: 'On request' } }])
    expect(offers(`${columnNames('products').join('\t')}\n甲`).items).toMatchObject([{ name: { zh: '甲', en: '' } }])
  })

  it('[UI-99] say row by row what could not be read, and take the rest', () => {
    const { items, unread } = offers(`名称,价格\n,8\n${'长'.repeat(81)},9\n甲,1\n乙,2`, 1)
    expect(items.map(({ name }) => name.zh)).toEqual(['甲'])
    expect(unread).toEqual([
      { code: 'no-name', row: 2 },
      { code: 'too-long', row: 3, column: '名称', limit: 80 },
      { code: 'no-room', row: 5 },
    ])
  })

  it('[UI-99] of a project find the sector by either name, and keep a project whose sector is unknown', () => {
    const { items, unread } = projects(
      '名称\t产业\t投资额\n港\t港口物流\t2 亿元\n光\tNew energy & storage\t\n甲\t炼金术\t',
    )
    expect(items.map(({ sector }) => sector)).toEqual(['ports-logistics', 'new-energy', null])
    expect(items[0]).toMatchObject({ amount: { zh: '2 亿元', en: '' } })
    expect(unread).toEqual([{ code: 'sector-unknown', row: 4, value: '炼金术' }])
  })

  it('[UI-99] are such as the booth takes', () => {
    const long = `${'名'.repeat(80)},${'n'.repeat(80)},${'文'.repeat(1000)},${'t'.repeat(1000)},${'价'.repeat(40)},x`
    expect(SECTION_SCHEMAS.products.safeParse(offers(long).items).success).toBe(true)
    expect(SECTION_SCHEMAS.projects.safeParse(projects('港,Port,ports-logistics,2,2,a,b').items).success).toBe(true)
  })
})
