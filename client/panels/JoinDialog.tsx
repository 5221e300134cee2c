// The door of a session: what one is invited to, a name for guests, what is kept of it, and the way in.

import { useEffect, useState } from 'react'
import type { SessionId } from '../../shared/kit/id.ts'
import type { SessionSummary } from '../../shared/protocol/wire.ts'
import { KIND_RULES } from '../../shared/session/kinds.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import type { Refused } from '../state/outcome.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { LineField } from '../ui/fields.tsx'
import { LineState } from '../ui/LineState.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useProgramme } from '../ui/programme.ts'
import { FootRiver } from '../ui/Ribbon.tsx'
import { useRefusal } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { When } from '../ui/When.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'
import './join-dialog.css'

export interface JoinDialogProps {
  readonly session: SessionId
  /** Goes in; `follow` when the guide is to take one along at once. */
  enter(follow: boolean): Promise<void>
}

export function JoinDialog({ session: id, enter }: JoinDialogProps) {
  const say = useWords(TOUR_WORDS)
  const known = useProgramme().sessions?.find((one) => one.id === id)
  const refused = useNoun('session', (slot) => slot.refused)
  const ended = known?.phase === 'ended'
  const follows = known ? KIND_RULES[known.kind].moves : true
  return (
    <div className="door">
      <PageHead>
        <LineState />
      </PageHead>
      <div className="door-card card">
        <Invitation known={known} />
        {refused || ended ? (
          <CannotJoin refused={refused ?? { ok: false, code: 'session.ended' }} again={() => enter(follows)} />
        ) : (
          <DoorForm follows={follows} enter={enter} />
        )}
        <p className="small muted">{say('tour.name-help')}</p>
      </div>
      <FootRiver />
    </div>
  )
}

function Invitation({ known }: { readonly known: SessionSummary | undefined }) {
  const say = useWords(TOUR_WORDS)
  const lobby = useWords(LOBBY_WORDS)
  const common = useWords(COMMON_WORDS)
  const { language } = useLanguage()
  return (
    <div>
      <p className="row small muted">
        <span>{say('tour.invited')}</span>
        {known && <span>{lobby(`kind.${known.kind}`)}</span>}
        {known?.phase === 'live' && <span className="tag live">{lobby('phase.live')}</span>}
        {known?.phase === 'planned' && known.plannedFor !== null && <When at={known.plannedFor} />}
      </p>
      <h1>{known ? known.title[language] || known.title.zh : common('common.house')}</h1>
    </div>
  )
}

function DoorForm({ follows, enter }: { readonly follows: boolean; enter(follow: boolean): Promise<void> }) {
  const say = useWords(TOUR_WORDS)
  const refusal = useRefusal()
  const { person } = useActions()
  const me = useNoun('person', (state) => state.me)
  const [name, setName] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const shown = name ?? me?.name ?? ''
  useEffect(() => void person.enter(), [person])
  const { onSubmit, busy } = useSubmit(async () => {
    const reply = shown.trim() === me?.name ? { ok: true as const } : await person.giveName(shown.trim())
    setRefused(reply.ok ? null : reply)
    if (reply.ok) await enter(follows)
  })
  return (
    <form className="stack" onSubmit={onSubmit}>
      <LineField
        label={say('tour.name')}
        value={shown}
        change={setName}
        max={40}
        autoComplete="name"
        wrong={refused && refusal(refused)}
      />
      <Button look="first" size="big" type="submit" aria-busy={busy} disabled={!shown.trim()}>
        {busy ? say('tour.joining') : say(follows && me?.kind !== 'staff' ? 'tour.join-follow' : 'tour.join')}
      </Button>
    </form>
  )
}

/** Refusals that asking again does not change. */
const FINAL: readonly string[] = ['session.unknown', 'session.ended']

function CannotJoin({ refused, again }: { readonly refused: Refused; again(): Promise<void> }) {
  const say = useWords(TOUR_WORDS)
  const lobby = useWords(LOBBY_WORDS)
  const common = useWords(COMMON_WORDS)
  const refusal = useRefusal()
  return (
    <div className="stack">
      <div className="banner warm" role="alert">
        <span>
          <strong>{say('tour.cannot-join')}</strong> {refusal(refused)}
        </span>
      </div>
      <div className="row">
        {!FINAL.includes(refused.code) && (
          <Button look="first" onPress={again}>
            {common('common.retry')}
          </Button>
        )}
        <LinkButton to="/hall" look={FINAL.includes(refused.code) ? 'first' : 'second'}>
          {lobby('lobby.enter')}
        </LinkButton>
      </div>
    </div>
  )
}
