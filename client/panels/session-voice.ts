// What happens in the session, said in words once: for the eye as a notice, for a screen reader by the same live region.
// Compares what was with what is; being back after a lost line is said with the stop.

import { useEffect, useRef } from 'react'
import { KIND_RULES } from '../../shared/session/kinds.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import type { Joined } from '../state/session-store.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { type Say, useLanguage, useWords } from '../ui/words.tsx'
import { atCue, useMyId } from './use-session.ts'

type Words = Say<keyof typeof TOUR_WORDS>

export function useSessionVoice(): void {
  const say = useWords(TOUR_WORDS)
  const common = useWords(COMMON_WORDS)
  const { language } = useLanguage()
  const { say: tell } = useActions()
  const joined = useNoun('session', (slot) => slot.joined)
  const ups = useNoun('connection', (connection) => connection.ups)
  const me = useMyId()
  const before = useRef<{ joined: Joined; ups: number } | null>(null)
  useEffect(() => {
    if (!joined) return
    const was = before.current
    before.current = { joined, ups }
    if (!was) return
    const title = titleOf(joined, language)
    if (ups > was.ups) tell(backAt(joined, say, title))
    else
      for (const text of changes(was.joined, joined, { say, someone: common('common.someone'), title, me })) tell(text)
  }, [joined, ups, me, say, common, tell, language])
}

const titleOf = (joined: Joined, language: 'zh' | 'en'): string => {
  const { cue } = atCue(joined.state)
  return cue ? cue.title[language] || cue.title.zh : ''
}

function backAt(joined: Joined, say: Words, title: string): string {
  const { index } = atCue(joined.state)
  if (index < 0) return say('tour.back')
  return say(KIND_RULES[joined.state.kind].moves ? 'tour.back-at' : 'tour.back-at-item', { n: index + 1, title })
}

interface Hearer {
  readonly say: Words
  readonly someone: string
  /** The stop's. */
  readonly title: string
  readonly me: string | null
}

function changes(was: Joined, is: Joined, { say, someone, title, me }: Hearer): readonly string[] {
  const said: string[] = []
  const a = was.state
  const b = is.state
  // Who leads knows what it just did.
  const leads = b.lead.guide !== null && b.lead.guide === me
  if (a.phase === 'planned' && b.phase === 'live' && !leads) said.push(say('tour.started'))
  if (a.phase === 'paused' && b.phase === 'live') said.push(say('tour.resumed'))
  const arrived = KIND_RULES[b.kind].moves ? 'tour.arrived' : 'tour.arrived-item'
  if (a.cue?.id !== b.cue?.id && title && !leads) said.push(say(arrived, { title }))
  if (a.lead.guide !== b.lead.guide && b.lead.guide && a.phase !== 'planned' && !leads) {
    said.push(say('tour.new-guide', { name: is.words[b.lead.guide] || someone }))
  }
  if (a.staged !== b.staged && b.staged)
    said.push(say('ask.staged-said', { text: is.words[b.staged] || say('ask.gone') }))
  const poll = b.poll ? b.polls[b.poll] : undefined
  if (a.poll !== b.poll && poll?.status === 'open') said.push(say('poll.opened-said', { text: poll.question }))
  return said
}
