// What the broadcast counts about itself; /metrics reads it. Plain numbers, no names.

import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'

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
  /** How late ticks began, ns: the delay of the event loop, ten times a second, without a meter that wakes the process. */
  readonly late: RecordableHistogram
}

export const makeFigures = (): BroadcastFigures => ({
  hotSent: 0,
  hotByEmit: 0,
  hotSkipped: 0,
  closedOverfull: 0,
  hotRefused: 0,
  ticks: 0,
  tickMs: 0,
  late: createHistogram(),
})

/** The part of the log that is used here. */
export interface Log {
  warn(detail: object, message: string): void
  error(detail: object, message: string): void
}
