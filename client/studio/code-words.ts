// Words for whatever an upload can be refused with: the model's own codes, the house's, and the line's.

import { CITY_FILE_WORDS } from '../../shared/words/city-file.ts'
import { IMPORT_WORDS } from '../../shared/words/import.ts'
import { MODEL_WORDS } from '../../shared/words/model.ts'
import { FORMAT_WORDS } from '../../shared/words/model-formats.ts'
import { MENDING_WORDS } from '../../shared/words/model-mending.ts'
import { REFUSAL_WORDS } from '../../shared/words/refusals.ts'
import type { WordTable, WordValues } from '../../shared/words/words.ts'
import { useWords } from '../ui/words.tsx'

export const CODE_WORDS: WordTable = {
  ...MODEL_WORDS,
  ...FORMAT_WORDS,
  ...MENDING_WORDS,
  ...CITY_FILE_WORDS,
  ...IMPORT_WORDS,
  ...REFUSAL_WORDS,
}

/** Values that a text asks for and the server left out must not break the sentence. */
export const CODE_DEFAULTS: WordValues = {
  limit: 0,
  count: 0,
  used: 0,
  bytes: 0,
  name: '',
  names: '',
  at: '',
  width: 0,
  height: 0,
  fault: '–',
}

/** Says any code of an upload, also one that this client does not know yet. */
export function useCodeWords(): (code: string, values?: WordValues) => string {
  const say = useWords(CODE_WORDS)
  return (code, values) => say(code, { ...CODE_DEFAULTS, ...values })
}
