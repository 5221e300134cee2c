// Short words said once, at the top edge, in a live region that is there from the start. They go by themselves; errors stay longer.

import { useEffect } from 'react'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { IconButton } from './Button.tsx'
import { CloseIcon } from './icons.tsx'
import { useActions, useNoun } from './use-app.tsx'
import { useWords } from './words.tsx'

const SHOWN_MS = 6_000

export function Notices() {
  const notices = useNoun('notice', (state) => state.notices)
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <Line key={notice.id} id={notice.id} text={notice.text} />
      ))}
    </div>
  )
}

function Line({ id, text }: { readonly id: number; readonly text: string }) {
  const { hush } = useActions()
  const say = useWords(COMMON_WORDS)
  useEffect(() => {
    const timer = setTimeout(() => hush(id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [hush, id])
  return (
    <p className="notice">
      {text}
      <IconButton name={say('common.close')} onPress={() => hush(id)}>
        <CloseIcon />
      </IconButton>
    </p>
  )
}
