// Every table of words: both languages, the same arguments, nothing left over, nothing that does not format.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import IntlMessageFormat from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES } from '../../../shared/protocol/refusal.ts'
import { REFUSAL_WORDS } from '../../../shared/words/refusals.ts'
import type { WordTable } from '../../../shared/words/words.ts'
import { ROOT } from '../../support/paths.ts'

const FOLDER = join(ROOT, 'shared/words')
const isTable = (value: unknown): value is WordTable => typeof value === 'object' && value !== null
const tables = await Promise.all(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && name !== 'words.ts')
    .map(async (name) => {
      const module: unknown = await import(`../../../shared/words/${name.slice(0, -3)}.ts`)
      return { name, words: Object.values(module ?? {}).filter(isTable) }
    }),
)
const entries = tables.flatMap(({ name, words }) =>
  words.flatMap((table) => Object.entries(table).map(([key, text]) => ({ name, key, ...text }))),
)

type Part = {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
}

/** The arguments a text asks for, nested ones too. */
function argumentsOf(text: string, locale: string): string[] {
  const names = new Set<string>()
  const walk = (parts: readonly Part[]) => {
    for (const part of parts) {
      if (part.type > 0 && part.type !== 7 && typeof part.value === 'string') names.add(part.value)
      for (const option of Object.values(part.options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst() as readonly Part[])
  return [...names].sort()
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) ? [readFileSync(join(ROOT, path), 'utf8')] : []
  })
}

describe('words', () => {
  it('[UI-2] are there in both languages and ask for the same values', () => {
    expect(entries.length).toBeGreaterThan(300)
    const uneven = entries.filter(
      ({ zh, en }) => !zh || !en || argumentsOf(zh, 'zh-CN').join() !== argumentsOf(en, 'en-GB').join(),
    )
    expect(uneven.map(({ key }) => key)).toEqual([])
  })

  it('[UI-2] hold no Chinese in English texts, but for the name of the language itself', () => {
    const mixed = entries.filter(({ key, en }) => /[\u4e00-\u9fff]/.test(en) && !key.endsWith('.other-language'))
    expect(mixed.map(({ key }) => key)).toEqual([])
  })

  it('[UI-2] no key stands twice, and none is left over', () => {
    const keys = entries.map(({ key }) => key)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
    const code = [...sources('client'), ...sources('server')].join('\n')
    const prefixes = [...code.matchAll(/`([a-z][\w-]*\.)\$\{/g)].map((match) => match[1] ?? '')
    const mine = [
      'common',
      'lobby',
      'hall',
      'tour',
      'host',
      'room',
      'studio',
      'studio-parts',
      'studio-fields',
      'studio-table',
      'publish',
      'desk',
    ].map((name) => `${name}.ts`)
    const unused = entries
      .filter(({ name }) => mine.includes(name))
      .filter(({ key }) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)))
    expect(unused.map(({ key }) => key)).toEqual([])
  })

  it('[UI-3] every refusal code is said by the server or the rules', () => {
    const code = [...sources('server'), ...sources('shared')].filter((text) => !text.includes('const REFUSAL_'))
    expect(code.length).toBeGreaterThan(100)
    expect(REFUSAL_CODES.filter((one) => !code.some((text) => text.includes(`'${one}'`)))).toEqual([])
  })

  it('[UI-3] every refusal code has its words', () => {
    const words: WordTable = REFUSAL_WORDS
    expect(REFUSAL_CODES.filter((code) => !words[code])).toEqual([])
    expect(
      Object.keys(words).filter((key) => !key.startsWith('line.') && !REFUSAL_CODES.some((code) => code === key)),
    ).toEqual([])
  })
})
