// How a bench is judged and printed: by its limit, as a table, and as one line of JSON that other programs read.

import { expect, it } from 'vitest'
import { line, summary, table } from '../../bench/report.ts'

const within = line('ratio_ws at 500', 1.2, '×', { most: 1.2 })
const over = line('ratio_ws at 1000', 1.201, '×', { most: 1.2 })
const enough = line('delivered at 500', 99.5, '%', { least: 99.5 })
const short = line('delivered at 1000', 99.4, '%', { least: 99.5 })
const told = line('the slowest', 1e9, 'ms', null)

it('[POSE-28] a line at its limit passes, one beyond it does not, one without a limit is only told', () => {
  expect([within, over, enough, short, told].map(({ pass }) => pass)).toEqual([true, false, true, false, true])
  expect([within.limit, short.limit, told.limit]).toEqual(['≤ 1.2', '≥ 99.5', ''])
})

it('[POSE-28] what could not be measured does not pass', () => {
  expect(line('ratio_ws at 500', Number.NaN, '×', { most: 1.2 }).pass).toBe(false)
  expect(line('delivered at 500', Number.NaN, '%', { least: 99.5 }).pass).toBe(false)
})

it('[POSE-28] the last line is one object: bench, at, machine, lines, pass', () => {
  const said = summary('fanout', [within, short])
  expect(said).not.toContain('\n')
  const read = JSON.parse(said) as Record<string, unknown>
  expect(Object.keys(read)).toEqual(['bench', 'at', 'machine', 'lines', 'pass'])
  expect(read).toMatchObject({ bench: 'fanout', pass: false, lines: [within, short] })
  expect(Date.parse(String(read['at']))).not.toBeNaN()
  expect(JSON.parse(summary('fanout', [within, told]))).toMatchObject({ pass: true })
})

it('[POSE-28] the table names a missed limit', () => {
  const [head = '', ...rows] = table([within, short, told]).split('\n')
  expect(head).toMatch(/^what +figure +unit +limit/)
  expect(rows.map((row) => row.trimEnd().split(/ {2,}/).at(-1))).toEqual(['pass', 'MISSED', 'ms'])
})
