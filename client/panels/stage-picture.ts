// What the stage's screen in the hall shows of a session: the question on stage, else the poll, else where we are.

import { useMemo } from 'react'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { useNoun } from '../ui/use-app.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'
import { atCue } from './use-session.ts'

export interface Picture {
  readonly eyebrow?: string
  readonly headline: string
  readonly line?: string
}

export function useStagePicture(): Picture | null {
  const say = useWords(TOUR_WORDS)
  const { language } = useLanguage()
  const state = useNoun('session', (slot) => slot.joined?.state)
  const words = useNoun('session', (slot) => slot.joined?.words)
  return useMemo(() => {
    if (!state || !words || state.phase === 'ended') return null
    if (state.staged) return { eyebrow: say('ask.on-stage'), headline: words[state.staged] || say('ask.gone') }
    const poll = state.poll ? state.polls[state.poll] : undefined
    if (poll && (poll.status === 'open' || poll.status === 'closed')) {
      return { eyebrow: say('poll.title'), headline: poll.question }
    }
    const { cue, next } = atCue(state)
    const title = state.title[language] || state.title.zh
    if (!cue) return { headline: title }
    const line = next ? { line: say('tour.next-is', { title: next.title[language] || next.title.zh }) } : {}
    return { eyebrow: title, headline: cue.title[language] || cue.title.zh, ...line }
  }, [state, words, say, language])
}
