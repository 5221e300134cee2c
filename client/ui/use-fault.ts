// What an action throws is nobody's refusal but our fault: reported to the console, and said, so that no press ends in silence.

import { COMMON_WORDS } from '../../shared/words/common.ts'
import { useActions } from './use-app.tsx'
import { useWords } from './words.tsx'

export function useFault(): (cause: unknown) => void {
  const { say: tell } = useActions()
  const say = useWords(COMMON_WORDS)
  return (cause) => {
    reportError(cause)
    tell(say('common.fault'), 'urgent')
  }
}
