// The room's phone page: the code, then asking, voting, the poll, reactions. No app, no name, no 3D, and nothing that needs a
// secure context: a venue's floor may be plain http.

import { useCallback, useEffect, useRef, useState } from 'react'
import { ROOM_WORDS } from '../../shared/words/room.ts'
import { NotIn } from '../panels/NotIn.tsx'
import { NowAndNext } from '../panels/NowAndNext.tsx'
import { PhaseBanner } from '../panels/PhaseBanner.tsx'
import { PollCard } from '../panels/PollCard.tsx'
import { Questions, StagedQuestion } from '../panels/Questions.tsx'
import { Reactions } from '../panels/Reactions.tsx'
import { useSessionVoice } from '../panels/session-voice.ts'
import { useJoined } from '../panels/use-session.ts'
import type { Refused } from '../state/outcome.ts'
import { Button } from '../ui/Button.tsx'
import { LineField } from '../ui/fields.tsx'
import { LineState } from '../ui/LineState.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { FootRiver } from '../ui/Ribbon.tsx'
import { useRefusal } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useTitle } from '../ui/use-title.ts'
import { useLanguage, useWords } from '../ui/words.tsx'
import '../panels/session-panel.css'
import './phone.css'

export function PhoneScreen({ code }: { readonly code: string | null }) {
  const { session, hall } = useActions()
  const joined = useNoun('session', (slot) => slot.joined !== null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const gone = useRef(false)
  const join = useCallback(
    async (typed: string) => {
      const reply = await session.joinByCode(typed)
      if (gone.current) return
      setRefused(reply.ok ? null : reply)
      if (!reply.ok) return
      await hall.open(false)
      if (gone.current) return
      const joined = await session.join(reply.value)
      // Without a line yet it joins by itself; what the server refuses is said under the code.
      if (!joined.ok && !joined.code.startsWith('line.')) setRefused(joined)
    },
    [session, hall],
  )
  const tried = useRef(false)
  useEffect(() => {
    if (!code || tried.current) return
    tried.current = true
    void join(code)
  }, [code, join])
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      session.leave()
    }
  }, [session])
  return (
    <div className="phone">
      <PageHead>
        <LineState />
      </PageHead>
      <main>{joined ? <Inside /> : <CodeForm first={code ?? ''} refused={refused} join={join} />}</main>
      {!joined && <FootRiver />}
    </div>
  )
}

interface CodeFormProps {
  readonly first: string
  readonly refused: Refused | null
  join(code: string): Promise<void>
}

function CodeForm({ first, refused, join }: CodeFormProps) {
  const say = useWords(ROOM_WORDS)
  useTitle(say('phone.title'))
  const refusal = useRefusal()
  const [code, setCode] = useState(first)
  const { onSubmit, busy } = useSubmit(async () => {
    await join(code)
  })
  return (
    <form className="code-form" onSubmit={onSubmit}>
      <h1>{say('phone.title')}</h1>
      <div className="code-field">
        <LineField
          label={say('phone.code')}
          help={say('phone.code-help')}
          value={code}
          change={(typed) => setCode(typed.toUpperCase())}
          max={12}
          autoComplete="off"
          wrong={refused && refusal(refused)}
        />
      </div>
      <Button look="first" size="big" type="submit" aria-busy={busy} disabled={code.trim().length < 5}>
        {say('phone.join')}
      </Button>
      <p className="small muted">{say('phone.kept')}</p>
    </form>
  )
}

function Inside() {
  const say = useWords(ROOM_WORDS)
  const { language } = useLanguage()
  const { session } = useActions()
  const { state } = useJoined()
  useSessionVoice()
  useTitle(state.title[language] || state.title.zh)
  return (
    <div className="phone-inside">
      <h1>{state.title[language] || state.title.zh}</h1>
      <h2 className="hidden-text">{say('phone.title')}</h2>
      <NotIn />
      <PhaseBanner />
      <StagedQuestion />
      <PollCard />
      <NowAndNext />
      <Reactions />
      <Questions />
      <Button look="quiet" size="small" onPress={session.leave}>
        {say('phone.other-code')}
      </Button>
    </div>
  )
}
