// The room's wall screen: its own machine login by the key of its link, then it runs itself, through restarts of either side.
// Shows, the first that there is: the question on stage, the poll, now and next; code and QR always stay in sight.

import { useEffect, useState } from 'react'
import type { SessionId } from '../../shared/kit/id.ts'
import { ROOM_WORDS } from '../../shared/words/room.ts'
import { mayPass } from '../state/outcome.ts'
import { stageKey } from '../state/stage-key.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { StageContent } from './StageContent.tsx'
import './stage.css'

const AGAIN_MS = 3_000

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

/**
 * Logs the machine in and joins; tries again until it works. A key that was renewed since is refused: then this machine's own
 * login of before still counts. @returns whether neither lets it in
 */
function useStageLogin(id: SessionId): boolean {
  const { session, hall } = useActions()
  const [bad, setBad] = useState(false)
  // A machine whose cookie was lost came back as somebody else: it logs in by its key anew.
  const stranger = useNoun('session', ({ joined }) => joined !== null && joined.role !== 'stage-screen')
  useEffect(() => {
    if (stranger) setBad(false)
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const run = async () => {
      const login = await session.joinAsStage(
        id,
        stageKey(id, location.hash, () => localStorage),
      )
      const refused = !login.ok && !mayPass(login.code)
      if (login.ok || refused) await hall.open(false)
      const join = login.ok || refused ? await session.join(id) : login
      if (left) return
      setBad(refused && !join.ok)
      if (!join.ok && !refused) timer = setTimeout(() => void run(), AGAIN_MS)
    }
    void run()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [id, session, hall, stranger])
  return bad
}
