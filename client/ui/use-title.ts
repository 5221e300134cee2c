// The page's title: what one looks at, then the house.

import { useEffect } from 'react'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { useWords } from './words.tsx'

export function useTitle(text: string): void {
  const say = useWords(COMMON_WORDS)
  const house = say('common.house')
  useEffect(() => {
    document.title = text ? `${text} · ${house}` : house
  }, [text, house])
}
