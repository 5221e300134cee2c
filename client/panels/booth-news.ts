// Says when a booth shows something new while one is in the hall.

import { useEffect, useRef } from 'react'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { usePlaceName } from './place-name.ts'

export function useBoothNews(): void {
  const say = useWords(HALL_WORDS)
  const placeName = usePlaceName()
  const { say: tell } = useActions()
  const changed = useNoun('hall', (hall) => hall.lastChanged)
  const told = useRef(changed?.n ?? 0)
  useEffect(() => {
    if (!changed || changed.n === told.current) return
    told.current = changed.n
    tell(say('hall.booth-new', { place: placeName(changed.booth) }))
  })
}
