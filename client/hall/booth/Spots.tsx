// The spots of all booths inside the canvas: shown anew when a booth changes, left alone in between.

import { useEffect } from 'react'
import type { BoothSummary } from '../../../shared/booth/booth.ts'
import { useHall } from '../hall-context.ts'
import { marksInHall } from './spots.ts'

export function Spots({ booths }: { readonly booths: Readonly<Record<string, BoothSummary>> }) {
  const { state, world } = useHall()
  useEffect(() => {
    world.spots.show(marksInHall(booths))
    state.wake()
  }, [booths, state, world])
  return null
}
