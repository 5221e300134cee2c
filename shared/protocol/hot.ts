// The hot track: binary packets that go past the JSON control plane. First byte = kind. Layouts live in shared/pose.

/** The one event whose packet is its bytes; on the wire a lone binary message. */
export const HOT_EVENT = 'h'

/** First byte of every hot packet. */
export const HotKind = {
  /** Client → server: my pose. */
  pose: 1,
  /** Server → client, once a tick: tick number, then sections (guide's pose, crowd, sums). */
  tick: 2,
  /** Client → server: the last tick number received, from the message handler. */
  echo: 3,
} as const
export type HotKind = (typeof HotKind)[keyof typeof HotKind]

/** Ticks a second. */
export const TICK_HZ = 10
