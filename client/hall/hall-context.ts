// What the components inside the canvas get by context: the mutable state and the made scene. Neither changes while mounted.

import { createContext, useContext } from 'react'
import type { HallState } from './hall-state.ts'
import type { HallWorld } from './hall-world.ts'

export interface HallParts {
  readonly state: HallState
  readonly world: HallWorld
}

export const HallContext = createContext<HallParts | null>(null)

/** The hall's parts; only inside the canvas. */
export function useHall(): HallParts {
  const parts = useContext(HallContext)
  if (!parts) throw new Error('outside the hall')
  return parts
}
