// One tick: for each line at most one frame, made once for all who see the same. Slow lines get fewer, hidden tabs a sign
// of life. Who stands in which group is in viewers.ts, what a frame holds in frames.ts, one odd line's write in line.ts.

import { TICK_HZ } from '../../shared/protocol/hot.ts'
import { cellAt } from './figure.ts'
import type { BroadcastFigures } from './figures.ts'
import type { Frames } from './frames.ts'
import { HOT_QUEUE_BYTES, type HotFrame, LAGGING_MS } from './line.ts'
import type { Group, Viewer, Viewers } from './viewers.ts'

/** A line that lags gets every fifth tick only. */
const THIN_TICKS = 5
/** Without anything else a line gets the bare number so often, ticks. */
const ALIVE_TICKS = TICK_HZ
/** How often the lines in order are asked whether they lag, ticks. */
const LAG_TICKS = TICK_HZ

export interface TickParts {
  readonly viewers: Viewers
  readonly frames: Frames
  readonly figures: BroadcastFigures
}

/** Sends one tick to everybody. @param now ms of the clock */
export function runTick(tick: number, now: number, { viewers, frames, figures }: TickParts): void {
  const bare = frames.bare(tick)
  for (const group of viewers.groups) {
    const frame = groupFrame(group, tick, frames) ?? (tick - group.sent >= ALIVE_TICKS ? bare : null)
    if (frame) writeAll(group, frame, tick, viewers, figures)
    if (tick % LAG_TICKS === 0) dropLagging(group, now, viewers)
  }
  for (const viewer of viewers.odd) serveOdd(viewer, tick, now, bare, { viewers, frames, figures })
}

// When the lead walks into another cell, the crowd in sight is another one: everybody in it is sent.
function groupFrame(group: Group, tick: number, frames: Frames): HotFrame | null {
  const { lead } = group
  if (!lead?.known || lead.cell === group.cell) return frames.changes(tick, lead, group.cell)
  group.cell = lead.cell
  return frames.whole(tick, lead, group.cell)
}

function writeAll(group: Group, hot: HotFrame, tick: number, viewers: Viewers, figures: BroadcastFigures): void {
  const { streams } = group
  const { frame } = hot
  group.sent = tick
  figures.hotSent += streams.length
  // Backwards: who is taken out is replaced by the last, which had its frame already.
  for (let i = streams.length - 1; i >= 0; i--) {
    const stream = streams[i]
    if (stream?.writable && stream.writableLength <= HOT_QUEUE_BYTES) {
      stream.write(frame)
      continue
    }
    figures.hotSent--
    figures.hotSkipped++
    const viewer = group.viewers[i]
    if (viewer) viewers.unsettle(viewer)
  }
  for (const viewer of group.others) if (!viewer.line.hot(hot)) viewers.unsettle(viewer)
}

function dropLagging(group: Group, now: number, viewers: Viewers): void {
  for (let i = group.viewers.length - 1; i >= 0; i--) {
    const viewer = group.viewers[i]
    if (viewer && viewer.line.lagMs(now) > LAGGING_MS) viewers.unsettle(viewer)
  }
  // A line that was upgraded meanwhile goes in again, with its stream.
  for (const viewer of group.others) {
    if (viewer.line.stream || viewer.line.lagMs(now) > LAGGING_MS) viewers.unsettle(viewer)
  }
}

function serveOdd(viewer: Viewer, tick: number, now: number, bare: HotFrame, { viewers, frames }: TickParts): void {
  const { line, lead, figure } = viewer
  if (viewer.sent >= tick) return
  const lags = line.lagMs(now) > LAGGING_MS
  if (line.hidden || (lags && tick % THIN_TICKS !== 0)) {
    if (tick - viewer.sent >= ALIVE_TICKS && line.hot(bare)) viewer.sent = tick
    return
  }
  const cell = lead?.known ? lead.cell : figure?.motion.known ? cellAt(figure.pose.x, figure.pose.z) : -1
  if (!line.hot(frames.whole(tick, lead, cell))) return
  viewer.sent = tick
  if (!lags) viewers.settle(viewer, cell, tick)
}
