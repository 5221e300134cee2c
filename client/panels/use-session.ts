// Reading the session for panels: what is joined, who one is in it, names and texts, the server's clock.

import { useEffect, useState } from 'react'
import { ALLOWED } from '../../shared/session/allowed.ts'
import type { CommandType } from '../../shared/session/commands.ts'
import type { Cue } from '../../shared/session/rundown.ts'
import type { Question, SessionState } from '../../shared/session/state.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import type { Joined } from '../state/session-store.ts'
import { useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'

/** What is joined; throws where nothing is (panels of a session are only shown inside one). */
export function useJoined(): Joined {
  const joined = useNoun('session', (slot) => slot.joined)
  if (!joined) throw new Error('a session panel outside a session')
  return joined
}

/** Whether my role may ask for this command at all; the server decides again. */
export function useMay(): (command: CommandType) => boolean {
  const { role } = useJoined()
  return (command) => ALLOWED[command].roles.includes(role)
}

export function useMyId(): string | null {
  return useNoun('person', ({ me }) => me?.person ?? null)
}

/** A person's name as this session knows it; nameless ones are visitors. */
export function useNameOf(): (person: string) => string {
  const words = useNoun('session', (slot) => slot.joined?.words)
  const say = useWords(COMMON_WORDS)
  return (person) => words?.[person] || say('common.someone')
}

/** The server's clock, milliseconds, told anew every `every` ms. */
export function useServerNow(every: number): number {
  const offset = useNoun('connection', (connection) => connection.offset)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now + offset
}

export interface AtCue {
  /** 0-based; −1 before the first. */
  readonly index: number
  readonly cue: Cue | null
  readonly next: Cue | null
  readonly previous: Cue | null
}

/** Where the rundown stands. */
export function atCue(state: SessionState): AtCue {
  const index = state.cue ? state.rundown.findIndex(({ id }) => id === state.cue?.id) : -1
  return {
    index,
    cue: state.rundown[index] ?? null,
    next: state.rundown[index + 1] ?? null,
    previous: state.rundown[index - 1] ?? null,
  }
}

/** Questions of some states, most wanted first, then the older first. */
export function questionsOf(joined: Joined, ...states: ReadonlyArray<Question['status']>): readonly Question[] {
  const votes = (question: Question) => joined.sums.votes[question.id] ?? 0
  return Object.values(joined.state.questions)
    .filter(({ status }) => states.includes(status))
    .sort((a, b) => votes(b) - votes(a) || a.askedAt - b.askedAt)
}
