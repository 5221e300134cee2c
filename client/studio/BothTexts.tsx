// Two texts of one section: one's own and a colleague's, side by side where they differ; one of them is chosen.

import type { BoothContent, Section } from '../../shared/booth/content.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { Button } from '../ui/Button.tsx'
import { filePath } from '../ui/paths.ts'
import { useActions } from '../ui/use-app.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'
import { type Difference, differences, type Sayers } from './section-texts.ts'
import { useSection } from './use-studio.ts'

export function BothTexts({ section }: { readonly section: Section }) {
  const say = useWords(PART_WORDS)
  const { studio } = useActions()
  const editing = useSection(section)
  const sayers = useSayers()
  const theirs = editing?.part.theirs
  if (!editing || !theirs) return null
  const name = theirs.by?.name ?? say('lock.colleague')
  const found = differences(section, editing.part.mine as BoothContent[Section], theirs.body, sayers)
  return (
    <div className="card staff-card both-texts">
      <h3>{say('both.title')}</h3>
      <p role="alert">{say('both.lead', { name })}</p>
      <DifferenceTable a={say('both.mine')} b={say('both.theirs', { name })} found={found} />
      <div className="row">
        <Button onPress={() => studio.choose(section, 'mine')}>{say('both.take-mine')}</Button>
        <Button onPress={() => studio.choose(section, 'theirs')}>{say('both.take-theirs', { name })}</Button>
      </div>
    </div>
  )
}

export function useSayers(): Sayers {
  const part = useWords(PART_WORDS)
  const field = useWords(FIELD_WORDS)
  const { language } = useLanguage()
  return { part, field, language }
}

interface TableProps {
  /** What the two columns are. */
  readonly a: string
  readonly b: string
  readonly found: readonly Difference[]
}

/** What one of the two says at a place: a text, a picture, or the way to a file. */
function Side({ text, file }: { readonly text: string | null; readonly file: Difference['file'] }) {
  const say = useWords(PART_WORDS)
  if (!text) return <span className="muted">{say('both.empty')}</span>
  if (file === 'picture') return <img className="difference-picture" src={filePath(text)} alt={say('both.picture')} />
  return file === 'other' ? <a href={filePath(text)}>{say('both.file')}</a> : text
}

/** Where two texts differ, row by row. */
export function DifferenceTable({ a, b, found }: TableProps) {
  const say = useWords(PART_WORDS)
  if (found.length === 0) return <p className="muted">{say('both.same')}</p>
  return (
    <table className="differences">
      <thead>
        <tr>
          <th scope="col">{say('both.where')}</th>
          <th scope="col">{a}</th>
          <th scope="col">{b}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((one) => (
          <tr key={one.key}>
            <th scope="row">{one.where}</th>
            <td data-of={a}>
              <Side text={one.a} file={one.file} />
            </td>
            <td data-of={b}>
              <Side text={one.b} file={one.file} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
