// Line breaking on boards and screen, Chinese and Latin.

import { expect, it } from 'vitest'
import { breakLines } from '../../../client/hall/look/type.ts'

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
