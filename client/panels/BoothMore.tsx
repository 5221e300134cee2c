// All that a city shows at its booth, as a sheet over the hall: panels with their figures, spots, projects, products, people to contact.
// Offered where the city shows anything of its own; read when it is opened, and anew while it is open and the booth changes.

import { useState } from 'react'
import type { BoothShown } from '../../shared/booth/booth.ts'
import { SECTORS } from '../../shared/hall/cities.ts'
import type { Bilingual } from '../../shared/kit/bilingual.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { SPOT_WORDS } from '../../shared/words/spots.ts'
import { Button } from '../ui/Button.tsx'
import { filePath } from '../ui/paths.ts'
import { Failed } from '../ui/refusal.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useNoun } from '../ui/use-app.tsx'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { usePlaceName } from './place-name.ts'
import { SpotContent } from './SpotContent.tsx'
import { useShown } from './use-shown.ts'
import './booth-more.css'
import './spots.css'

type Content = NonNullable<BoothShown['content']>

export function BoothMore({ city }: { readonly city: string }) {
  const say = useWords(HALL_WORDS)
  const placeName = usePlaceName()
  const own = useNoun('hall', (hall) => Boolean(hall.booths[city]?.own))
  const [open, setOpen] = useState(false)
  // While it is open it stays, also when the booth is taken down meanwhile: what it says then is nothing.
  if (!own && !open) return null
  return (
    <>
      <Button size="small" aria-label={say('hall.more-of', { place: placeName(city) })} onPress={() => setOpen(true)}>
        {say('hall.more')}
      </Button>
      <Sheet title={placeName(city)} open={open} wide close={() => setOpen(false)}>
        <Shown city={city} name={placeName(city)} />
      </Sheet>
    </>
  )
}

function Shown({ city, name }: { readonly city: string; readonly name: string }) {
  const common = useWords(COMMON_WORDS)
  const summary = useNoun('hall', (state) => state.booths[city]?.summary ?? null)
  const { shown, refused, again } = useShown(city)
  return (
    // Within reach of the keyboard, so that it can be scrolled.
    <section className="stack booth-shown" aria-label={name} tabIndex={0}>
      {refused && <Failed refused={refused} again={again} />}
      {!shown && !refused && <p className="muted">{common('common.loading')}</p>}
      {shown?.content && <Everything content={shown.content} summary={summary} />}
    </section>
  )
}

function Everything({ content, summary }: { readonly content: Content; readonly summary: Bilingual | null }) {
  const say = useWords(HALL_WORDS)
  const { language } = useLanguage()
  const read = (text: Bilingual) => inLanguage(text, language)
  const sector = (id: string | null) => SECTORS.find((one) => one.id === id)?.[language] ?? ''
  const { front, panels, spots, projects, products, people } = content
  return (
    <>
      <Picture of={front.logo} className="shown-logo" />
      {read(front.opening) && <p className="shown-opening">{read(front.opening)}</p>}
      {summary && <p className="said">{read(summary)}</p>}
      {panels.map((panel) => (
        <section key={panel.id} className="stack">
          <h3>{read(panel.title)}</h3>
          <Picture of={panel.picture} />
          {read(panel.text) && <p className="said">{read(panel.text)}</p>}
          <Figures panel={panel} />
        </section>
      ))}
      <Spots spots={spots} people={people} />
      <Things
        title={say('hall.projects')}
        things={projects.map((one) => ({
          ...one,
          aside: [sector(one.sector), read(one.amount)].filter(Boolean).join(' · '),
        }))}
      />
      <Things title={say('hall.products')} things={products.map((one) => ({ ...one, aside: read(one.price) }))} />
      <People people={people} />
    </>
  )
}

function Figures({ panel }: { readonly panel: Content['panels'][number] }) {
  const { language } = useLanguage()
  if (panel.figures.length === 0) return null
  return (
    <dl className="shown-figures">
      {panel.figures.map(({ label, value, unit, year, source }) => (
        <div key={`${label.zh}.${label.en}.${value}.${year}`}>
          <dt>{inLanguage(label, language)}</dt>
          <dd>
            <strong>{value}</strong> {inLanguage(unit, language)}
            <span className="small muted">
              {[inLanguage(source, language), year].filter(Boolean).join(language === 'zh' ? '，' : ', ')}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Picture({ of, className }: { readonly of: Content['front']['logo']; readonly className?: string }) {
  const { language } = useLanguage()
  if (!of) return null
  return (
    <img
      className={className ?? 'shown-picture'}
      src={filePath(of.file)}
      alt={inLanguage(of.alt, language)}
      loading="lazy"
    />
  )
}

function Spots({ spots, people }: Pick<Content, 'spots' | 'people'>) {
  const say = useWords(SPOT_WORDS)
  const { language } = useLanguage()
  if (spots.length === 0) return null
  return (
    <section>
      <h3>{say('spot.title')}</h3>
      <ul className="shown-spots">
        {spots.map((spot) => (
          <li key={spot.id}>
            <h4>{inLanguage(spot.name, language)}</h4>
            <SpotContent spot={spot} people={people} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Thing {
  readonly id: string
  readonly name: Bilingual
  readonly text: Bilingual
  readonly aside: string
  readonly picture: Content['front']['logo']
}

function Things({ title, things }: { readonly title: string; readonly things: readonly Thing[] }) {
  const { language } = useLanguage()
  if (things.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="shown-things">
        {things.map(({ id, name, text, aside, picture }) => (
          <li key={id}>
            <strong>{inLanguage(name, language)}</strong>
            {aside && <span className="small aside">{aside}</span>}
            <Picture of={picture} />
            {inLanguage(text, language) && <p className="said small">{inLanguage(text, language)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function People({ people }: { readonly people: Content['people'] }) {
  const say = useWords(HALL_WORDS)
  const { language } = useLanguage()
  if (people.length === 0) return null
  return (
    <section>
      <h3>{say('hall.contacts')}</h3>
      <ul className="shown-things">
        {people.map(({ id, name, post, phone, email }) => (
          <li key={id}>
            <strong>{inLanguage(name, language)}</strong>
            <span className="small aside">{inLanguage(post, language)}</span>
            <span className="row shown-ways">
              {phone && <a href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>{phone}</a>}
              {email && <a href={`mailto:${email}`}>{email}</a>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
