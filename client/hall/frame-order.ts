// The order of a frame. Whoever works in a frame says in which phase by `useFrame(work, FRAME.walk)`.
// Frames are drawn on demand: `wake` asks for one more; nobody keeps the hall awake who isn't seen to move.

/** Lower numbers run first. `render` is the only one that draws (a priority above 0 turns fiber's own drawing off). */
export const FRAME = { input: -5, walk: -4, camera: -3, people: -2, booths: -1, render: 1 } as const

/** The longest step of time a frame works with, seconds: after a pause nobody jumps. */
export const LONGEST_STEP = 0.25
