// What a refused request says to the person who asked.

import { COMMON_WORDS } from '../../shared/words/common.ts'
import { REFUSAL_WORDS } from '../../shared/words/refusals.ts'
import type { Refused } from '../state/outcome.ts'
import { Button } from './Button.tsx'
import { useWords } from './words.tsx'

/** The words for a refusal, by the visitor's language. */
export function useRefusal(): (refused: Refused) => string {
  const say = useWords(REFUSAL_WORDS)
  return (refused) => say(refused.code, { ...DEFAULTS, ...refused.detail, fault: refused.fault ?? '–' })
}

/** A detail that the server left out must not break the sentence. */
const DEFAULTS = { limit: 0 } as const

export function RefusalLine({ refused }: { readonly refused: Refused | null }) {
  const word = useRefusal()
  return refused ? (
    <p className="wrong" role="alert">
      {word(refused)}
    </p>
  ) : null
}

/** What could not be had, and the way to try again. */
export function Failed({ refused, again }: { readonly refused: Refused; again(): Promise<unknown> }) {
  const word = useRefusal()
  const say = useWords(COMMON_WORDS)
  return (
    <div className="banner warm" role="alert">
      <span>{word(refused)}</span>
      <Button size="small" onPress={again}>
        {say('common.retry')}
      </Button>
    </div>
  )
}
