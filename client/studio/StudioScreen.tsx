// The studio of one city: what stands on its booth now, a new model's way up, what was done to it.

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
import { useActions } from '../ui/use-app.tsx'
import { useMe } from '../ui/use-me.ts'
import { useTitle } from '../ui/use-title.ts'
import { useLanguage, useWords } from '../ui/words.tsx'
import { CurrentModel } from './CurrentModel.tsx'
import { Earlier } from './Earlier.tsx'
import { UploadModel } from './UploadModel.tsx'
import '../ui/staff.css'
import './studio.css'

export function StudioScreen({ city: id }: { readonly city: string }) {
  const city = CITIES.find((one) => one.id === id)
  return city ? <Studio id={id} /> : <NotFound />
}

function Studio({ id }: { readonly id: string }) {
  const say = useWords(STUDIO_WORDS)
  const common = useWords(COMMON_WORDS)
  const { language } = useLanguage()
  const { hall } = useActions()
  const { me, known, refused, again } = useMe()
  const mine = me?.cities.includes(id) || me?.house.includes('operator')
  const name = CITIES.find((one) => one.id === id)?.name[language] ?? id
  useTitle(say('studio.title', { city: name }))
  useEffect(() => {
    if (mine) void hall.open(true)
  }, [hall, mine])
  return (
    <div className="staff">
      <PageHead>
        <LineState />
        <LinkButton to="/desk" look="quiet" size="small">
          {common('common.desk')}
        </LinkButton>
      </PageHead>
      <main>
        <header className="staff-head">
          <h1>{say('studio.title', { city: name })}</h1>
          <p className="muted">{say('studio.lead')}</p>
          <p className="row studio-links">
            <a href={cityPage(id)}>{say('studio.public-page')}</a>
            <a href={spotPath(id)}>{say('studio.in-hall')}</a>
          </p>
        </header>
        {!known && refused && <Failed refused={refused} again={again} />}
        {known && !mine && <NotYours />}
        {mine && (
          <div className="studio-parts">
            <UploadModel city={id} />
            <div className="stack">
              <CurrentModel city={id} />
              <Earlier city={id} />
            </div>
          </div>
        )}
      </main>
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
