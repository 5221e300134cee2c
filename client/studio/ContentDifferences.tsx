// Two whole contents of a booth: part by part, where they differ.

import { type BoothContent, SECTIONS } from '../../shared/booth/content.ts'
import { PUBLISH_WORDS } from '../../shared/words/publish.ts'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { useWords } from '../ui/words.tsx'
import { DifferenceTable, useSayers } from './BothTexts.tsx'
import { differences } from './section-texts.ts'
import './parts.css'

interface DifferencesProps {
  readonly a: BoothContent
  readonly b: BoothContent
  /** What the two are called. */
  readonly names: readonly [string, string]
  /** Level of the parts' headings, one below that of what is around. */
  readonly level: 3 | 4
}

export function ContentDifferences({ a, b, names, level }: DifferencesProps) {
  const say = useWords(PUBLISH_WORDS)
  const part = useWords(PART_WORDS)
  const sayers = useSayers()
  const Heading = `h${level}` as const
  const found = SECTIONS.map((section) => [section, differences(section, a[section], b[section], sayers)] as const)
  const different = found.filter(([, list]) => list.length > 0)
  if (different.length === 0) return <p className="muted">{say('publish.compare-same')}</p>
  return different.map(([section, list]) => (
    <div key={section} className="stack">
      <Heading>{part(`part.${section}`)}</Heading>
      <DifferenceTable a={names[0]} b={names[1]} found={list} />
    </div>
  ))
}
