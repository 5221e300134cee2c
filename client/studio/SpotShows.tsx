// What a spot shows: the kind in plain words, and its fields.

import { Link } from 'wouter'
import { type ItemId, TEXT_MAX } from '../../shared/booth/content.ts'
import { SPOT_KINDS, type SpotKind, type SpotShown } from '../../shared/booth/spots.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { SPOT_FIELD_WORDS } from '../../shared/words/studio-spots.ts'
import { Choice } from '../ui/fields.tsx'
import { studioPath } from '../ui/paths.ts'
import { useNoun } from '../ui/use-app.tsx'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { FileField } from './FileField.tsx'
import { PictureField } from './PictureField.tsx'
import { asKind, linkFault, withFields } from './spot-shows.ts'
import { BothField, WholeField } from './text-fields.tsx'

interface ShowsProps {
  readonly city: string
  readonly shown: SpotShown
  /** @param next made out of what it shows by then: a file may have been long on its way */
  change(next: (now: SpotShown) => SpotShown, mark: string): void
}

export function SpotShows(props: ShowsProps) {
  const say = useWords(SPOT_FIELD_WORDS)
  const field = useWords(FIELD_WORDS)
  const { shown, change } = props
  return (
    <>
      <div className="spot-kinds">
        <Choice<SpotKind>
          label={say('spots.kind')}
          value={shown.kind}
          options={SPOT_KINDS.map((kind) => [kind, say(`spots.kind-${kind}`)] as const)}
          change={(kind) => change((now) => asKind(now, kind, TEXT_MAX.beside), 'kind')}
        />
      </div>
      <KindFields {...props} />
      {'text' in shown && (
        <BothField
          label={shown.kind === 'text' ? field('field.text') : say('spots.beside')}
          value={shown.text}
          max={shown.kind === 'text' ? TEXT_MAX.shown : TEXT_MAX.beside}
          lines={shown.kind === 'text' ? 6 : 3}
          change={(text, typed) => change((now) => withFields(now, shown.kind, { text }), `text.${typed}`)}
        />
      )}
    </>
  )
}

function KindFields({ city, shown, change }: ShowsProps) {
  const field = useWords(FIELD_WORDS)
  switch (shown.kind) {
    case 'text':
      return null
    case 'picture':
      return (
        <PictureField
          city={city}
          label={field('field.picture')}
          picture={shown.picture}
          change={(picture, mark) => change((now) => withFields(now, 'picture', { picture }), `picture.${mark}`)}
        />
      )
    case 'film':
    case 'pdf':
      return (
        <FileField
          key={shown.kind}
          city={city}
          kind={shown.kind}
          file={shown.file}
          filename={shown.filename}
          change={(file, mark) => change((now) => withFields(now, shown.kind, file), `file.${mark}`)}
        />
      )
    case 'link':
      return <LinkField url={shown.url} change={(url) => change((now) => withFields(now, 'link', { url }), 'url')} />
    case 'contact':
      return (
        <ContactField
          city={city}
          person={shown.person}
          change={(person) => change((now) => withFields(now, 'contact', { person }), 'person')}
        />
      )
  }
}

function LinkField({ url, change }: { readonly url: string; change(url: string): void }) {
  const say = useWords(SPOT_FIELD_WORDS)
  return (
    <WholeField
      label={say('spots.url')}
      value={url}
      fits={(typed) => linkFault(typed.trim()) === null}
      wrong={(typed) => say(`spots.url-${linkFault(typed.trim()) ?? 'broken'}`)}
      help={say('spots.url-help')}
      inputMode="url"
      max={TEXT_MAX.url}
      change={(typed) => change(typed.trim())}
    />
  )
}

interface ContactProps {
  readonly city: string
  readonly person: ItemId | null
  change(person: ItemId | null): void
}

function ContactField({ city, person, change }: ContactProps) {
  const say = useWords(SPOT_FIELD_WORDS)
  const part = useWords(PART_WORDS)
  const { language } = useLanguage()
  const people = useNoun('studio', ({ parts }) => parts?.people.mine)
  const gone = person !== null && !people?.some(({ id }) => id === person)
  const add = <Link href={studioPath(city, 'people')}>{say('spots.contact-add')}</Link>
  if (!people || (people.length === 0 && !gone))
    return (
      <p className="banner warm">
        <span>{say('spots.contact-empty')}</span>
        {add}
      </p>
    )
  return (
    <div className="field spot-contact-field">
      <label>
        {say('spots.contact')}
        <select value={person ?? ''} onChange={(event) => change((event.target.value || null) as ItemId | null)}>
          <option value="">{say('spots.contact-none')}</option>
          {gone && <option value={person}>{say('spots.contact-gone')}</option>}
          {people.map(({ id, name }, i) => (
            <option key={id} value={id}>
              {inLanguage(name, language) || part('list-one.people', { place: i + 1 })}
            </option>
          ))}
        </select>
      </label>
      <p>{add}</p>
    </div>
  )
}
