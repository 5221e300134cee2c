// The state of the line, in words, where one looks first. Silent while all is well.

import { useEffect, useRef } from 'react'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import type { ConnectionState } from '../state/connection-store.ts'
import { useActions, useNoun } from './use-app.tsx'
import { useWords } from './words.tsx'

export function LineState() {
  const say = useWords(COMMON_WORDS)
  const { say: tell } = useActions()
  const status = useNoun('connection', (connection) => connection.status)
  const ups = useNoun('connection', (connection) => connection.ups)
  const inSession = useNoun('session', (slot) => slot.id !== null)
  const told = useRef(ups)
  useEffect(() => {
    // In a session its own word says more: at which stop one is back.
    if (ups > told.current && ups > 1 && !inSession) tell(say('common.line-back'))
    told.current = ups
  }, [ups, tell, say, inSession])
  // What never opens is said by Notices.tsx, with the way out.
  const silent = status === 'on' || status === 'idle' || status === 'no-cookie' || status === 'no-code'
  return (
    <span className={silent ? 'hidden-text' : 'line-state'} role="status">
      {silent ? '' : say(lineWord(status))}
    </span>
  )
}

/** What is said of a line that is not there. */
export function lineWord(
  status: ConnectionState['status'],
): 'common.line-lost' | 'common.line-draining' | 'common.line-connecting' {
  if (status === 'lost') return 'common.line-lost'
  return status === 'draining' ? 'common.line-draining' : 'common.line-connecting'
}
