// Planning a session: its kind, title and time; then the links to hand out, and the way to the next one.

import { useState } from 'react'
import type { HostedSession } from '../../shared/protocol/http.ts'
import { SESSION_KINDS, type SessionKind } from '../../shared/session/kinds.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { HandOut } from '../panels/host/HandOut.tsx'
import type { Refused } from '../state/outcome.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { LineField } from '../ui/fields.tsx'
import { RefusalLine } from '../ui/refusal.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { fromHallClock, ownZone, whenIn } from '../ui/When.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'

/** @param done the programme has one more */
export function PlanSession({ done }: { done(): Promise<void> }) {
  const say = useWords(DESK_WORDS)
  const [planned, setPlanned] = useState<HostedSession | null>(null)
  if (!planned) {
    return (
      <PlanForm
        done={(hosted) => {
          setPlanned(hosted)
          void done()
        }}
      />
    )
  }
  return (
    <div className="planned">
      <p role="status">{say('desk.planned')}</p>
      <HandOut links={planned} />
      <div className="row">
        <LinkButton to={planned.invitation} look="first">
          {say('desk.open')}
        </LinkButton>
        <Button onPress={() => setPlanned(null)}>{say('desk.plan-another')}</Button>
      </div>
    </div>
  )
}

function PlanForm({ done }: { done(hosted: HostedSession): void }) {
  const say = useWords(DESK_WORDS)
  const { session } = useActions()
  const { locale } = useLanguage()
  const [kind, setKind] = useState<SessionKind>('guided-tour')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [when, setWhen] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const plannedFor = fromHallClock(when)
  const elsewhere = plannedFor === null ? null : whenIn(plannedFor, locale, ownZone())
  const { onSubmit, busy } = useSubmit(async () => {
    const title = { zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() }
    const reply = await session.plan(kind, title, plannedFor)
    setRefused(reply.ok ? null : reply)
    if (reply.ok) done(reply.value)
  })
  return (
    <form className="stack plan" onSubmit={onSubmit}>
      <h3>{say('desk.plan')}</h3>
      <KindField kind={kind} change={setKind} />
      <LineField label={say('desk.title-zh')} value={zh} change={setZh} max={80} />
      <LineField label={say('desk.title-en')} value={en} change={setEn} max={80} />
      <LineField
        label={say('desk.plan-when')}
        type="datetime-local"
        value={when}
        change={setWhen}
        {...(elsewhere?.hall ? { help: say('desk.plan-when-own', { own: elsewhere.own }) } : {})}
      />
      <RefusalLine refused={refused} />
      <Button look="first" type="submit" aria-busy={busy} disabled={!zh.trim() && !en.trim()}>
        {say('desk.plan-go')}
      </Button>
    </form>
  )
}

function KindField({ kind, change }: { readonly kind: SessionKind; change(kind: SessionKind): void }) {
  const say = useWords(DESK_WORDS)
  const lobby = useWords(LOBBY_WORDS)
  return (
    <div className="field">
      <label htmlFor="plan-kind">{say('desk.kind')}</label>
      <select
        id="plan-kind"
        value={kind}
        onChange={(event) => change(SESSION_KINDS.find((one) => one === event.target.value) ?? kind)}
      >
        {SESSION_KINDS.map((one) => (
          <option key={one} value={one}>
            {lobby(`kind.${one}`)}
          </option>
        ))}
      </select>
      <p className="help">{say('desk.tour-help')}</p>
    </div>
  )
}
