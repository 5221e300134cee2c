// The frame for one (lead, cell): made once a tick, shared by all who need it.

import { LEAD_BYTES, Section, TICK_BYTES, writeTickHeader } from '../../shared/pose/tick-frame.ts'
import { CellView } from './cell-view.ts'
import type { Grid } from './grid.ts'
import { webSocketFrame } from './inner.ts'
import { Lead } from './lead.ts'
import type { HotFrame } from './line.ts'

/** A cell that nobody looked from for so many ticks is forgotten. */
const FORGET_TICKS = 100

export interface Frames {
  /** What changed for the viewers of a cell (−1: outside the hall); null when nothing did. */
  changes(tick: number, lead: Lead | null, cell: number): HotFrame | null
  /** Everything in sight of a cell, and the lead's pose. */
  whole(tick: number, lead: Lead | null, cell: number): HotFrame
  /** The tick's number alone. */
  bare(tick: number): HotFrame
  /** Drops cells that are no longer looked from. */
  tidy(tick: number): void
}

export function createFrames(grid: Grid): Frames {
  const views = new Map<number, CellView>()
  const nobody = new Lead()
  const viewOf = (cell: number) => {
    let view = views.get(cell)
    if (!view) views.set(cell, (view = new CellView(cell, grid)))
    return view
  }
  return {
    changes(tick, lead, cell) {
      const from = lead ?? nobody
      from.begin(tick)
      let frame = from.changes.get(cell)
      if (frame !== undefined) return frame
      const crowd = cell < 0 ? null : viewOf(cell).changes(tick, from.handle)
      const moved = from.moved ? from : null
      frame = crowd || moved ? assemble(tick, moved, crowd, 0) : null
      from.changes.set(cell, frame)
      return frame
    },
    whole(tick, lead, cell) {
      const from = lead ?? nobody
      from.begin(tick)
      let frame = from.wholes.get(cell)
      if (frame) return frame
      const crowd = cell < 0 ? null : viewOf(cell).whole(tick, from.handle)
      frame = assemble(tick, from.known ? from : null, crowd, Section.whole)
      from.wholes.set(cell, frame)
      return frame
    },
    bare: (tick) => assemble(tick, null, null, 0),
    tidy(tick) {
      for (const [cell, view] of views) if (tick - view.used > FORGET_TICKS) views.delete(cell)
    },
  }
}

function assemble(tick: number, lead: Lead | null, crowd: Uint8Array | null, flags: number): HotFrame {
  const leadBytes = lead ? LEAD_BYTES : 0
  const bytes = Buffer.allocUnsafe(TICK_BYTES + leadBytes + (crowd?.length ?? 0))
  writeTickHeader(bytes, (lead ? Section.lead : 0) | (crowd ? Section.crowd | flags : 0), tick)
  if (lead) bytes.set(lead.section, TICK_BYTES)
  if (crowd) bytes.set(crowd, TICK_BYTES + leadBytes)
  return { frame: webSocketFrame('binary', bytes), bytes }
}
