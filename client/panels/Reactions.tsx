// Five reactions; one every two seconds each, counted together.

import { type ReactNode, useState } from 'react'
import type { Reaction } from '../../shared/protocol/wire.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { ClapIcon, HeartIcon, LaughIcon, SurpriseIcon, ThumbIcon } from '../ui/icons.tsx'
import { useRefusal } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { useJoined } from './use-session.ts'

const FACES: Readonly<Record<Reaction, () => ReactNode>> = {
  applause: ClapIcon,
  heart: HeartIcon,
  thumb: ThumbIcon,
  laugh: LaughIcon,
  surprise: SurpriseIcon,
}
const REACTIONS = Object.entries(FACES) as ReadonlyArray<[Reaction, () => ReactNode]>
const REST_MS = 2_000

export function Reactions() {
  const say = useWords(TOUR_WORDS)
  const refusal = useRefusal()
  const { session, say: tell } = useActions()
  const { state, sums } = useJoined()
  const on = useNoun('connection', ({ status }) => status === 'on')
  const [resting, setResting] = useState(false)
  if (state.phase !== 'live') return null
  const react = async (reaction: Reaction) => {
    setResting(true)
    setTimeout(() => setResting(false), REST_MS)
    const reply = await session.react(reaction)
    if (!reply.ok) tell(refusal(reply), 'urgent')
  }
  return (
    <fieldset className="reactions">
      <legend className="hidden-text">{say('react.title')}</legend>
      {REACTIONS.map(([reaction, Face]) => (
        <button
          key={reaction}
          type="button"
          aria-label={say(`react.${reaction}`)}
          aria-disabled={resting || !on}
          onClick={() => resting || !on || void react(reaction)}
        >
          <Face />
          <small aria-hidden="true">{sums.reactions[reaction] || ''}</small>
        </button>
      ))}
    </fieldset>
  )
}
