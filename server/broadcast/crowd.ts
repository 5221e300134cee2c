// The people in the hall: who has a figure, whose pose is believed, who follows which lead, and how many are at each spot.
// What of it is sent to whom is decided in tick.ts; names and rights are the callers'.

import { spotAt } from '../../shared/hall/where.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import { decodePose, makePosePacket, type PosePacket } from '../../shared/pose/pose-code.ts'
import { type Circle, createCircle } from './circle.ts'
import { type Figure, makeFigure, poseFigure } from './figure.ts'
import type { Grid } from './grid.ts'
import { Lead } from './lead.ts'
import type { Line } from './line.ts'
import { mayMove } from './motion-guard.ts'
import type { Ticks } from './ticks.ts'
import type { Viewers } from './viewers.ts'

export interface Crowd {
  /** Lines of everybody in the hall. */
  readonly circle: Circle
  /** Puts a line in the hall; gives its figure's handle (1–65,535), new each visit. Twice: the same. */
  enter(line: Line): number
  /** Takes a line's figure out for good; later packets of it change nothing. */
  leave(line: Line): void
  /** Handle of a line's figure, or 0. */
  handle(line: Line): number
  /** Where a line's figure stands, or null. */
  pose(line: Line): Pose | null
  /** Takes a line's pose packet. Null when it is refused: malformed, not in the hall, too often, implausible, stale. */
  hear(line: Line, bytes: Uint8Array): Readonly<PosePacket> | null
  /** The lead of a session, made when first asked for. `take` its poses, `clear` it when nobody leads. */
  lead(session: string): Lead
  /** The session is over: nobody follows it any more. */
  dropLead(session: string): void
  /** A line follows a session's lead from the next tick on, or nobody. */
  follow(line: Line, session: string | null): void
  /** People by spot (booth, stage, room or zone). */
  counts(): Readonly<Record<string, number>>
}

export interface CrowdParts {
  readonly viewers: Viewers
  readonly grid: Grid
  readonly ticks: Ticks
  readonly now: () => number
  /** Where handles begin to count. */
  readonly firstHandle: number
}

export function createCrowd({ viewers, grid, ticks, now, firstHandle }: CrowdParts): Crowd {
  const leads = new Map<string, Lead>()
  const handles = makeHandles(firstHandle)
  /** The one line of a person whose figure shows: the last that moved. */
  const shown = new Map<PersonId, Figure>()
  const circle = createCircle()
  const packet = makePosePacket()

  const leave = (line: Line) => {
    const viewer = viewers.all.get(line)
    circle.delete(line)
    if (!viewer?.figure) return
    const { figure } = viewer
    viewer.figure = null
    viewers.unsettle(viewer)
    figure.left = true
    grid.remove(figure)
    if (shown.get(figure.person) === figure) shown.delete(figure.person)
    handles.free(figure.handle)
  }
  const show = (figure: Figure) => {
    const other = shown.get(figure.person)
    if (other && other !== figure) grid.remove(other)
    shown.set(figure.person, figure)
    grid.place(figure)
  }
  return {
    circle,
    enter(line) {
      const viewer = viewers.all.get(line)
      if (!viewer) return 0
      circle.add(line)
      viewer.figure ??= makeFigure(handles.take(), line.person)
      viewers.unsettle(viewer)
      return viewer.figure.handle
    },
    leave,
    handle: (line) => viewers.all.get(line)?.figure?.handle ?? 0,
    pose(line) {
      const figure = viewers.all.get(line)?.figure
      return figure?.motion.known ? figure.pose : null
    },
    hear(line, bytes) {
      const viewer = viewers.all.get(line)
      const figure = viewer?.figure
      if (!viewer || !figure || !decodePose(bytes, packet)) return null
      if (!mayMove(figure.motion, figure.pose, figure.snap, packet, now())) return null
      poseFigure(figure, packet.pose, packet.snap, ticks.current + 1)
      show(figure)
      if (viewer.group && !viewer.group.lead && viewer.group.cell !== figure.cell) viewers.unsettle(viewer)
      return packet
    },
    lead(session) {
      const known = leads.get(session)
      if (known) return known
      const lead = new Lead(() => {
        for (const viewer of viewers.all.values()) if (viewer.lead === lead) viewers.unsettle(viewer)
      })
      leads.set(session, lead)
      return lead
    },
    dropLead(session) {
      const lead = leads.get(session)
      leads.delete(session)
      for (const viewer of viewers.all.values()) {
        if (!lead || viewer.lead !== lead) continue
        viewer.lead = null
        viewers.unsettle(viewer)
      }
    },
    follow(line, session) {
      const viewer = viewers.all.get(line)
      if (!viewer) return
      viewer.lead = session === null ? null : this.lead(session)
      viewers.unsettle(viewer)
    },
    counts() {
      const counts: Record<string, number> = {}
      for (const { pose } of grid.figures()) {
        const spot = spotAt(pose.x, pose.z)
        counts[spot] = (counts[spot] ?? 0) + 1
      }
      return counts
    },
  }
}

// Counts on from anywhere, so that a handle comes back only after 65,535 visits.
function makeHandles(first: number): { take(): number; free(handle: number): void } {
  const taken = new Set<number>()
  let last = first % 65535
  return {
    take() {
      if (taken.size >= 65535) throw new Error('no handle is free')
      do last = (last % 65535) + 1
      while (taken.has(last))
      taken.add(last)
      return last
    },
    free: (handle) => void taken.delete(handle),
  }
}
