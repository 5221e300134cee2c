// Which passes see what. The mirror pass leaves out what the blurred floor would not show anyway.

/** Seen by the eye and in the floor. */
export const LAYER_BOTH = 0
/** Seen by the eye only: chairs, plates, blobs, letters near by, glass. */
export const LAYER_EYE = 1
/** Seen in the floor only: cheaper stand-ins. */
export const LAYER_MIRROR = 2
