// Which spot of a booth is open over the hall, and the way to open one. Apart from hall-control.ts: what depends on the way to
// move is not to run again because a sheet opened.

import { createContext, useContext } from 'react'

export interface SpotAddress {
  readonly booth: string
  readonly id: string
}

export interface OpenSpot {
  readonly spot: SpotAddress | null
  /** Goes there, unless one follows a guide, and opens it; null closes. */
  open(spot: SpotAddress | null): void
}

export const OpenSpotContext = createContext<OpenSpot>({ spot: null, open: () => {} })

export const useOpenSpot = (): OpenSpot => useContext(OpenSpotContext)
