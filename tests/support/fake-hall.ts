// A hall without sockets: lines that keep what they get, and what a client would see by it; time and ticks are the test's.

import type { Duplex } from 'node:stream'
import { expect } from 'vitest'
import { createCrowd } from '../../server/broadcast/crowd.ts'
import { makeFigures } from '../../server/broadcast/figures.ts'
import { createFrames } from '../../server/broadcast/frames.ts'
import { createGrid } from '../../server/broadcast/grid.ts'
import type { HotFrame, Line } from '../../server/broadcast/line.ts'
import { runTick } from '../../server/broadcast/tick.ts'
import { createTicks } from '../../server/broadcast/ticks.ts'
import { createViewers } from '../../server/broadcast/viewers.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import { encodePose } from '../../shared/pose/pose-code.ts'
import { TickReader } from '../../shared/pose/tick-frame.ts'

/** A line that keeps what it gets and what a client would see by it. */
export class FakeLine implements Line {
  readonly transport = 'websocket'
  readonly id: string
  readonly person: PersonId
  hidden = false
  lag = 0
  takes = true
  /** Bytes that wait in the stream. */
  unsent = 0
  sequence = 0
  readonly frames: HotFrame[] = []
  readonly seen = new Map<number, Pose>()
  readonly left: number[] = []
  guide: Pose | null = null
  readonly #reader = new TickReader({
    beginTick: () => undefined,
    pushGuide: (pose) => void (this.guide = { ...pose }),
    pushFigure: (handle, pose) => void this.seen.set(handle, { ...pose }),
    hide: (handle) => void this.seen.delete(handle),
    leave: (handle) => void (this.seen.delete(handle), this.left.push(handle)),
  })

  stream: Duplex | null

  constructor(name: string, grouped: boolean) {
    this.id = name
    this.person = name as PersonId
    this.stream = grouped ? this.#makeStream() : null
  }
  /** From long polling to a WebSocket. */
  upgrade(): void {
    this.stream = this.#makeStream()
  }
  tell(): void {}
  send(): void {}
  hot(frame: HotFrame): boolean {
    if (!this.takes) return false
    this.frames.push(frame)
    expect(this.#reader.read(frame.bytes, 0)).toBe(true)
    return true
  }
  // What a socket's stream would be: takes whole WebSocket frames.
  #makeStream(): Duplex {
    const line = this
    const stream = {
      get writable() {
        return line.takes
      },
      get writableLength() {
        return line.unsent
      },
      write: (frame: Buffer) => line.hot({ frame, bytes: frame.subarray((frame[1] as number) < 126 ? 2 : 4) }),
    }
    return stream as unknown as Duplex
  }
  onHot(): void {}
  echoed(): void {}
  silentMs(): number {
    return this.lag
  }
  lagMs(): number {
    return this.lag
  }
  close(): void {}
}

/** @param grouped lines have a stream, as over a WebSocket; else they are served one by one, as by long polling */
export function openHall(grouped: boolean, firstHandle = 0) {
  let now = 0
  const ticks = createTicks(() => now)
  const grid = createGrid()
  const viewers = createViewers()
  const crowd = createCrowd({ viewers, grid, ticks, now: () => now, firstHandle })
  const parts = { viewers, frames: createFrames(grid), figures: makeFigures() }
  let people = 0
  return {
    crowd,
    figures: parts.figures,
    enter(at?: Partial<Pose>, name = `person-${++people}`) {
      const line = new FakeLine(name, grouped)
      viewers.add(line, ticks.current)
      const handle = crowd.enter(line)
      if (at) this.move(line, at)
      return { line, handle }
    },
    move(line: FakeLine, at: Partial<Pose>, snap = 0) {
      return crowd.hear(line, encodePose({ x: 0, y: 0, z: 0, yaw: 0, pitch: 0, ...at }, snap, ++line.sequence))
    },
    tick(times = 1) {
      for (let i = 0; i < times; i++) {
        now += 100
        runTick(ticks.next(), now, parts)
      }
    },
    gone(line: FakeLine) {
      crowd.leave(line)
      viewers.remove(line)
    },
    /** Tells the server that the tab is hidden or back. */
    hide(line: FakeLine, hidden: boolean) {
      line.hidden = hidden
      const viewer = viewers.all.get(line)
      if (viewer) viewers.unsettle(viewer)
    },
    later: (ms: number) => void (now += ms),
  }
}
