// How a member of the staff signs in from now on: a password, a passkey.

import { useState } from 'react'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import type { Refused } from '../state/outcome.ts'
import { Button } from '../ui/Button.tsx'
import { LineField } from '../ui/fields.tsx'
import { RefusalLine } from '../ui/refusal.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../ui/words.tsx'

const SHORTEST = 10

export function Account() {
  const say = useWords(DESK_WORDS)
  const { person, say: tell } = useActions()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const { onSubmit, busy } = useSubmit(async () => {
    const reply = await person.setPassword(login.trim(), password)
    setRefused(reply.ok ? null : reply)
    if (!reply.ok) return
    setPassword('')
    tell(say('desk.password-set'))
  })
  const addPasskey = async () => {
    const reply = await person.addPasskey()
    setRefused(reply.ok ? null : reply)
    if (reply.ok) tell(say('desk.passkey-added'))
  }
  return (
    <section className="card staff-card" aria-labelledby="account-title">
      <h2 id="account-title">{say('desk.account')}</h2>
      <form className="stack" onSubmit={onSubmit}>
        <LineField label={say('sign-in.login')} value={login} change={setLogin} max={80} autoComplete="username" />
        <LineField
          label={say('sign-in.password')}
          type="password"
          value={password}
          change={setPassword}
          autoComplete="new-password"
          help={say('desk.password-help')}
        />
        <RefusalLine refused={refused} />
        <div className="row">
          <Button type="submit" aria-busy={busy} disabled={!login.trim() || password.length < SHORTEST}>
            {say('desk.set-password')}
          </Button>
          {typeof PublicKeyCredential !== 'undefined' && (
            <Button look="quiet" onPress={addPasskey}>
              {say('desk.add-passkey')}
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}
