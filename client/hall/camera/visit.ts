// Going to a spot of a booth: on foot where a straight way leads before it, else by a short fade.

import { standBefore } from '../../../shared/booth/spots.ts'
import type { HallMark } from '../booth/spots.ts'
import type { HallState } from '../hall-state.ts'
import type { FloorMarker } from '../zones/marker.ts'

/** Farther than this, metres, nobody wants to wait for feet. */
const ON_FOOT = 14

/** Stays where one is when nothing around the spot is free, and with the guide while following. */
export function visit(state: HallState, floor: Pick<FloorMarker, 'show'>, mark: HallMark, following: boolean): void {
  if (following) return
  const stand = standBefore(mark, state.view, state.walls)
  if (!stand) return
  const { pose, straight } = stand
  const far = Math.hypot(pose.x - state.view.x, pose.z - state.view.z)
  if (!straight || far > ON_FOOT || state.reducedMotion) {
    state.fadeTo(pose)
    return
  }
  state.intent.walkAndFace(pose)
  floor.show(pose.x, pose.z)
  state.wake()
}
