// Asking a question: the text stays until the server has taken it, through a reload as well; a refusal says what to do.

import { useState } from 'react'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import type { Refused } from '../state/outcome.ts'
import { Button } from '../ui/Button.tsx'
import { LineField } from '../ui/fields.tsx'
import { useRefusal } from '../ui/refusal.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../ui/words.tsx'
import { useJoined } from './use-session.ts'

/** As in shared/session/commands.ts, which this chunk leaves out because of its parser; a test holds the two equal. */
export const ASK_MAX = 500
/** From here on it is said how much is left. */
const NEAR = 80

export function AskQuestion() {
  const say = useWords(TOUR_WORDS)
  const refusal = useRefusal()
  const { session, say: tell } = useActions()
  const { id } = useJoined().state
  const [text, setText] = useDraft(`question.${id}`)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { onSubmit, busy } = useSubmit(async () => {
    const sent = text.trim()
    if (!sent) return
    const reply = await session.ask(sent)
    setRefused(reply.ok ? null : reply)
    if (!reply.ok) return
    setText((now) => (now.trim() === sent ? '' : now))
    tell(say('ask.sent'))
  })
  const left = ASK_MAX - text.length
  return (
    <form className="ask" onSubmit={onSubmit}>
      <LineField
        label={say('ask.label')}
        placeholder={say('ask.placeholder')}
        value={text}
        change={setText}
        lines={2}
        max={ASK_MAX}
        wrong={refused && refusal(refused)}
        {...(left <= NEAR ? { help: say('ask.left', { left }) } : {})}
      />
      <Button look="first" type="submit" aria-busy={busy} disabled={!text.trim()}>
        {say('ask.send')}
      </Button>
    </form>
  )
}
