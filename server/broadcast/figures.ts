// What the broadcast counts about itself; /metrics reads it. Plain numbers, no names.

export interface BroadcastFigures {
  /** Hot frames written straight to a WebSocket. */
  hotSent: number
  /** Hot frames sent by the ordinary emit (long polling). */
  hotByEmit: number
  /** Hot frames left out because a line was behind. */
  hotSkipped: number
  /** Lines closed because too much text waited for them. */
  closedOverfull: number
  /** Client packets refused: malformed, too often, implausible. */
  hotRefused: number
  /** Ticks run, and how long they took together, ms. */
  ticks: number
  tickMs: number
}

export const makeFigures = (): BroadcastFigures => ({
  hotSent: 0,
  hotByEmit: 0,
  hotSkipped: 0,
  closedOverfull: 0,
  hotRefused: 0,
  ticks: 0,
  tickMs: 0,
})

/** The part of the log that is used here. */
export interface Log {
  warn(detail: object, message: string): void
  error(detail: object, message: string): void
}
