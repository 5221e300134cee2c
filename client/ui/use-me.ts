// Who one is, for screens of the staff: asked when the screen opens.

import { useCallback } from 'react'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Refused } from '../state/outcome.ts'
import { useActions, useNoun } from './use-app.tsx'
import { useAsked } from './use-asked.ts'

export interface WhoAmI {
  /** Null while it isn't known, and for nobody. */
  readonly me: Me | null
  readonly known: boolean
  readonly refused: Refused | null
  again(): Promise<void>
}

export function useMe(): WhoAmI {
  const { person } = useActions()
  const enter = useCallback(() => person.enter(), [person])
  const { refused, again } = useAsked(enter)
  const me = useNoun('person', (state) => state.me)
  const known = useNoun('person', (state) => state.known)
  return { me, known, refused, again }
}
