// Words on screen: which language is shown, and the formatting of ICU texts. The texts themselves are in shared/words.

import IntlMessageFormat from 'intl-messageformat'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react'
import type { Bilingual } from '../../shared/kit/bilingual.ts'
import type { Language } from '../../shared/protocol/parts.ts'
import type { WordTable, WordValues } from '../../shared/words/words.ts'

/** Says a text of the table it was made for, in the visitor's language. */
export type Say<Key extends string> = (key: Key, values?: WordValues) => string

/** The locale whose dates and numbers go with a language. */
export const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Readonly<Record<Language, string>>

interface Shown {
  readonly language: Language
  readonly locale: string
}

const LanguageContext = createContext<Shown>({ language: 'zh', locale: LOCALES.zh })

/** The language to begin with: the saved choice, else the first one that the browser names and the house speaks, else English. */
export function firstLanguage(saved: string | null, wanted: readonly string[]): Language {
  if (saved === 'zh' || saved === 'en') return saved
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0]
    if (base === 'zh' || base === 'en') return base
  }
  return 'en'
}

/** A text of a city in the language that is read: where only the other one is written, that one. */
export const inLanguage = ({ zh, en }: Bilingual, language: Language): string =>
  language === 'zh' ? zh || en : en || zh

const parsed = new Map<string, IntlMessageFormat>()

/** One text with its values filled in. Values that a text does not name are ignored. */
export function format(language: Language, text: string, values?: WordValues): string {
  const key = `${language}:${text}`
  let message = parsed.get(key)
  if (!message) {
    message = new IntlMessageFormat(text, LOCALES[language], undefined, { ignoreTag: true })
    parsed.set(key, message)
  }
  return String(message.format(values))
}

export function WordsProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const shown = useMemo(() => ({ language, locale: LOCALES[language] }), [language])
  return <LanguageContext value={shown}>{children}</LanguageContext>
}

/** The language shown now, and its locale. */
export const useLanguage = (): Shown => useContext(LanguageContext)

/** Says texts of one table. Each screen asks for the tables it needs, so that a chunk carries its own words only. */
export function useWords<T extends WordTable>(table: T): Say<keyof T & string> {
  const { language } = useLanguage()
  return useCallback(
    (key, values) => {
      const text = table[key]
      return text ? format(language, text[language], values) : key
    },
    [language, table],
  )
}
