// Where the session is in its rundown: the stop, how far along, what comes next.

import type { CSSProperties } from 'react'
import { KIND_RULES } from '../../shared/session/kinds.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { useLanguage, useWords } from '../ui/words.tsx'
import { atCue, useJoined } from './use-session.ts'

export function NowAndNext() {
  const say = useWords(TOUR_WORDS)
  const { language } = useLanguage()
  const { state } = useJoined()
  const { index, cue, next } = atCue(state)
  const of = state.rundown.length
  if (!of || state.phase === 'ended') return null
  const { moves } = KIND_RULES[state.kind]
  const share = { '--share': of > 1 ? Math.max(0, index) / (of - 1) : 1 } as CSSProperties
  return (
    <section className="now" aria-label={say('tour.now')}>
      <p className="now-count">
        {index < 0
          ? say(moves ? 'tour.no-stop-yet' : 'tour.no-item-yet')
          : say(moves ? 'tour.stop' : 'tour.item', { n: index + 1, of })}
      </p>
      {cue && <p className="now-title">{cue.title[language] || cue.title.zh}</p>}
      <div className="now-line" style={share} aria-hidden="true">
        <span />
      </div>
      {next && <p className="small muted">{say('tour.next-is', { title: next.title[language] || next.title.zh })}</p>}
    </section>
  )
}
