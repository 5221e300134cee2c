// The room's wall screen: its own machine login by the key of its link, then it runs itself, through restarts of either side.
// Shows, the first that there is: the question on stage, the poll, now and next; code and QR always stay in sight.

import { useEffect, useState } from 'react'
import type { SessionId } from '../../shared/kit/id.ts'
import { ROOM_WORDS } from '../../shared/words/room.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { StageContent } from './StageContent.tsx'
import './stage.css'

const AGAIN_MS = 3_000
const KEY = 'parlor.stage'

export function StageScreen({ session }: { readonly session: string }) {
  const say = useWords(ROOM_WORDS)
  const joined = useNoun('session', (slot) => slot.joined !== null)
  const bad = useStageLogin(session as SessionId)
  if (joined) return <StageContent />
  return (
    <main className="stage stage-plain">
      <h1>{say(bad ? 'stage.key-bad' : 'stage.opening')}</h1>
      {bad && <p>{say('stage.key-help')}</p>}
    </main>
  )
}

/** Logs the machine in and joins; tries again until it works, unless the key is refused. @returns whether it was refused */
function useStageLogin(id: SessionId): boolean {
  const { session, hall } = useActions()
  const [bad, setBad] = useState(false)
  // A machine whose cookie was lost came back as somebody else: it logs in by its key anew.
  const stranger = useNoun('session', ({ joined }) => joined !== null && joined.role !== 'stage-screen')
  useEffect(() => {
    if (stranger) setBad(false)
    let left = false
    const run = async () => {
      const reply = await session.joinAsStage(id, keyOf(id))
      if (left) return
      if (!reply.ok) {
        const refused = !reply.code.startsWith('line.') && !reply.code.startsWith('wire.')
        setBad(refused)
        if (!refused) setTimeout(() => void run(), AGAIN_MS)
        return
      }
      await hall.open(false)
      const join = await session.join(id)
      if (!join.ok && !left) setTimeout(() => void run(), AGAIN_MS)
    }
    void run()
    return () => {
      left = true
    }
  }, [id, session, hall, stranger])
  return bad
}

/** The key stands in the fragment, which is never sent to a server; it is kept for a reload that lost it. */
function keyOf(id: SessionId): string {
  const key = location.hash.slice(1)
  try {
    if (key) localStorage.setItem(`${KEY}.${id}`, key)
    return key || (localStorage.getItem(`${KEY}.${id}`) ?? '')
  } catch {
    return key
  }
}
