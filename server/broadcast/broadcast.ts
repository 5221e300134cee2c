// Puts the parts of the broadcast together: lines, circles, the crowd, and the tick that drives them. Knows no noun.

import type { Socket } from 'socket.io'
import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId, Random } from '../../shared/kit/id.ts'
import type { PosePacket } from '../../shared/pose/pose-code.ts'
import { decodeEcho, type Echo } from '../../shared/pose/tick-frame.ts'
import { HotKind, TICK_HZ } from '../../shared/protocol/hot.ts'
import { type Circle, createCircle } from './circle.ts'
import { type Crowd, createCrowd } from './crowd.ts'
import { type BroadcastFigures, type Log, makeFigures } from './figures.ts'
import { createFrames } from './frames.ts'
import { createGrid } from './grid.ts'
import { createLine, type Line } from './line.ts'
import { runTick } from './tick.ts'
import { createTicks, type Ticks } from './ticks.ts'
import { createViewers } from './viewers.ts'

/** People by spot are told so often, ticks. A tell costs one write a line, as much as a pose: not oftener than needed. */
const COUNTS_TICKS = 2 * TICK_HZ

export interface BroadcastParts {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export interface Broadcast {
  /** Takes a connected socket in; it is let go by itself when the socket disconnects. */
  line(socket: Socket, person: PersonId): Line
  circle(): Circle
  readonly crowd: Crowd
  /** A hot packet of a line. Gives the pose when it was one and is believed, for who leads; else null. */
  hear(line: Line, bytes: unknown): Readonly<PosePacket> | null
  readonly figures: BroadcastFigures
  /** Lines by transport, now. */
  transports(): { readonly polling: number; readonly websocket: number }
  /** Begins to tick. */
  start(): void
  stop(): void
  /** One tick, now; `start` calls it ten times a second. */
  tick(): void
}

export function createBroadcast({ clock, random, log }: BroadcastParts): Broadcast {
  const ticks = createTicks(clock)
  const figures = makeFigures()
  const grid = createGrid()
  const [high = 0, low = 0] = random(2)
  const viewers = createViewers()
  const crowd = createCrowd({ viewers, grid, ticks, now: clock, firstHandle: high * 256 + low })
  const frames = createFrames(grid)
  let counts = '{}'
  let countsDue = 0

  const tellCounts = () => {
    const fresh = crowd.counts()
    const text = JSON.stringify(fresh)
    if (text === counts) return
    counts = text
    crowd.circle.tell('hall:counts', fresh)
  }
  const hearEcho = (line: Line, { tick, hidden }: Echo) => {
    const changed = hidden !== line.hidden
    line.echoed(tick, hidden)
    const viewer = viewers.all.get(line)
    if (changed && viewer) viewers.unsettle(viewer)
  }
  const tick = () => {
    const begun = performance.now()
    const number = ticks.next()
    runTick(number, clock(), { viewers, frames, figures })
    if (number >= countsDue) {
      countsDue = number + COUNTS_TICKS
      tellCounts()
      frames.tidy(number)
    }
    figures.ticks++
    figures.tickMs += performance.now() - begun
  }
  return {
    crowd,
    figures,
    tick,
    circle: createCircle,
    line(socket, person) {
      const line = createLine({ socket, person, ticks, figures, log })
      viewers.add(line, ticks.current)
      socket.once('disconnect', () => {
        crowd.leave(line)
        viewers.remove(line)
      })
      return line
    },
    hear(line, bytes) {
      if (bytes instanceof Uint8Array) {
        if (bytes[0] === HotKind.pose) {
          const packet = crowd.hear(line, bytes)
          if (packet) return packet
        } else {
          const echo = decodeEcho(bytes)
          if (echo) {
            hearEcho(line, echo)
            return null
          }
        }
      }
      figures.hotRefused++
      return null
    },
    transports() {
      const sum = { polling: 0, websocket: 0 }
      for (const line of viewers.all.keys()) sum[line.transport]++
      return sum
    },
    ...beat(ticks, tick, { figures, log }),
  }
}

/** Ticks by the clock's grid, not by an interval: setInterval slides by up to a millisecond each time. */
function beat(
  ticks: Ticks,
  tick: () => void,
  { figures, log }: { readonly figures: BroadcastFigures; readonly log: Log },
): Pick<Broadcast, 'start' | 'stop'> {
  let timer: ReturnType<typeof setTimeout> | null = null
  const again = () => {
    const wait = ticks.untilNext()
    const expected = performance.now() + wait
    timer = setTimeout(() => {
      figures.late.record(Math.max(1, Math.round((performance.now() - expected) * 1e6)))
      try {
        tick()
      } catch (thrown) {
        log.error({ err: thrown }, 'tick failed')
      }
      again()
    }, wait)
  }
  return {
    start() {
      if (!timer) again()
    },
    stop() {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}
