// Shows whichever hall is mounted to tests and benches.

import { useEffect } from 'react'
import { useHall } from './hall-context.ts'
import { showToTests } from './test-hook.ts'

export function useShownToTests(ready: boolean): void {
  const { state, world } = useHall()
  useEffect(
    () =>
      showToTests(
        state,
        () => ready,
        () => [...world.standing],
        () => world.models.shown(),
      ),
    [state, world, ready],
  )
}
