// The hall for who walks by oneself: opens the line, draws the hall, puts the frame over it.

import { useEffect, useState } from 'react'
import { spotById } from '../../shared/hall/where.ts'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { useBoothNews } from '../panels/booth-news.ts'
import { HallFrame, type OpenSheet } from '../panels/HallFrame.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useWords } from '../ui/words.tsx'
import { HallView } from './HallView.tsx'
import { poseBeforeReload } from './hall-marks.ts'

export function HallScreen({ spot }: { readonly spot: string | null }) {
  const { hall } = useActions()
  const say = useWords(HALL_WORDS)
  useTitle(say('hall.canvas'))
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const [start] = useState(() => (spot && spotById(spot) ? spot : (poseBeforeReload() ?? 'city-display')))
  const flat = useNoun('settings', ({ forced }) => forced === 'none')
  useEffect(() => {
    void hall.open(true)
    if (flat && typeof start === 'string') hall.here(start)
  }, [hall, flat, start])
  useBoothNews()
  return (
    <main className="hall-root" aria-label={say('hall.canvas')}>
      <HallView start={start} screen={null} active={sheet === null} onBreakFollow={() => {}} onBooth={hall.here}>
        <HallFrame sheet={sheet} openSheet={setSheet} />
      </HallView>
    </main>
  )
}
