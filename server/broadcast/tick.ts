// One tick: for each line at most one frame, made once for all who see the same. Slow lines get fewer, hidden tabs a sign
// of life. Who sees what is in frames.ts; how it is written in line.ts.

import { TICK_HZ } from '../../shared/protocol/hot.ts'
import type { Viewer } from './crowd.ts'
import type { Frames } from './frames.ts'
import type { HotFrame } from './line.ts'

/** A line that has confirmed nothing newer than this, ms, gets every fifth tick only. The client echoes once a second. */
export const THIN_AFTER_MS = Number(process.env['THIN'] ?? 2500)
const THIN_TICKS = 5
/** Without anything else a line gets the bare number so often, ticks. */
const ALIVE_TICKS = TICK_HZ

/** Sends one tick to everybody. @param now ms of the clock */
export function runTick(tick: number, now: number, viewers: Iterable<Viewer>, frames: Frames): void {
  let bare: HotFrame | null = null
  for (const viewer of viewers) {
    const frame = frameFor(viewer, tick, now, frames)
    if (frame) {
      viewer.whole = !viewer.line.hot(frame)
      if (!viewer.whole) viewer.sent = tick
    } else if (tick - viewer.sent >= ALIVE_TICKS) {
      bare ??= frames.bare(tick)
      if (viewer.line.hot(bare)) viewer.sent = tick
    }
  }
}

function frameFor(viewer: Viewer, tick: number, now: number, frames: Frames): HotFrame | null {
  const { line, lead } = viewer
  if (line.hidden || (tick % THIN_TICKS !== 0 && line.lagMs(now) > THIN_AFTER_MS)) {
    viewer.whole = true
    return null
  }
  const cell = lead?.known ? lead.cell : (viewer.figure?.cell ?? -1)
  if (cell !== viewer.cell) {
    viewer.cell = cell
    viewer.whole = true
  }
  if (!viewer.whole) return frames.changes(tick, lead, cell)
  return frames.whole(tick, lead, cell)
}
