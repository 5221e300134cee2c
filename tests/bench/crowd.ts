// npm run bench -- crowd: 100, 200 and 400 walkers in the hall, each moving at 10 Hz; half of them crowd around eight booths.
// What is due is told by an oracle that knows where everybody really is: of the 20 nearest to each sampled walker, how many does
// its client show where they stood within the last 300 ms; and every tick must bring a frame.

import { TickReader } from '../../shared/pose/tick-frame.ts'
import { seeded } from '../support/seeded.ts'
import { startServer } from '../support/server.ts'
import { visit } from './house.ts'
import { type LightClient, newCookie } from './light-client.ts'
import { cpuMs, inBatches, sleep } from './measure.ts'
import { type Bench, type Line, line } from './report.ts'

const STEP_MS = 100
/** Clients are not in step: a tenth of them moves every 10 ms. */
const SLOTS = 10
const NEAREST_DUE = 20
/** Walking speed, metres a step (1.4 m/s), and how far off a figure may be shown: what one walks in 300 ms. */
const STEP = 0.14
const SHOWN_WITHIN = 3 * STEP + 0.05

interface Walker {
  readonly client: LightClient & { handle: number }
  readonly seen: Map<number, { x: number; z: number }>
  frames: number
  x: number
  z: number
  heading: number
}

interface CrowdFigures {
  readonly cpuShare: number
  readonly kbPerSecond: number
  readonly frames: number
  readonly shown: number
}

export async function playCrowd(size: number, seconds: number): Promise<CrowdFigures> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } })
  const random = seeded(size)
  const cookies = await inBatches(Array.from({ length: size }), 25, () => newCookie(server.origin))
  const walkers = await inBatches(cookies, 25, (cookie, i) => makeWalker(server.origin, cookie, i, random))
  const beat = async (steps: number, after: () => void) => {
    const start = performance.now()
    for (let slot = 0; slot < steps * SLOTS; slot++) {
      const wait = start + (slot * STEP_MS) / SLOTS - performance.now()
      if (wait > 0) await sleep(wait)
      for (let i = slot % SLOTS; i < size; i += SLOTS) step(walkers[i] as Walker, random)
      if (slot % (SLOTS * 10) === SLOTS * 10 - 1) after()
    }
  }
  await beat(20, () => undefined)
  const bytes = () => walkers.reduce((sum, { client }) => sum + client.bytes(), 0)
  const [cpu, read, began] = [cpuMs(server.pid), bytes(), performance.now()]
  for (const walker of walkers) walker.frames = 0
  let [due, shown] = [0, 0]
  await beat(seconds * 10, () => {
    for (let i = 0; i < size; i += 7) {
      const judged = judge(walkers[i] as Walker, walkers)
      due += judged.due
      shown += judged.shown
    }
  })
  const took = (performance.now() - began) / 1000
  const frames = walkers.reduce((sum, walker) => sum + walker.frames, 0)
  const figures = {
    cpuShare: (cpuMs(server.pid) - cpu) / took / 10,
    kbPerSecond: (bytes() - read) / size / took / 1000,
    frames: (frames / (size * took * 10)) * 100,
    shown: (shown / due) * 100,
  }
  for (const { client } of walkers) client.close()
  await server.kill()
  return figures
}

async function makeWalker(origin: string, cookie: string, i: number, random: () => number): Promise<Walker> {
  const seen = new Map<number, { x: number; z: number }>()
  const reader = new TickReader({
    beginTick: () => undefined,
    pushGuide: () => undefined,
    pushFigure: (handle, { x, z }) => void seen.set(handle, { x, z }),
    hide: (handle) => void seen.delete(handle),
    leave: (handle) => void seen.delete(handle),
  })
  const self: { frames: number } = { frames: 0 }
  const onTick = (bytes: Buffer) => {
    self.frames++
    reader.read(bytes, 0)
  }
  const client = await visit(origin, cookie, { onTick })
  const booth = i % 8
  const [x, z] = i % 2 ? [random() * 90 - 45, random() * 50 - 25] : [booth * 10 - 34 + random() * 6, random() * 6 - 3]
  const walker = Object.assign(self, { client, seen, x, z, heading: random() * 2 * Math.PI })
  client.pose({ x, y: 0, z, yaw: 0, pitch: 0 })
  return walker
}

function step(walker: Walker, random: () => number): void {
  walker.heading += random() * 0.6 - 0.3
  const x = walker.x + Math.sin(walker.heading) * STEP
  const z = walker.z + Math.cos(walker.heading) * STEP
  if (Math.abs(x) > 49 || Math.abs(z) > 29) walker.heading += Math.PI
  else Object.assign(walker, { x, z })
  walker.client.pose({ x: walker.x, y: 0, z: walker.z, yaw: walker.heading, pitch: 0 })
}

function judge(me: Walker, walkers: readonly Walker[]): { due: number; shown: number } {
  const distance = ({ x, z }: { x: number; z: number }, to: Walker) => Math.hypot(x - to.x, z - to.z)
  const nearest = walkers
    .filter((other) => other !== me)
    .toSorted((a, b) => distance(a, me) - distance(b, me))
    .slice(0, NEAREST_DUE)
  const shown = nearest.filter((other) => {
    const at = me.seen.get(other.client.handle)
    return at !== undefined && distance(at, other) <= SHOWN_WITHIN
  })
  return { due: nearest.length, shown: shown.length }
}

export const bench: Bench = async ({ smoke, sizes, seconds, say }) => {
  const lines: Line[] = []
  const share = new Map<number, number>()
  for (const size of sizes ?? (smoke ? [12] : [100, 200, 400])) {
    const figures = await playCrowd(size, seconds ?? (smoke ? 2 : 10))
    say(`${size}: ${JSON.stringify(figures)}`)
    share.set(size, figures.cpuShare)
    lines.push(
      line(`kB/s per client at ${size}`, figures.kbPerSecond, 'kB/s', { most: 8 }),
      line(`frames due that came at ${size}`, figures.frames, '%', { least: 99 }),
      line(`of the nearest ${NEAREST_DUE}, shown where they are at ${size}`, figures.shown, '%', { least: 99 }),
      line(`server CPU at ${size}`, figures.cpuShare, '% of a core', null),
    )
  }
  const [at200, at400] = [share.get(200), share.get(400)]
  if (at200 && at400) lines.push(line('server CPU at 400 against 200', at400 / at200, '×', { most: 2.2 }))
  return lines
}
