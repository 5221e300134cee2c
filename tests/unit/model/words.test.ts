// Every code that the model's parts can say has words in both languages, and the words ask for nothing that is not told.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import IntlMessageFormat from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { FILE_KINDS } from '../../../shared/booth/files.ts'
import { CITY_FILE_WORDS } from '../../../shared/words/city-file.ts'
import { IMPORT_WORDS } from '../../../shared/words/import.ts'
import { MODEL_WORDS } from '../../../shared/words/model.ts'
import { COMMAND_WORDS } from '../../../shared/words/model-command.ts'
import { FORMAT_WORDS } from '../../../shared/words/model-formats.ts'
import { MENDING_WORDS } from '../../../shared/words/model-mending.ts'
import { ROOT } from '../../support/paths.ts'

const SOURCES = ['models/pipeline', 'server/model', 'shared/model'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
)

const said = new Set(
  SOURCES.flatMap((text) => [...text.matchAll(/'(model\.[a-z0-9-]+)'/g)].map(([, code]) => code ?? '')),
)
for (const level of ['near', 'mid', 'far']) said.add(`model.found-over-${level}`)
for (const kind of FILE_KINDS) said.add(`model.file-not-${kind}`)
const WORDS = {
  ...MODEL_WORDS,
  ...FORMAT_WORDS,
  ...MENDING_WORDS,
  ...COMMAND_WORDS,
  ...CITY_FILE_WORDS,
  ...IMPORT_WORDS,
}

describe('words for models', () => {
  it('[MODEL-21] every code has words, and there are no words for codes that nobody says', () => {
    expect(SOURCES.length).toBeGreaterThan(30)
    expect([...said].sort()).toEqual(Object.keys(WORDS).sort())
  })

  it('[MODEL-21] both languages are good ICU messages that ask for the same values', () => {
    for (const [code, { zh, en }] of Object.entries(WORDS)) {
      expect([code, argumentsOf(zh, 'zh-CN')]).toEqual([code, argumentsOf(en, 'en-GB')])
    }
  })
})

function argumentsOf(text: string, locale: string): string[] {
  const names = new Set<string>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item)
    else if (typeof value === 'object' && value !== null) {
      const { type, value: name } = value as { type?: number; value?: unknown }
      // Types 1 to 6 are arguments: plain, number, date, time, select, plural.
      if (type !== undefined && type >= 1 && type <= 6 && typeof name === 'string') names.add(name)
      for (const inner of Object.values(value)) walk(inner)
    }
  }
  walk(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}
