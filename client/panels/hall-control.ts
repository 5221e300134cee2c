// What panels can make the hall do, whether it is drawn or not. The screens provide it; without 3D a spot is simply where one is.

import { createContext, useContext } from 'react'
import type { Pose } from '../../shared/pose/pose.ts'

export interface HallControl {
  goTo(spot: string): void
  snapTo(pose: Pose): void
  /** Gives the keyboard back to the canvas. */
  focus(): void
  /** No picture is drawn: no WebGL, or it was asked for. */
  readonly flat: boolean
}

export const HallControlContext = createContext<HallControl>({
  goTo: () => {},
  snapTo: () => {},
  focus: () => {},
  flat: true,
})

export const useHallControl = (): HallControl => useContext(HallControlContext)
