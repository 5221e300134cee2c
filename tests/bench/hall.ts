// npm run bench -- hall: the hall's frame budget in a real browser on the built client, with software WebGL.
// Ten view points with 40 people before each, rounds that must leave nothing behind, a walk along the ribbon, and what it takes
// until one can walk.

import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ribbonZ } from '../../shared/hall/layout.ts'
import { RIBBON_WALK, VIEW_POINTS } from '../../shared/hall/view-points.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import { startBrowser } from '../support/browser.ts'
import { ROOT } from '../support/paths.ts'
import { startServer } from '../support/server.ts'
import { frame, until } from './hall-frame.ts'
import { walkRounds } from './hall-rounds.ts'
import { type Bench, type Line, line } from './report.ts'

const MB = 2 ** 20
const SIZE = { width: 640, height: 360 }
/** Draws, triangles and textures are counted, whatever the pixels. */
const SMOKE_SIZE = { width: 160, height: 90 }
/** Small, so that software GL draws enough frames a second for a walk. */
const WALK_SIZE = { width: 256, height: 144 }
/** Frames that the walk's figures are taken from at least, and the seconds after which it ends without them. */
const FRAMES = 60
const PATIENCE = 240
const READY = 'window.__parlorHall !== undefined && window.__parlorHall.ready'

export const bench: Bench = async ({ smoke, seconds, say }) => {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } })
  const browser = await startBrowser()
  try {
    const page = await browser.newPage({ viewport: smoke ? SMOKE_SIZE : SIZE })
    await page.addInitScript({ path: join(ROOT, 'tests/bench/hall-probe.js') })
    say('Opening the hall …')
    const opened = await open(page, server.origin)
    const seen: View[] = []
    for (const { id, pose } of VIEW_POINTS) {
      say(`Looking: ${id} …`)
      seen.push(await look(page, id, pose, smoke ? 6 : 12))
    }
    const textures = await page.evaluate<number>('__bench.textureBytes()')
    await page.setViewportSize(WALK_SIZE)
    say('Walking along the ribbon …')
    const walked = await walk(page, smoke ? 4 : (seconds ?? RIBBON_WALK.seconds), smoke ? 3 : FRAMES)
    say('Going round …')
    const rounds = await walkRounds(page, smoke ? 1 : 3, smoke)
    return [
      ...opened.lines,
      ...worst(seen),
      line('GPU textures with mips', textures / MB, 'MB', { most: 150 }),
      ...walked,
      ...rounds,
      ...opened.origins(),
    ]
  } finally {
    await browser.close()
    await server.kill()
  }
}

/** Opens the hall by a link to a spot and measures what it takes until one can walk. */
async function open(page: Page, origin: string): Promise<{ lines: Line[]; origins(): Line[] }> {
  const line_ = await page.context().newCDPSession(page)
  let bytes = 0
  let foreign = 0
  await line_.send('Network.enable')
  line_.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!/^(data|blob):$/.test(url.protocol) && url.origin !== origin) foreign++
  })
  await page.goto(`${origin}/hall/reception?level=high`)
  await until(page, READY, 120_000)
  const walkable = bytes
  const at = await page.evaluate<number>('performance.now()')
  await page.waitForTimeout(1500)
  const long = (await page.evaluate<[number, number, number][]>('__bench.longOwn()')).filter(([start]) => start < at)
  const longest = (part: 1 | 2) => Math.max(0, ...long.map((task) => task[part]))
  return {
    lines: [
      line('bytes until one can walk', walkable / MB, 'MB', { most: 1.5 }),
      line('longest task until one can walk, without WebGL', longest(2), 'ms', { most: 200 }),
      line('longest task until one can walk, raw', longest(1), 'ms', null),
      line('until one can walk', at, 'ms', null),
    ],
    origins: () => [line('requests to other origins', foreign, '', { most: 0 })],
  }
}

interface View {
  readonly id: string
  readonly calls: number
  readonly ranges: number
  readonly triangles: number
}

/** Stands at a view point with 40 people before the eye, and reads the cost of one settled frame, mirror included. */
async function look(page: Page, id: string, pose: Pose, settling: number): Promise<View> {
  await page.evaluate(`__parlorHall.crowd(${JSON.stringify(crowdBefore(pose, 40))})`)
  for (let i = 0; i < settling; i++) await frame(page, pose)
  await page.evaluate('__bench.draws = __bench.ranges = 0')
  await frame(page, pose)
  const figures = await page.evaluate<{ calls: number; triangles: number; ranges: number; draws: number }>(
    '({ ...__parlorHall.figures, ranges: __bench.ranges, draws: __bench.draws })',
  )
  return { id, calls: figures.calls, ranges: figures.ranges, triangles: figures.triangles }
}

/** People in rows of eight from 3 to 15 m before the eye, turned to it. */
function crowdBefore({ x, z, yaw }: Pose, count: number): Pose[] {
  return Array.from({ length: count }, (_, i) => {
    const ahead = 3 + Math.floor(i / 8) * 3
    const side = ((i % 8) - 3.5) * ahead * 0.16
    return {
      x: x - Math.sin(yaw) * ahead + Math.cos(yaw) * side,
      y: 0,
      z: z - Math.cos(yaw) * ahead - Math.sin(yaw) * side,
      yaw: yaw + Math.PI,
      pitch: 0,
    }
  })
}

function worst(views: readonly View[]): Line[] {
  const most = (of: (view: View) => number) => views.reduce((a, b) => (of(b) > of(a) ? b : a))
  const calls = most((view) => view.calls)
  const triangles = most((view) => view.triangles)
  return [
    line(`draw calls, worst view: ${calls.id}`, calls.calls, '', { most: 120 }),
    line(`triangles, worst view: ${triangles.id}`, triangles.triangles, '', { most: 350_000 }),
    line('ranges in multi-draws, worst view', most((view) => view.ranges).ranges, '', null),
    ...views.map((view) => line(`triangles: ${view.id}`, view.triangles, '', null)),
  ]
}

/** Walks along the ribbon as by clicks on the floor, at least so many frames; the cost of each frame on the way. */
async function walk(page: Page, seconds: number, least: number): Promise<Line[]> {
  await frame(page, { x: RIBBON_WALK.fromX, y: 0, z: ribbonZ(RIBBON_WALK.fromX), yaw: -Math.PI / 2, pitch: 0 })
  await page.waitForTimeout(500)
  await page.evaluate('__bench.frames.length = 0; __bench.commits = 0')
  const from = await page.evaluate<Pose>('__parlorHall.pose')
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  // Software GL may take a second a frame: walk on until enough frames are there.
  while (
    elapsed() < seconds ||
    ((await page.evaluate<number>('__bench.frames.length')) < least && elapsed() < PATIENCE)
  ) {
    const { x } = await page.evaluate<Pose>('__parlorHall.pose')
    const next = Math.min(RIBBON_WALK.toX, x + 4)
    await page.evaluate(`__parlorHall.walkTo(${next}, ${ribbonZ(next)})`)
    await page.waitForTimeout(400)
  }
  const { frames, commits } = await page.evaluate<{ frames: [number, number][]; commits: number }>(
    '({ frames: __bench.frames, commits: __bench.commits })',
  )
  const to = await page.evaluate<Pose>('__parlorHall.pose')
  const share = (part: 0 | 1, at: number) =>
    quantile(
      frames.map((one) => one[part]),
      at,
    )
  return [
    line('JavaScript a frame without WebGL, median', share(1, 0.5), 'ms', { most: 4 }),
    line('JavaScript a frame without WebGL, p95', share(1, 0.95), 'ms', { most: 8 }),
    line('JavaScript a frame, raw, median', share(0, 0.5), 'ms', null),
    line('React renders a second while walking', commits / elapsed(), '', { most: 0 }),
    line('frames on the walk', frames.length, '', null),
    line('walked', Math.hypot(to.x - from.x, to.z - from.z), 'm', null),
  ]
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0
}
