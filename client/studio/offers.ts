// Products and projects out of a spreadsheet's rows: which column is what, and what could not be read, row by row. Pure.

import { type BoothContent, type ItemId, TEXT_MAX } from '../../shared/booth/content.ts'
import { SECTORS } from '../../shared/hall/cities.ts'
import type { Bilingual } from '../../shared/kit/bilingual.ts'
import type { Rows } from './table.ts'

export type OfferKind = 'products' | 'projects'
export type Offer<K extends OfferKind> = BoothContent[K][number]

/** What a column may be; the first of its names is the one that is shown. */
const COLUMNS = {
  'name.zh': [
    '名称',
    '产品',
    '产品名称',
    '项目',
    '项目名称',
    '中文名称',
    '名称（中文）',
    'name (chinese)',
    'chinese name',
  ],
  'name.en': ['name', 'english name', '英文名称', '名称（英文）', 'name (english)', 'product', 'project'],
  'text.zh': ['介绍', '说明', '描述', '简介', '内容', '中文介绍', '介绍（中文）', 'description (chinese)'],
  'text.en': ['description', 'text', '英文介绍', '介绍（英文）', 'description (english)', 'about'],
  'price.zh': ['价格', '单价', '价格（中文）', 'price (chinese)'],
  'price.en': ['price', '价格（英文）', 'price (english)'],
  sector: ['产业', '行业', '所属行业', '所属产业', 'sector', 'industry'],
  'amount.zh': ['投资额', '金额', '总投资', '投资额（中文）', 'sum sought (chinese)', 'amount (chinese)'],
  'amount.en': ['sum sought', 'amount', 'investment', '投资额（英文）', 'sum sought (english)'],
} as const

type Column = keyof typeof COLUMNS

/** The order of a sheet that names no columns, and of the row of names that is offered. */
export const ORDER: Readonly<Record<OfferKind, readonly Column[]>> = {
  products: ['name.zh', 'name.en', 'text.zh', 'text.en', 'price.zh', 'price.en'],
  projects: ['name.zh', 'name.en', 'sector', 'amount.zh', 'amount.en', 'text.zh', 'text.en'],
}

const LIMITS: Readonly<Record<Exclude<Column, 'sector'>, number>> = {
  'name.zh': TEXT_MAX.offer,
  'name.en': TEXT_MAX.offer,
  'text.zh': TEXT_MAX.about,
  'text.en': TEXT_MAX.about,
  'price.zh': TEXT_MAX.price,
  'price.en': TEXT_MAX.price,
  'amount.zh': TEXT_MAX.amount,
  'amount.en': TEXT_MAX.amount,
}

/** The names of the columns as they are shown. */
export const columnNames = (kind: OfferKind): readonly string[] => ORDER[kind].map((column) => COLUMNS[column][0])

/** What could not be read: a column, or something in a row (counted from 1 as in the sheet). */
export type Unread =
  | { readonly code: 'column-unknown'; readonly value: string }
  | { readonly code: 'no-name' | 'no-room'; readonly row: number }
  | { readonly code: 'too-long'; readonly row: number; readonly column: string; readonly limit: number }
  | { readonly code: 'sector-unknown'; readonly row: number; readonly value: string }

export interface Taken<K extends OfferKind> {
  readonly items: readonly Offer<K>[]
  readonly unread: readonly Unread[]
}

/** @param room how many more the list may hold @param newItem makes an id */
export function offersOf<K extends OfferKind>(kind: K, rows: Rows, room: number, newItem: () => ItemId): Taken<K> {
  const heads = rows[0]?.map((cell) => columnNamed(cell, kind)) ?? []
  const named = heads.some((column) => column === 'name.zh' || column === 'name.en')
  const columns = named ? heads : ORDER[kind]
  const items: Offer<K>[] = []
  const unread: Unread[] = []
  if (named) {
    for (const [i, column] of heads.entries()) {
      const value = rows[0]?.[i] ?? ''
      if (column === null && value !== '') unread.push({ code: 'column-unknown', value })
    }
  }
  for (const [i, cells] of rows.entries()) {
    if (named && i === 0) continue
    const of = (column: Column) => cells[columns.indexOf(column)] ?? ''
    const fault = faultOf(of, i + 1, items.length < room)
    if (fault) {
      unread.push(fault)
      continue
    }
    const sector = sectorNamed(of('sector'))
    if (kind === 'projects' && of('sector') !== '' && sector === null)
      unread.push({ code: 'sector-unknown', row: i + 1, value: of('sector') })
    items.push(offer(kind, newItem(), of, sector) as Offer<K>)
  }
  return { items, unread }
}

function faultOf(of: (column: Column) => string, row: number, room: boolean): Unread | null {
  if (of('name.zh') === '' && of('name.en') === '') return { code: 'no-name', row }
  for (const [column, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    if (of(column).length > limit) return { code: 'too-long', row, column: COLUMNS[column][0], limit }
  }
  return room ? null : { code: 'no-room', row }
}

function offer(kind: OfferKind, id: ItemId, of: (column: Column) => string, sector: string | null) {
  const both = (field: 'name' | 'text' | 'price' | 'amount'): Bilingual => ({
    zh: of(`${field}.zh`),
    en: of(`${field}.en`),
  })
  const same = { id, name: both('name'), text: both('text'), picture: null }
  return kind === 'products' ? { ...same, price: both('price') } : { ...same, sector, amount: both('amount') }
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[\s*:：]/g, '')

function columnNamed(cell: string, kind: OfferKind): Column | null {
  const found = ORDER[kind].find((column) => COLUMNS[column].some((name) => plain(name) === plain(cell)))
  return found ?? null
}

function sectorNamed(cell: string): string | null {
  return SECTORS.find(({ id, zh, en }) => [id, zh, en].some((name) => plain(name) === plain(cell)))?.id ?? null
}
