// The hall as the server last told it: booths, live sessions, name plates, how many people are where, and where I am.

import { createStore } from 'zustand/vanilla'
import type { BoothShown, BoothSummary } from '../../shared/booth/booth.ts'
import type { Plate, SessionSummary } from '../../shared/protocol/wire.ts'

export interface HallState {
  readonly booths: Readonly<Record<string, BoothSummary>>
  /** What cities show, of those that were looked at here; perhaps of an older revision. */
  readonly shown: Readonly<Record<string, BoothShown>>
  readonly sessions: readonly SessionSummary[]
  readonly plates: readonly Plate[]
  /** People by spot (booth or zone). */
  readonly counts: Readonly<Record<string, number>>
  /** My own figure in crowd frames; 0 before the hall was entered. */
  readonly handle: number
  /** The spot under my feet. */
  readonly here: string | null
  /** Rises when a booth's picture changed while I was here, for a word about it. */
  readonly lastChanged: { readonly booth: string; readonly n: number } | null
}

export const emptyHall: HallState = {
  booths: {},
  shown: {},
  sessions: [],
  plates: [],
  counts: {},
  handle: 0,
  here: null,
  lastChanged: null,
}

export const createHallStore = () => createStore<HallState>(() => emptyHall)

/** The hall with one booth changed; an older revision than the one known changes nothing. */
export function withBooth(hall: HallState, booth: BoothSummary): HallState {
  const known = hall.booths[booth.id]
  if (known && known.revision >= booth.revision) return hall
  const n = (hall.lastChanged?.n ?? 0) + 1
  return { ...hall, booths: { ...hall.booths, [booth.id]: booth }, lastChanged: { booth: booth.id, n } }
}

/** Plates with the guide's badge on the figure that leads now; handle 0 or null: nobody does. */
export function withGuide(plates: readonly Plate[], guide: number | null): readonly Plate[] {
  return guide ? plates.map((plate) => (plate.handle === guide ? { ...plate, badge: 'guide' } : plate)) : plates
}

/** The hall with what one city shows; an answer that was overtaken changes nothing. */
export function withShown(hall: HallState, shown: BoothShown): HallState {
  const known = hall.shown[shown.id]
  return known && known.revision >= shown.revision ? hall : { ...hall, shown: { ...hall.shown, [shown.id]: shown } }
}
