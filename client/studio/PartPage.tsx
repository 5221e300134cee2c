// One part of the booth with its heading: what it is for, who else is in it, which of two texts stays, and its fields.

import { type ReactNode, useEffect, useRef } from 'react'
import { CONTENT_MAX, type Section } from '../../shared/booth/content.ts'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { useNoun } from '../ui/use-app.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'
import { BothTexts } from './BothTexts.tsx'
import { FrontPart } from './FrontPart.tsx'
import { ModelPart } from './ModelPart.tsx'
import { ProductsPart, ProjectsPart } from './OfferParts.tsx'
import { PanelsPart } from './PanelsPart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { PublishPart } from './PublishPart.tsx'
import { type StudioPart, sectionOf } from './parts.ts'
import { SpotsPart } from './SpotsPart.tsx'
import { useOthers } from './use-studio.ts'

const PAGES: Readonly<Record<StudioPart, (props: { readonly city: string }) => ReactNode>> = {
  model: ModelPart,
  front: FrontPart,
  panels: PanelsPart,
  spots: SpotsPart,
  people: PeoplePart,
  products: ProductsPart,
  projects: ProjectsPart,
  publish: PublishPart,
}

export function PartPage({ city, part }: { readonly city: string; readonly part: StudioPart }) {
  const say = useWords(PART_WORDS)
  const title = useArrivedAt(part)
  const section = sectionOf(part)
  const two = useNoun('studio', ({ parts }) => Boolean(section && parts?.[section].theirs))
  const Page = PAGES[part]
  return (
    <section className="part-page stack" aria-labelledby="part-title">
      <div className="part-head">
        <h2 id="part-title" ref={title} tabIndex={-1}>
          {say(`part.${part}`)}
        </h2>
        {section && <PartHelp section={section} />}
      </div>
      {section && <Others section={section} />}
      {section && two ? <BothTexts section={section} /> : <Page city={city} />}
    </section>
  )
}

/** Whoever goes to another part begins at its heading, by eye and by keyboard; the first one is left alone. */
function useArrivedAt(part: StudioPart) {
  const title = useRef<HTMLHeadingElement>(null)
  const first = useRef(part)
  useEffect(() => {
    if (first.current === part) return
    first.current = part
    // A thing that the address names takes the keyboard itself.
    if (!location.hash) title.current?.focus({ preventScroll: true })
  }, [part])
  return title
}

function PartHelp({ section }: { readonly section: Section }) {
  const say = useWords(PART_WORDS)
  const { language } = useLanguage()
  const max = section === 'model' || section === 'front' ? 0 : CONTENT_MAX[section]
  return (
    <p className="muted">
      {say(`part.${section}-help`, { max })}
      {language === 'en' && ' '}
      {section !== 'model' && say('part.languages-help')}
    </p>
  )
}

function Others({ section }: { readonly section: Section }) {
  const say = useWords(PART_WORDS)
  const { names, own } = useOthers(section)
  const name = names.map((one) => one ?? say('lock.colleague')).join(', ')
  if (names.length === 0 && !own) return null
  return (
    <p className="banner" role="status">
      <span>
        <strong>{names.length > 0 ? say('lock.other', { name }) : say('lock.own')}</strong>{' '}
        {names.length > 0 && say('lock.other-help')}
      </span>
    </p>
  )
}
