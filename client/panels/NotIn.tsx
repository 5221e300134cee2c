// What is said where the session's panel would be: joining, or why one is not in it (any more) and the way to try again.

import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { Failed } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'

export function NotIn() {
  const say = useWords(TOUR_WORDS)
  const { session } = useActions()
  const id = useNoun('session', (slot) => slot.id)
  const refused = useNoun('session', (slot) => slot.refused)
  const waiting = useNoun('session', (slot) => slot.joined === null)
  if (refused && id) return <Failed refused={refused} again={() => session.join(id)} />
  return waiting ? (
    <p className="session-wait muted" role="status">
      {say('tour.joining')}
    </p>
  ) : null
}
