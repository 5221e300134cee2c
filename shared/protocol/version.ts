/** The wire's version. A server speaks this one and the one before; older clients are refused with `wire.old-version`. */
export const PROTOCOL_VERSION = 1

/** Versions that today's server speaks. */
export const SPOKEN_VERSIONS: readonly number[] = [PROTOCOL_VERSION]
