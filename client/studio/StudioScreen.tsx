// The studio of one city: the parts of its booth as a list, the one that is open beside it, saving and undoing above. Owns the
// frame, who may be here, and keeping what is read fresh.

import { useEffect } from 'react'
import { CITIES } from '../../shared/hall/cities.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import { LinkButton } from '../ui/Button.tsx'
import { LineState } from '../ui/LineState.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { cityPage, spotPath } from '../ui/paths.ts'
import { NotFound } from '../ui/plain-pages.tsx'
import { Failed } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useMe } from '../ui/use-me.ts'
import { useTitle } from '../ui/use-title.ts'
import { useLanguage, useWords } from '../ui/words.tsx'
import { PartNav } from './PartNav.tsx'
import { PartPage } from './PartPage.tsx'
import { partNamed, type StudioPart, sectionOf } from './parts.ts'
import { SaveBar } from './SaveBar.tsx'
import { useFreshStudio, useHere } from './use-studio.ts'
import '../ui/staff.css'
import './studio.css'
import './parts.css'

export function StudioScreen({ city: id, part: name }: { readonly city: string; readonly part: string | undefined }) {
  const city = CITIES.find((one) => one.id === id)
  const part = partNamed(name)
  return city && part ? <Studio id={id} part={part} /> : <NotFound />
}

function Studio({ id, part }: { readonly id: string; readonly part: StudioPart }) {
  const say = useWords(STUDIO_WORDS)
  const common = useWords(COMMON_WORDS)
  const { language } = useLanguage()
  const { hall } = useActions()
  const { me, known, refused, again } = useMe()
  const mine = Boolean(me?.cities.includes(id) || me?.house.includes('operator'))
  const name = CITIES.find((one) => one.id === id)?.name[language] ?? id
  useTitle(say('studio.title', { city: name }))
  useEffect(() => {
    if (mine) void hall.open(true)
  }, [hall, mine])
  useFreshStudio(id, mine)
  return (
    <div className="staff studio">
      <PageHead>
        <LineState />
        <LinkButton to="/desk" look="quiet" size="small">
          {common('common.desk')}
        </LinkButton>
      </PageHead>
      <main>
        <header className="staff-head studio-head">
          <h1>{say('studio.title', { city: name })}</h1>
          <p className="row studio-links">
            <a href={cityPage(id)}>{say('studio.public-page')}</a>
            <a href={spotPath(id)}>{say('studio.in-hall')}</a>
          </p>
        </header>
        {!known && refused && <Failed refused={refused} again={again} />}
        {known && !mine && <NotYours />}
        {mine && <Inside id={id} part={part} />}
      </main>
    </div>
  )
}

function Inside({ id, part }: { readonly id: string; readonly part: StudioPart }) {
  const common = useWords(COMMON_WORDS)
  const { studio } = useActions()
  const open = useNoun('studio', (state) => state.booth === id && state.parts !== null)
  const refused = useNoun('studio', (state) => (state.booth === id ? state.refused : null))
  useHere(sectionOf(part), open)
  return (
    <div className="studio-frame">
      <PartNav city={id} now={part} />
      <div className="studio-work">
        {refused && <Failed refused={refused} again={() => studio.open(id)} />}
        {open && <SaveBar city={id} />}
        {!open && !refused && (
          <p className="muted" role="status">
            {common('common.loading')}
          </p>
        )}
        {(open || part === 'model') && <PartPage city={id} part={part} />}
      </div>
    </div>
  )
}

function NotYours() {
  const say = useWords(STUDIO_WORDS)
  const common = useWords(COMMON_WORDS)
  return (
    <div className="stack not-yours">
      <p className="banner warm">
        <span>
          <strong>{say('studio.not-yours')}</strong> {say('studio.not-yours-help')}
        </span>
      </p>
      <LinkButton to="/sign-in" look="first">
        {common('common.sign-in')}
      </LinkButton>
    </div>
  )
}
