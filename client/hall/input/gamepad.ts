// A gamepad's sticks → intent: left walks, right looks. Polled in the frame; a connected pad is asked 15 times a second else.

import type { Intent } from './intent.ts'

const DEAD = 0.18

/** Reads the first pad. Writes only what changed, so that the touch stick is not overwritten by an idle pad. */
export class GamepadReader {
  #was = false

  /** @returns whether a stick is out of its dead zone */
  read(intent: Intent): boolean {
    const pad = navigator.getGamepads?.().find((one) => one?.connected)
    const axes = pad?.axes
    const forward = -dead(axes?.[1])
    const right = dead(axes?.[0])
    const turn = -dead(axes?.[2])
    const pitch = -dead(axes?.[3])
    const on = forward !== 0 || right !== 0 || turn !== 0 || pitch !== 0
    if (on || this.#was) {
      intent.stickForward = forward
      intent.stickRight = right
      intent.stickTurn = turn
      intent.stickPitch = pitch
    }
    this.#was = on
    return on
  }
}

function dead(value: number | undefined): number {
  if (value === undefined || Math.abs(value) < DEAD) return 0
  return (value - Math.sign(value) * DEAD) / (1 - DEAD)
}
