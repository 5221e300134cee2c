// The command's answer for people: what became of the file, its figures, and a line for each remark.
import IntlMessageFormat from 'intl-messageformat'
import type { Remark } from '../../shared/model/summary.ts'
import { MODEL_WORDS } from '../../shared/words/model.ts'
import { COMMAND_WORDS } from '../../shared/words/model-command.ts'
import { FORMAT_WORDS } from '../../shared/words/model-formats.ts'
import { MENDING_WORDS } from '../../shared/words/model-mending.ts'
import type { WordTable } from '../../shared/words/words.ts'
import type { Said } from './command.ts'

const table: WordTable = { ...MODEL_WORDS, ...FORMAT_WORDS, ...MENDING_WORDS, ...COMMAND_WORDS }

/** A remark as an English sentence; the code alone where there are no words. */
export function sentence({ code, detail }: Remark): string {
  const text = table[code]?.en
  if (text === undefined) return code
  return String(new IntlMessageFormat(text, 'en-GB', undefined, { ignoreTag: true }).format(detail))
}

/** The whole answer, ending with a line's end. */
export function inWords({ ok, name, faults, findings, report, stills }: Said): string {
  const lines = [sentence({ code: ok ? 'model.accepted' : 'model.refused', detail: { name: name || '–' } })]
  for (const fault of faults) lines.push(`  ${sentence(fault)} [${fault.code}]`)
  if (report) {
    for (const level of ['before', 'near', 'mid', 'far'] as const) {
      const { bytes, triangles, drawCalls, textures } = report[level]
      lines.push(`  ${sentence({ code: 'model.figures', detail: { level, bytes, triangles, drawCalls, textures } })}`)
    }
  }
  if (ok && report) lines.push(`  ${sentence({ code: 'model.pictures', detail: { count: stills } })}`)
  for (const finding of findings) lines.push(`  · ${sentence(finding)}`)
  return `${lines.join('\n')}\n`
}
