// The words a person reads, for tests that find things by name: the same tables and the same formatting as the interface.

import { IntlMessageFormat } from 'intl-messageformat'
import type { WordTable } from '../../shared/words/words.ts'

export type Values = Readonly<Record<string, string | number>>

/** Formats keys of one table in one language. */
export function inWords<T extends WordTable>(table: T, language: 'zh' | 'en') {
  return (key: keyof T & string, values: Values = {}): string => {
    const text = table[key]?.[language] ?? ''
    return String(new IntlMessageFormat(text, language === 'zh' ? 'zh-CN' : 'en-GB').format(values))
  }
}
