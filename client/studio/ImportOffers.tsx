// Taking products or projects out of a spreadsheet: pasted or from a CSV file, shown before it is taken, with what could not be read.

import { useMemo, useState } from 'react'
import { CONTENT_MAX } from '../../shared/booth/content.ts'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { TABLE_WORDS } from '../../shared/words/studio-table.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, LineField } from '../ui/fields.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useActions } from '../ui/use-app.tsx'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { FileButton } from './FileButton.tsx'
import { columnNames, type Offer, type OfferKind, offersOf, type Taken, type Unread } from './offers.ts'
import { rowsOf, textOf } from './table.ts'

/** Items and faults that are listed; of more only the count is said. */
const SHOWN = 8

interface ImportProps<K extends OfferKind> {
  readonly kind: K
  readonly items: readonly Offer<K>[]
  take(items: readonly Offer<K>[]): void
}

export function ImportOffers<K extends OfferKind>(props: ImportProps<K>) {
  const say = useWords(TABLE_WORDS)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say('table.open')}</Button>
      <Sheet title={say(`table-title.${props.kind}`)} open={open} wide close={() => setOpen(false)}>
        <ImportForm {...props} close={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

function ImportForm<K extends OfferKind>({ kind, items, take, close }: ImportProps<K> & { close(): void }) {
  const say = useWords(TABLE_WORDS)
  const { studio, say: tell } = useActions()
  const [text, setText] = useState('')
  const [how, setHow] = useState<'append' | 'replace'>('append')
  const [bad, setBad] = useState(false)
  const before = how === 'append' ? items : []
  const room = CONTENT_MAX[kind] - before.length
  const taken = useMemo(() => offersOf(kind, rowsOf(text), room, studio.newItem), [kind, text, room, studio])
  const read = async (file: File) => {
    const found = textOf(new Uint8Array(await file.arrayBuffer()))
    setBad(found === null)
    if (found !== null) setText(found)
  }
  const go = () => {
    take([...before, ...taken.items])
    tell(say('table.taken', { count: taken.items.length }))
    close()
  }
  const some = text.trim() !== ''
  return (
    <div className="stack">
      <p>{say('table.lead')}</p>
      <p className="small muted">{say('table.columns', { columns: columnNames(kind).join(' · ') })}</p>
      <LineField label={say('table.paste')} value={text} lines={5} change={setText} />
      <FileButton
        name={say('table.file')}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        take={(file) => void read(file)}
      />
      {bad && (
        <p className="wrong" role="alert">
          {say('table.file-bad')}
        </p>
      )}
      {some && <Preview taken={taken} />}
      {taken.items.length > 0 && (
        <>
          {items.length > 0 && (
            <Choice<'append' | 'replace'>
              label={say('table.how')}
              value={how}
              options={[
                ['append', say('table.append')],
                ['replace', say('table.replace')],
              ]}
              change={setHow}
            />
          )}
          <div>
            <Button look="first" onPress={go}>
              {say('table.take', { count: taken.items.length })}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function Preview<K extends OfferKind>({ taken }: { readonly taken: Taken<K> }) {
  const say = useWords(TABLE_WORDS)
  const parts = useWords(PART_WORDS)
  const { language } = useLanguage()
  const { items, unread } = taken
  return (
    <section className="stack preview" aria-live="polite">
      <h3>{say('table.found', { count: items.length })}</h3>
      {items.length > 0 && (
        <ul className="preview-items">
          {items.slice(0, SHOWN).map((item, i) => (
            <li key={item.id}>
              <strong>{inLanguage(item.name, language) || parts('list-one.products', { place: i + 1 })}</strong>
              <span className="muted small">{inLanguage('price' in item ? item.price : item.amount, language)}</span>
              <span className="muted small preview-text">{inLanguage(item.text, language)}</span>
            </li>
          ))}
        </ul>
      )}
      {items.length > SHOWN && <p className="muted small">{say('table.more', { count: items.length - SHOWN })}</p>}
      {unread.length > 0 && <UnreadList unread={unread} />}
    </section>
  )
}

function UnreadList({ unread }: { readonly unread: readonly Unread[] }) {
  const say = useWords(TABLE_WORDS)
  return (
    <>
      <h3>{say('table.unread', { count: unread.length })}</h3>
      <ul className="findings">
        {unread.slice(0, SHOWN).map((one) => (
          <li key={JSON.stringify(one)}>
            {'row' in one && say('table.row', { row: one.row })}
            {say(`table.${one.code}`, { ...one })}
          </li>
        ))}
      </ul>
      {unread.length > SHOWN && <p className="muted small">{say('table.more', { count: unread.length - SHOWN })}</p>}
    </>
  )
}
