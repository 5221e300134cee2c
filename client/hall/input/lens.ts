// How wide the hall's lens is: the ordinary one, and closer by two fingers. Pure.

/** Vertical field of view of the hall's lens, degrees; also the widest. */
export const FIELD_OF_VIEW = 58
/** The closest look two fingers get. */
export const NARROWEST = 40

/**
 * The lens after two fingers moved from `before` to `after` pixels apart: what lies under them stays under them, near the
 * middle of the picture. Stays within NARROWEST … FIELD_OF_VIEW; fingers on one spot change nothing.
 * @param fov vertical field of view before, degrees
 */
export function pinched(fov: number, before: number, after: number): number {
  if (before <= 0 || after <= 0) return fov
  const half = Math.tan((fov * Math.PI) / 360) * (before / after)
  return Math.min(FIELD_OF_VIEW, Math.max(NARROWEST, (Math.atan(half) * 360) / Math.PI))
}
