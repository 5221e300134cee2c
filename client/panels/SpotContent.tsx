// What a spot of a booth shows, by its kind: a text, a picture, a film that waits to be played, a PDF to take along, a link that says
// where it leads, a contact.

import { useState } from 'react'
import type { BoothContent } from '../../shared/booth/content.ts'
import type { BoothSpot } from '../../shared/booth/spots.ts'
import { SPOT_WORDS } from '../../shared/words/spots.ts'
import { filePath } from '../ui/paths.ts'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { useFileSize } from './use-file-size.ts'

interface Props {
  readonly spot: BoothSpot
  readonly people: BoothContent['people']
}

export function SpotContent({ spot, people }: Props) {
  const { language } = useLanguage()
  const { shown } = spot
  const text = 'text' in shown ? inLanguage(shown.text, language) : ''
  return (
    <div className="spot-content stack">
      <SpotThing spot={spot} people={people} />
      {text && <p className="said">{text}</p>}
    </div>
  )
}

function SpotThing({ spot: { name, shown }, people }: Props) {
  const { language } = useLanguage()
  switch (shown.kind) {
    case 'text':
      return null
    case 'picture':
      return (
        shown.picture && (
          <img
            className="shown-picture"
            src={filePath(shown.picture.file)}
            alt={inLanguage(shown.picture.alt, language)}
            loading="lazy"
          />
        )
      )
    case 'film':
      return shown.file && <Film file={shown.file} filename={shown.filename} name={inLanguage(name, language)} />
    case 'pdf':
      return shown.file && <Pdf file={shown.file} filename={shown.filename} />
    case 'link':
      return shown.url ? <LeadsOut url={shown.url} /> : null
    case 'contact':
      return <ContactOf person={people.find(({ id }) => id === shown.person)} />
  }
}

interface FileProps {
  readonly file: string
  readonly filename: string
}

function Film({ file, filename, name }: FileProps & { readonly name: string }) {
  const say = useWords(SPOT_WORDS)
  const [failed, setFailed] = useState(false)
  return (
    <>
      {/* Only its first bytes until somebody plays it. */}
      <video
        className="spot-film"
        src={filePath(file)}
        controls
        playsInline
        preload="metadata"
        aria-label={say('spot.film-name', { name })}
        onError={() => setFailed(true)}
      />
      {failed && (
        <p className="banner warm" role="status">
          <span>{say('spot.film-failed')}</span>
          <a href={filePath(file)} download={filename || name}>
            {say('spot.download')}
          </a>
        </p>
      )}
    </>
  )
}

function Pdf({ file, filename }: FileProps) {
  const say = useWords(SPOT_WORDS)
  const size = useFileSize(file)
  return (
    <div className="stack spot-way">
      <a className="button first" href={filePath(file)} download={filename || true}>
        {size ? say('spot.pdf-open-size', { size }) : say('spot.pdf-open')}
      </a>
      <p className="small muted">
        {filename && <span className="spot-file">{filename} · </span>}
        {say('spot.pdf-help')}
      </p>
    </div>
  )
}

function LeadsOut({ url }: { readonly url: string }) {
  const say = useWords(SPOT_WORDS)
  return (
    <div className="stack spot-way">
      <a className="button first" href={url} target="_blank" rel="noopener noreferrer">
        {say('spot.link-open', { host: new URL(url).host })}
      </a>
      <p className="small muted spot-url">{say('spot.link-help', { url })}</p>
    </div>
  )
}

function ContactOf({ person }: { readonly person: BoothContent['people'][number] | undefined }) {
  const say = useWords(SPOT_WORDS)
  const { language } = useLanguage()
  if (!person) return <p className="muted">{say('spot.contact-gone')}</p>
  const { name, post, phone, email } = person
  return (
    <div className="spot-contact">
      <strong>{inLanguage(name, language)}</strong>
      {inLanguage(post, language) && <span className="muted">{inLanguage(post, language)}</span>}
      <span className="row shown-ways">
        {phone && <a href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>{phone}</a>}
        {email && <a href={`mailto:${email}`}>{email}</a>}
      </span>
    </div>
  )
}
