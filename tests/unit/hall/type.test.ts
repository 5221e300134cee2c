// Line breaking on boards and screen, Chinese and Latin.

import { expect, it } from 'vitest'
import { breakLines, cutName, fillLines } from '../../../client/hall/look/type.ts'

const upTo = (length: number) => (row: string) => row.length <= length

it('[HALL-15] Chinese breaks between characters but not before a comma or a full stop', () => {
  const rows = breakLines('面向中亚南亚的门户：自贸试验片区、纺织与干果。', 9, upTo(8))
  expect(rows.join('')).toBe('面向中亚南亚的门户：自贸试验片区、纺织与干果。')
  for (const row of rows) {
    expect(row.length).toBeLessThanOrEqual(8)
    expect(row).not.toMatch(/^[，。、：]/)
  }
})

it('[HALL-15] Latin breaks between words, and what does not fit ends in an ellipsis', () => {
  expect(breakLines('Old capital of Qi: ceramics', 3, upTo(12))).toEqual(['Old capital', 'of Qi:', 'ceramics'])
  const cut = breakLines('Old capital of Qi: ceramics and glass', 2, upTo(12))
  expect(cut).toHaveLength(2)
  expect(cut[1]).toMatch(/…$/)
})

it('[HALL-15] a word with Chinese glued to it breaks where the script changes', () => {
  expect(breakLines('SCO上合示范区', 4, upTo(5)).join('')).toBe('SCO上合示范区')
})

it('[HALL-28] no scrap is left for the last row, and a row ends where the sentence pauses if one can', () => {
  const rows = (text: string, width: number) => fillLines(text, 3, width, (row) => row.length)
  expect(rows('青海湖北岸：牦牛藏羊、油菜花海与清洁能源。', 20)).toEqual([
    '青海湖北岸：牦牛藏羊、',
    '油菜花海与清洁能源。',
  ])
  expect(rows('日出初光先照：深水大港、精品钢、汽车发动机与绿茶。', 20)).toEqual([
    '日出初光先照：深水大港、精品钢、',
    '汽车发动机与绿茶。',
  ])
  expect(rows('City of peonies: biomedicine, rural e-commerce and Hanfu.', 52)).toEqual([
    'City of peonies: biomedicine,',
    'rural e-commerce and Hanfu.',
  ])
  expect(rows('一二三四五六七八九十甲', 10)).toEqual(['一二三四五六七', '八九十甲'])
})

it('[HALL-28] rows that are well filled as they come stay, and there are never more of them', () => {
  const width = 16
  for (const text of [
    'One short row',
    'Old capital of Qi with ceramics and glass',
    'Software and trucks and springs and more',
  ]) {
    const rows = fillLines(text, 2, width, (row) => row.length)
    expect(rows.length).toBeLessThanOrEqual(2)
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(width)
  }
  expect(fillLines('Software and heavy trucks', 3, 16, (row) => row.length)).toEqual(['Software and', 'heavy trucks'])
})

it('[HALL-15] a name too long for its plate is cut without a sign or a single letter left over', () => {
  expect(cutName('Anna Weber', upTo(12))).toBe('Anna Weber')
  for (const length of [12, 13, 14, 15])
    expect(cutName('Kim Minjun · Busan Cold Chain Ltd', upTo(length))).toBe('Kim Minjun…')
  expect(cutName('山东省会客厅接待办公室', upTo(6))).toBe('山东省会客…')
})
