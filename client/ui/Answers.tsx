// How every question ends that is asked before something is done: why it could not be done, the button that does it, the way out.

import type { ReactNode } from 'react'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import type { Refused } from '../state/outcome.ts'
import { Button } from './Button.tsx'
import { RefusalLine } from './refusal.tsx'
import { useWords } from './words.tsx'

interface AnswersProps {
  readonly refused: Refused | null
  /** The button that does it. */
  readonly children: ReactNode
  /** Nothing is to be done. */
  close(): void
}

export function Answers({ refused, children, close }: AnswersProps) {
  const say = useWords(COMMON_WORDS)
  return (
    <>
      <RefusalLine refused={refused} />
      <div className="row">
        {children}
        <Button look="quiet" onPress={close}>
          {say('common.cancel')}
        </Button>
      </div>
    </>
  )
}
