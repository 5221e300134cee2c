// Five reactions; one every two seconds each, counted together.

import { useState } from 'react'
import type { Reaction } from '../../shared/protocol/wire.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { useActions } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { useJoined } from './use-session.ts'

const FACES: Readonly<Record<Reaction, string>> = {
  applause: '👏',
  heart: '❤️',
  thumb: '👍',
  laugh: '😄',
  surprise: '😮',
}
const REST_MS = 2_000

export function Reactions() {
  const say = useWords(TOUR_WORDS)
  const { session } = useActions()
  const { state, sums } = useJoined()
  const [resting, setResting] = useState(false)
  if (state.phase !== 'live') return null
  const react = async (reaction: Reaction) => {
    setResting(true)
    setTimeout(() => setResting(false), REST_MS)
    await session.react(reaction)
  }
  return (
    <fieldset className="reactions">
      <legend className="hidden-text">{say('react.title')}</legend>
      {(Object.keys(FACES) as Reaction[]).map((reaction) => (
        <button
          key={reaction}
          type="button"
          aria-label={say(`react.${reaction}`)}
          aria-disabled={resting}
          onClick={() => resting || void react(reaction)}
        >
          <span aria-hidden="true">{FACES[reaction]}</span>
          <small aria-hidden="true">{sums.reactions[reaction] || ''}</small>
        </button>
      ))}
    </fieldset>
  )
}
