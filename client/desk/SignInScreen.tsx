// Signing in for staff: by the one-time link's token (in the fragment, which no server log sees), by password, by passkey.

import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Me } from '../../shared/protocol/wire.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import type { Outcome, Refused } from '../state/outcome.ts'
import { Button } from '../ui/Button.tsx'
import { LineField } from '../ui/fields.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { FootRiver } from '../ui/Ribbon.tsx'
import { RefusalLine } from '../ui/refusal.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useTitle } from '../ui/use-title.ts'
import { useWords } from '../ui/words.tsx'
import './desk.css'

export function SignInScreen() {
  const say = useWords(DESK_WORDS)
  useTitle(say('sign-in.title'))
  const [, go] = useLocation()
  const [refused, setRefused] = useState<Refused | null>(null)
  const signedIn = (reply: Outcome<Me>) => {
    setRefused(reply.ok ? null : reply)
    if (reply.ok) go(placeOf(reply.value), { replace: true })
  }
  const byLink = useToken(signedIn)
  return (
    <>
      <PageHead />
      <main className="sign-in">
        <h1>{say('sign-in.title')}</h1>
        <p className="muted">{say('sign-in.guests')}</p>
        {byLink && !refused ? <p role="status">{say('sign-in.by-link')}</p> : null}
        <RefusalLine refused={refused} />
        <PasswordForm done={signedIn} />
        <p className="small muted">{say('sign-in.kept')}</p>
      </main>
      <FootRiver />
    </>
  )
}

/** One city's staff goes straight to its studio, the others to the desk. */
const placeOf = (me: Me): string =>
  me.house.length === 0 && me.cities.length === 1 ? `/studio/${me.cities[0]}` : '/desk'

/** Uses the token of the fragment once, and takes it out of the address. @returns whether there was one */
function useToken(signedIn: (reply: Outcome<Me>) => void): boolean {
  const { person } = useActions()
  const [token, setToken] = useState(() => location.hash.slice(1))
  const used = useRef('')
  useEffect(() => {
    // A second link opened in the same tab changes the fragment only.
    const changed = () => location.hash.length > 1 && setToken(location.hash.slice(1))
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  useEffect(() => {
    if (!token || used.current === token) return
    used.current = token
    history.replaceState(null, '', location.pathname + location.search)
    void person.signInByLink(token).then(signedIn)
  })
  return token !== ''
}

function PasswordForm({ done }: { done(reply: Outcome<Me>): void }) {
  const say = useWords(DESK_WORDS)
  const { person } = useActions()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const { onSubmit, busy } = useSubmit(async () => done(await person.signInByPassword(login, password)))
  return (
    <form className="stack" onSubmit={onSubmit}>
      <LineField label={say('sign-in.login')} value={login} change={setLogin} autoComplete="username webauthn" />
      <LineField
        label={say('sign-in.password')}
        type="password"
        value={password}
        change={setPassword}
        autoComplete="current-password"
      />
      <Button look="first" size="big" type="submit" aria-busy={busy} disabled={!login || !password}>
        {say('sign-in.go')}
      </Button>
      {typeof PublicKeyCredential !== 'undefined' && (
        <Button onPress={async () => done(await person.signInByPasskey())}>{say('sign-in.passkey')}</Button>
      )}
    </form>
  )
}
