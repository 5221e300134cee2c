// Sessions of the house: those planned and live, with a way in; planning a new one and its links.

import { useEffect, useState } from 'react'
import type { HostedSession } from '../../shared/protocol/http.ts'
import type { SessionSummary } from '../../shared/protocol/wire.ts'
import { SESSION_KINDS, type SessionKind } from '../../shared/session/kinds.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { HandOut } from '../panels/host/LinksTab.tsx'
import type { Refused } from '../state/outcome.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { LineField } from '../ui/fields.tsx'
import { tourPath } from '../ui/paths.ts'
import { RefusalLine } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useLanguage, useWords } from '../ui/words.tsx'
import '../panels/host/host.css'

export function Sessions() {
  const say = useWords(DESK_WORDS)
  const { session } = useActions()
  const sessions = useNoun('hall', (hall) => hall.sessions)
  const [planned, setPlanned] = useState<HostedSession | null>(null)
  useEffect(() => void session.list(), [session])
  return (
    <section className="card desk-card" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{say('desk.sessions')}</h2>
      {sessions.length === 0 && <p className="muted">{say('desk.sessions-none')}</p>}
      <ul className="desk-sessions">
        {sessions.map((one) => (
          <Row key={one.id} session={one} />
        ))}
      </ul>
      {planned ? (
        <div className="planned">
          <p role="status">{say('desk.planned')}</p>
          <HandOut links={planned} />
          <LinkButton to={planned.invitation} look="first">
            {say('desk.open')}
          </LinkButton>
        </div>
      ) : (
        <PlanForm
          done={(hosted) => {
            setPlanned(hosted)
            void session.list()
          }}
        />
      )}
    </section>
  )
}

function Row({ session }: { readonly session: SessionSummary }) {
  const say = useWords(DESK_WORDS)
  const lobby = useWords(LOBBY_WORDS)
  const { language } = useLanguage()
  return (
    <li>
      <span>
        <strong>{session.title[language] || session.title.zh}</strong>
        <span className="row small muted">
          <span className={session.phase === 'live' ? 'tag live' : 'tag'}>{lobby(`phase.${session.phase}`)}</span>
          {lobby(`kind.${session.kind}`)}
        </span>
      </span>
      <LinkButton to={tourPath(session.id)} size="small">
        {say('desk.open')}
      </LinkButton>
    </li>
  )
}

function PlanForm({ done }: { done(hosted: HostedSession): void }) {
  const say = useWords(DESK_WORDS)
  const lobby = useWords(LOBBY_WORDS)
  const { session } = useActions()
  const [kind, setKind] = useState<SessionKind>('guided-tour')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const { onSubmit, busy } = useSubmit(async () => {
    const reply = await session.plan(kind, { zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() })
    setRefused(reply.ok ? null : reply)
    if (reply.ok) done(reply.value)
  })
  return (
    <form className="stack plan" onSubmit={onSubmit}>
      <h3>{say('desk.plan')}</h3>
      <div className="field">
        <label htmlFor="plan-kind">{say('desk.kind')}</label>
        <select
          id="plan-kind"
          value={kind}
          onChange={(event) => setKind(SESSION_KINDS.find((one) => one === event.target.value) ?? kind)}
        >
          {SESSION_KINDS.map((one) => (
            <option key={one} value={one}>
              {lobby(`kind.${one}`)}
            </option>
          ))}
        </select>
        <p className="help">{say('desk.tour-help')}</p>
      </div>
      <LineField label={say('desk.title-zh')} value={zh} change={setZh} max={80} />
      <LineField label={say('desk.title-en')} value={en} change={setEn} max={80} />
      <RefusalLine refused={refused} />
      <Button look="first" type="submit" aria-busy={busy} disabled={!zh.trim() && !en.trim()}>
        {say('desk.plan-go')}
      </Button>
    </form>
  )
}
