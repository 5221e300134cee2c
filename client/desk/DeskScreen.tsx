// The desk of the house's staff: the programme, their booths, the staff and its sign-in links, their own way of signing in.

import { useLocation } from 'wouter'
import type { Me } from '../../shared/protocol/wire.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { studioPath } from '../ui/paths.ts'
import { Failed, useRefusal } from '../ui/refusal.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useMe } from '../ui/use-me.ts'
import { useTitle } from '../ui/use-title.ts'
import { useWords } from '../ui/words.tsx'
import { Account } from './Account.tsx'
import { Booths } from './Booths.tsx'
import { MakeLink } from './MakeLink.tsx'
import { useCityName, useRoleWords } from './role-words.ts'
import { Sessions } from './Sessions.tsx'
import { Staff } from './Staff.tsx'
import '../ui/staff.css'
import './desk.css'

export function DeskScreen() {
  const common = useWords(COMMON_WORDS)
  useTitle(common('common.desk'))
  const { me, known, refused, again } = useMe()
  const staff = me?.kind === 'staff'
  return (
    <div className="staff">
      <PageHead>{staff && <SignOut />}</PageHead>
      <main>
        {staff && <Inside me={me} />}
        {!staff && known && <SignInFirst />}
        {!staff && !known && refused && <Failed refused={refused} again={again} />}
      </main>
    </div>
  )
}

function SignOut() {
  const common = useWords(COMMON_WORDS)
  const refusal = useRefusal()
  const { person, say } = useActions()
  const [, go] = useLocation()
  const out = async () => {
    const reply = await person.signOut()
    if (reply.ok) go('/sign-in')
    else say(refusal(reply), 'urgent')
  }
  return (
    <Button look="quiet" size="small" onPress={out}>
      {common('common.sign-out')}
    </Button>
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
  const roles = useRoleWords()(me)
  return (
    <>
      <header className="staff-head">
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
        <div className="stack">
          {me.house.includes('operator') && <Booths />}
          {me.house.length > 0 && <Sessions />}
        </div>
        <div className="stack">
          {me.cities.length > 0 && <Studios cities={me.cities} />}
          {me.house.includes('operator') && <Staff />}
          {me.house.includes('operator') && <MakeLink />}
          <Account />
        </div>
      </div>
    </>
  )
}

function Studios({ cities }: { readonly cities: readonly string[] }) {
  const say = useWords(DESK_WORDS)
  const cityName = useCityName()
  return (
    <section className="card staff-card" aria-labelledby="studios-title">
      <h2 id="studios-title">{say('desk.studios')}</h2>
      {cities.map((city) => (
        <LinkButton key={city} to={studioPath(city)}>
          {say('desk.studio-of', { city: cityName(city) })}
        </LinkButton>
      ))}
    </section>
  )
}
