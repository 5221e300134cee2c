// The plan of a booth on which spots are put, seen from above with the entrance below: from the screen to the plot's frame and back,
// and what the arrow keys do. A plot may be mirrored in the hall; the plan shows it as who comes in sees it. Pure.

import { type SpotPlace, snapped } from '../../shared/booth/spots.ts'
import { PLOT_SIZE, plotById } from '../../shared/hall/layout.ts'

/** 1, or −1 where the booth stands mirrored in the hall. */
export const sideOf = (city: string): 1 | -1 => plotById(city)?.mirror ?? 1

/** The point of the plan under a pointer; `box` is the plan on the screen, pixels. The height stays. */
export function placeUnder(
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  pointer: { readonly clientX: number; readonly clientY: number },
  at: SpotPlace,
  side: 1 | -1,
): SpotPlace {
  const across = (pointer.clientX - box.left) / box.width - 0.5
  const along = (pointer.clientY - box.top) / box.height - 0.5
  return snapped({ x: side * across * PLOT_SIZE, y: at.y, z: along * PLOT_SIZE })
}

const STEP = 0.1
const BIG_STEP = 0.5

const KEYS: Readonly<Record<string, readonly [across: number, up: number, along: number]>> = {
  ArrowLeft: [-1, 0, 0],
  ArrowRight: [1, 0, 0],
  ArrowUp: [0, 0, -1],
  ArrowDown: [0, 0, 1],
  PageUp: [0, 1, 0],
  PageDown: [0, -1, 0],
}

/** Where a key moves a spot; null for a key that moves nothing. */
export function movedBy(key: string, big: boolean, at: SpotPlace, side: 1 | -1): SpotPlace | null {
  const way = KEYS[key]
  if (!way) return null
  const step = big ? BIG_STEP : STEP
  const [across, up, along] = way
  return snapped({ x: at.x + side * across * step, y: at.y + up * step, z: at.z + along * step })
}
