// Short words said once, at the top edge, in live regions that are there from the start. They go by themselves; an urgent word
// interrupts a screen reader and stays longer. What only opening the page anew can mend stays until that is done.

import { useEffect } from 'react'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import type { Notice } from '../state/notice-store.ts'
import { Button, IconButton } from './Button.tsx'
import { CloseIcon } from './icons.tsx'
import { useActions, useNoun } from './use-app.tsx'
import { useWords } from './words.tsx'

const SHOWN_MS = { said: 6_000, urgent: 20_000 } as const satisfies Record<Notice['tone'], number>

export function Notices() {
  const notices = useNoun('notice', (state) => state.notices)
  return (
    <div className="notices">
      {(['urgent', 'said'] as const).map((tone) => (
        <div key={tone} role={tone === 'urgent' ? 'alert' : 'status'}>
          {tone === 'urgent' && <StuckLine />}
          {notices.map((notice) => notice.tone === tone && <Line key={notice.id} {...notice} />)}
        </div>
      ))}
    </div>
  )
}

function Line({ id, text, tone }: Notice) {
  const { hush } = useActions()
  const say = useWords(COMMON_WORDS)
  useEffect(() => {
    const timer = setTimeout(() => hush(id), SHOWN_MS[tone])
    return () => clearTimeout(timer)
  }, [hush, id, tone])
  return (
    <p className="notice">
      {text}
      <IconButton name={say('common.close')} onPress={() => hush(id)}>
        <CloseIcon />
      </IconButton>
    </p>
  )
}

const STUCK = { 'no-cookie': 'common.line-no-cookie', 'no-code': 'common.line-no-code' } as const

/** Why the line never opens. Trying on helps nobody here, so it is said with the way out. */
function StuckLine() {
  const say = useWords(COMMON_WORDS)
  const status = useNoun('connection', (connection) => connection.status)
  return status === 'no-cookie' || status === 'no-code' ? (
    <p className="notice">
      {say(STUCK[status])}
      <Button size="small" onPress={() => location.reload()}>
        {say('common.reload')}
      </Button>
    </p>
  ) : null
}
