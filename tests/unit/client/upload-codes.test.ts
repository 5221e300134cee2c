// Whatever an upload can be refused with is said in the studio in both languages, whichever table its words stand in.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CODE_DEFAULTS, CODE_WORDS } from '../../../client/studio/code-words.ts'
import { format } from '../../../client/ui/words.tsx'
import { STATUS } from '../../../server/model/upload-refusals.ts'
import { ROOT } from '../../support/paths.ts'

/** What the route, the queue, the disk's troubles and the asking for rights can answer, by what their sources say. */
const FILES = [
  ...readdirSync(join(ROOT, 'server/model')).map((name) => `server/model/${name}`),
  'server/app-models.ts',
  'server/storage/trouble.ts',
  'server/http/server.ts',
  'server/http/faults.ts',
  'client/net/upload-model.ts',
]
const CODE = /'((?:model|storage|wire|person|booth|line)\.[a-z][a-z0-9-]*)'/g

it('[UI-53] every code that an upload can be refused with has words that can be said without its values', () => {
  const said = FILES.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(CODE)].map((match) => match[1] ?? ''),
  )
  const codes = [...new Set([...said, ...Object.keys(STATUS)])]
  expect(codes).toEqual(expect.arrayContaining(['model.too-large', 'storage.full', 'booth.unknown', 'line.none']))
  expect(codes.filter((code) => !CODE_WORDS[code])).toEqual([])
  for (const code of codes) {
    const words = CODE_WORDS[code]
    for (const language of ['zh', 'en'] as const) {
      expect(format(language, words?.[language] ?? '', CODE_DEFAULTS)).not.toMatch(/^$|[{}]/)
    }
  }
})
