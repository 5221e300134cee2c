// A session in the hall, by its invitation: name and join first, then the hall with the session's panel beside it.
// Carries out what the session asks of one's feet: following, gathering, returning by the key R.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { SessionId } from '../../shared/kit/id.ts'
import type { FollowMode } from '../../shared/protocol/wire.ts'
import { ROLE_RULES } from '../../shared/session/roles.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { useBoothNews } from '../panels/booth-news.ts'
import { HallFrame, type OpenSheet, useKeys } from '../panels/HallFrame.tsx'
import { JoinDialog } from '../panels/JoinDialog.tsx'
import { SessionPanel } from '../panels/SessionPanel.tsx'
import { useSessionVoice } from '../panels/session-voice.ts'
import { useStagePicture } from '../panels/stage-picture.ts'
import { TourStrip } from '../panels/TourStrip.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { useAlong } from './along.ts'
import { useGather } from './gather.ts'
import { HallView } from './HallView.tsx'
import { poseBeforeReload } from './hall-marks.ts'
import { followBefore, isReload, rememberTour } from './tour-memory.ts'

export function TourScreen({ session: id }: { readonly session: string }) {
  const say = useWords(TOUR_WORDS)
  const { hall, session } = useActions()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const [entered, setEntered] = useState(false)
  const [start] = useState(() => poseBeforeReload() ?? 'city-display')
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      session.leave()
      rememberTour(null, 'free')
    }
  }, [session])
  const enter = useCallback(
    async (follow: FollowMode, again: boolean) => {
      await hall.open(true)
      // Who went back while the line was made is not to be in the session after all.
      if (gone.current) return
      const reply = await session.join(id as SessionId)
      if (gone.current || (!reply.ok && !reply.code.startsWith('line.'))) return
      // Staff come to work, not to be led; but who followed before follows again, once the line is there.
      const role = reply.ok ? reply.value.role : null
      const follows = again ? role !== 'guide' : role !== null && !ROLE_RULES[role].staff
      if (follow !== 'free' && follows) session.follow(follow)
      setEntered(true)
    },
    [hall, session, id],
  )
  const [before] = useState(() => (isReload() ? followBefore(id) : null))
  const refused = useNoun('session', (slot) => slot.refused !== null)
  const stuck = useNoun('connection', ({ status }) => status === 'no-code')
  const tried = useRef(false)
  useEffect(() => {
    if (!before || tried.current) return
    tried.current = true
    void enter(before, true)
  }, [before, enter])
  return (
    <main className="hall-root">
      {entered ? (
        <Inside session={id} start={start} sheet={sheet} setSheet={setSheet} />
      ) : before && !refused && !stuck ? (
        <p className="hall-opening" role="status">
          {say('tour.joining')}
        </p>
      ) : (
        <JoinDialog session={id as SessionId} enter={(follow) => enter(follow ? 'together' : 'free', false)} />
      )}
    </main>
  )
}

interface InsideProps {
  readonly session: string
  readonly start: Parameters<typeof HallView>[0]['start']
  readonly sheet: OpenSheet
  setSheet(sheet: OpenSheet): void
}

function Inside({ session: id, start, sheet, setSheet }: InsideProps) {
  const say = useWords(TOUR_WORDS)
  const { hall, session, say: tell } = useActions()
  const screen = useStagePicture()
  const follow = useNoun('session', (slot) => slot.follow)
  useEffect(() => rememberTour(id, follow), [id, follow])
  useSessionVoice()
  useBoothNews()
  const breakFollow = () => {
    session.follow('free')
    tell(say('tour.broke'))
  }
  return (
    <HallView start={start} screen={screen} active={sheet === null} onBreakFollow={breakFollow} onBooth={hall.here}>
      <Feet />
      <HallFrame
        sheet={sheet}
        openSheet={setSheet}
        side={(close) => <SessionPanel close={close} />}
        strip={<TourStrip />}
      />
    </HallView>
  )
}

/** What the session does to one's feet; draws nothing. */
function Feet() {
  const { session } = useActions()
  const free = useNoun('session', (slot) => slot.follow === 'free' && slot.joined?.state.phase === 'live')
  useGather()
  useAlong()
  useKeys({ r: () => free && session.follow('together') })
  return null
}
