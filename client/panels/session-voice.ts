// What happens in the session, said in words once: for the eye as a notice, for a screen reader by the same live region.
// Compares what was with what is; being back after a lost line is said with the stop.

import { useEffect, useRef } from 'react'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import type { Joined } from '../state/session-store.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { type Say, useLanguage, useWords } from '../ui/words.tsx'
import { atCue } from './use-session.ts'

type Words = Say<keyof typeof TOUR_WORDS>

export function useSessionVoice(): void {
  const say = useWords(TOUR_WORDS)
  const common = useWords(COMMON_WORDS)
  const { language } = useLanguage()
  const { say: tell } = useActions()
  const joined = useNoun('session', (slot) => slot.joined)
  const ups = useNoun('connection', (connection) => connection.ups)
  const before = useRef<{ joined: Joined; ups: number } | null>(null)
  useEffect(() => {
    if (!joined) return
    const was = before.current
    before.current = { joined, ups }
    if (!was) return
    const title = titleOf(joined, language)
    if (ups > was.ups) tell(backAt(joined, say, title))
    else for (const text of changes(was.joined, joined, say, common('common.someone'), title)) tell(text)
  }, [joined, ups, say, common, tell, language])
}

const titleOf = (joined: Joined, language: 'zh' | 'en'): string => {
  const { cue } = atCue(joined.state)
  return cue ? cue.title[language] || cue.title.zh : ''
}

function backAt(joined: Joined, say: Words, title: string): string {
  const { index } = atCue(joined.state)
  return index < 0 ? say('tour.back') : say('tour.back-at', { n: index + 1, title })
}

function changes(was: Joined, is: Joined, say: Words, someone: string, title: string): readonly string[] {
  const said: string[] = []
  const a = was.state
  const b = is.state
  if (a.phase === 'planned' && b.phase === 'live') said.push(say('tour.started'))
  if (a.phase === 'paused' && b.phase === 'live') said.push(say('tour.resumed'))
  if (a.cue?.id !== b.cue?.id && title) said.push(say('tour.arrived', { title }))
  if (a.lead.guide !== b.lead.guide && b.lead.guide && a.phase !== 'planned') {
    said.push(say('tour.new-guide', { name: is.words[b.lead.guide] || someone }))
  }
  if (a.staged !== b.staged && b.staged)
    said.push(say('ask.staged-said', { text: is.words[b.staged] || say('ask.gone') }))
  const poll = b.poll ? b.polls[b.poll] : undefined
  if (a.poll !== b.poll && poll?.status === 'open') said.push(say('poll.opened-said', { text: poll.question }))
  return said
}
