// How wide the hall's lens is: the ordinary one, closer by two fingers, more open on an upright phone. Pure.

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

/** A picture narrower than this for its height gets a more open lens: through the ordinary one a phone sees half a board. */
const SLIM = 0.62
/** How much more open at most: beyond it what is above and below is drawn out. */
const MOST_OPEN = 1.4

/**
 * The lens a picture is drawn with: from left to right one sees as much as in a picture SLIM as wide as high.
 * @param fov vertical field of view in a picture that is wide enough, degrees
 * @param aspect width / height of the picture
 * @returns vertical field of view, degrees
 */
export function lensFor(fov: number, aspect: number): number {
  if (!(aspect > 0 && aspect < SLIM)) return fov
  const half = Math.tan((fov * Math.PI) / 360) * Math.min(MOST_OPEN, SLIM / aspect)
  return (Math.atan(half) * 360) / Math.PI
}
