// The desk of the house's staff: their booths, sessions to plan and open, sign-in links to make, their own way of signing in.

import { useEffect } from 'react'
import { CITIES } from '../../shared/hall/cities.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { studioPath } from '../ui/paths.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useLanguage, useWords } from '../ui/words.tsx'
import { Account } from './Account.tsx'
import { MakeLink } from './MakeLink.tsx'
import { Sessions } from './Sessions.tsx'
import './desk.css'

export function DeskScreen() {
  const common = useWords(COMMON_WORDS)
  useTitle(common('common.desk'))
  const { person } = useActions()
  const me = useNoun('person', (state) => state.me)
  const known = useNoun('person', (state) => state.known)
  useEffect(() => void person.enter(), [person])
  return (
    <div className="desk">
      <PageHead>
        {me?.kind === 'staff' && (
          <Button look="quiet" size="small" onPress={() => person.signOut()}>
            {common('common.sign-out')}
          </Button>
        )}
      </PageHead>
      <main>{me?.kind === 'staff' ? <Inside me={me} /> : known ? <SignInFirst /> : null}</main>
    </div>
  )
}

function SignInFirst() {
  const say = useWords(DESK_WORDS)
  const common = useWords(COMMON_WORDS)
  return (
    <div className="plain-page">
      <h1>{say('desk.sign-in-first')}</h1>
      <LinkButton to="/sign-in" look="first">
        {common('common.sign-in')}
      </LinkButton>
    </div>
  )
}

function Inside({ me }: { readonly me: Me }) {
  const say = useWords(DESK_WORDS)
  const { language } = useLanguage()
  const nameOf = (id: string) => CITIES.find((city) => city.id === id)?.name[language] ?? id
  const roles = [
    ...me.house.map((role) => say(`desk.${role}`)),
    ...me.cities.map((city) => say('desk.city', { city: nameOf(city) })),
  ]
  const hosts = me.house.length > 0
  return (
    <>
      <header className="desk-head">
        <h1>{me.name ? say('desk.hello', { name: me.name }) : say('desk.title')}</h1>
        <p className="row muted">
          <span>{say('desk.roles')}</span>
          {roles.map((role) => (
            <span key={role} className="tag">
              {role}
            </span>
          ))}
        </p>
      </header>
      <div className="desk-parts">
        {hosts && <Sessions />}
        <div className="stack">
          {me.cities.length > 0 && (
            <section className="card desk-card" aria-labelledby="studios-title">
              <h2 id="studios-title">{say('desk.studios')}</h2>
              {me.cities.map((city) => (
                <LinkButton key={city} to={studioPath(city)}>
                  {say('desk.studio-of', { city: nameOf(city) })}
                </LinkButton>
              ))}
            </section>
          )}
          {me.house.includes('operator') && <MakeLink />}
          <Account />
        </div>
      </div>
    </>
  )
}
