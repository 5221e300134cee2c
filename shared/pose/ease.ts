// Moving a value towards another at a rate that does not depend on how many frames a second are drawn.

/**
 * One step from `value` towards `target`. `rate` is per second (the distance falls by e in 1/rate s), `dt` in seconds.
 * Two steps of dt/2 give the same as one of dt. Never overshoots.
 */
export function ease(value: number, target: number, rate: number, dt: number): number {
  return target + (value - target) * Math.exp(-rate * Math.max(0, dt))
}

/** The same for an angle in radians, by the shorter way round. The result is not wrapped. */
export function easeAngle(value: number, target: number, rate: number, dt: number): number {
  return value + angleBetween(value, target) * (1 - Math.exp(-rate * Math.max(0, dt)))
}

/** The turn from one angle to another by the shorter way, radians in (−π, π]. */
export function angleBetween(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI)
  if (turn > Math.PI) return turn - 2 * Math.PI
  return turn <= -Math.PI ? turn + 2 * Math.PI : turn
}
