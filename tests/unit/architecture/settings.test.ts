// The README's table of settings is the configuration's own table: a setting without a row, or with other words, fails here.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SETTINGS } from '../../../server/config.ts'
import { ROOT } from '../../support/paths.ts'

it('[HOUSE-10] the README lists every setting with its default and its words', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const rows = Object.values(SETTINGS).map(
    ({ name, fallback, words }) => `| \`${name}\` | ${fallback === '' ? '–' : `\`${fallback}\``} | ${words} |`,
  )
  expect(rows.length).toBeGreaterThan(7)
  expect(rows.filter((row) => !readme.includes(row))).toEqual([])
})
