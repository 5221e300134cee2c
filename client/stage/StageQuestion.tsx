// The question on stage, as large as it fits: where it came from, how many want to know, its words.

import type { SessionState } from '../../shared/session/state.ts'
import { ROOM_WORDS } from '../../shared/words/room.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { PlaceTag } from '../panels/Questions.tsx'
import { useJoined } from '../panels/use-session.ts'
import { useWords } from '../ui/words.tsx'

/** Beyond this many characters the type is smaller. */
const LONG = 90

export function StageQuestion({ id }: { readonly id: keyof SessionState['questions'] }) {
  const say = useWords(TOUR_WORDS)
  const room = useWords(ROOM_WORDS)
  const { state, words, sums } = useJoined()
  const question = state.questions[id]
  const text = words[id] || say('ask.gone')
  const votes = sums.votes[id] ?? 0
  return (
    <>
      <p className="stage-eyebrow">
        {room('stage.question')} {question && <PlaceTag question={question} />}
        {votes > 0 && <span>{say('ask.votes', { count: votes })}</span>}
      </p>
      <p className={text.length > LONG ? 'stage-text long' : 'stage-text'}>{text}</p>
    </>
  )
}
