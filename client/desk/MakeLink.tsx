// The operator makes a one-time sign-in link for a host, a city's staff or another operator.

import { useState } from 'react'
import { CITIES } from '../../shared/hall/cities.ts'
import type { StaffRole } from '../../shared/protocol/http.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import { Handed } from '../panels/host/HandOut.tsx'
import type { Refused } from '../state/outcome.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, LineField } from '../ui/fields.tsx'
import { addressOf } from '../ui/paths.ts'
import { RefusalLine } from '../ui/refusal.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useLanguage, useWords } from '../ui/words.tsx'

type For = 'host' | 'city' | 'operator'

interface Made {
  readonly url: string
  readonly name: string
  readonly expiresAt: number
}

export function MakeLink() {
  const say = useWords(DESK_WORDS)
  const { language } = useLanguage()
  const { desk } = useActions()
  const [whom, setWhom] = useState<For>('host')
  const [city, setCity] = useState(CITIES[0]?.id ?? '')
  const [name, setName] = useState('')
  const [made, setMade] = useState<Made | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { onSubmit, busy } = useSubmit(async () => {
    const role: StaffRole = whom === 'city' ? { city } : { house: whom }
    const reply = await desk.makeLink(role, name.trim())
    setRefused(reply.ok ? null : reply)
    if (reply.ok) setMade({ ...reply.value, name: name.trim() })
  })
  return (
    <section className="card staff-card" aria-labelledby="link-title">
      <h2 id="link-title">{say('desk.make-link')}</h2>
      <form className="stack" onSubmit={onSubmit}>
        <Choice<For>
          label={say('desk.for')}
          value={whom}
          change={setWhom}
          options={[
            ['host', say('desk.for-host')],
            ['city', say('desk.for-staff')],
            ['operator', say('desk.for-operator')],
          ]}
        />
        {whom === 'city' && (
          <div className="field">
            <label htmlFor="link-city">{say('desk.for-city')}</label>
            <select id="link-city" value={city} onChange={(event) => setCity(event.target.value)}>
              {CITIES.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name[language]}
                </option>
              ))}
            </select>
          </div>
        )}
        <LineField label={say('desk.for-name')} value={name} change={setName} max={40} help={say('desk.make-help')} />
        <RefusalLine refused={refused} />
        <Button type="submit" aria-busy={busy} disabled={!name.trim()}>
          {say('desk.make')}
        </Button>
      </form>
      {made && <MadeLink made={made} />}
    </section>
  )
}

function MadeLink({ made }: { readonly made: Made }) {
  const say = useWords(DESK_WORDS)
  const { locale } = useLanguage()
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(made.expiresAt)
  return (
    <div role="status">
      <Handed label={say('desk.made', { name: made.name, time })} text={addressOf(made.url)} />
    </div>
  )
}
