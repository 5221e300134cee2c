// npm run bench -- swap --corpus DIR: a booth's model replaced again and again in a running hall, each by a real step of the
// booth's life told live. What stays behind, what holds the main thread up, whether the plot is ever bare; and how long it takes
// from an upload's end until it stands in the hall.

import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startBrowser } from '../support/browser.ts'
import { ROOT } from '../support/paths.ts'
import { startServer } from '../support/server.ts'
import { until } from './hall-frame.ts'
import { type Kept, keptBy } from './hall-rounds.ts'
import { median } from './measure.ts'
import { type Bench, type Line, line } from './report.ts'
import { cityStaff, type Staff, withoutReview } from './swap-city.ts'
import { type Input, swapInputs, twentyMegabytes } from './swap-files.ts'
import { longestTask } from './task-time.ts'

const MB = 2 ** 20
const CITY = 'qingdao'
/** Small, so that software GL draws enough frames a second. */
const SIZE = { width: 256, height: 144 }
const SMOKE_SIZE = { width: 160, height: 90 }
const READY = 'window.__parlorHall !== undefined && window.__parlorHall.ready'
const SHOWN = `window.__parlorHall.models.${CITY}`
/** Longest wait for a model to stand in the hall after it was shown, ms. */
const STANDS = 120_000
/** Swaps in one trace. */
const ROUND = 10

export const bench: Bench = async ({ smoke, rounds, corpus, say }) => {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } })
  const browser = await startBrowser()
  try {
    const page = await browser.newPage({ viewport: smoke ? SMOKE_SIZE : SIZE })
    await page.addInitScript({ path: join(ROOT, 'tests/bench/hall-probe.js') })
    await withoutReview(server.origin, server.link('operator'))
    const staff = await cityStaff(server.origin, server.link(CITY), CITY)
    say('Opening the hall …')
    await page.goto(`${server.origin}/hall/${CITY}?level=${smoke ? 'low' : 'mid'}`)
    await until(page, READY, STANDS)
    const uploaded = await uploadAll(page, staff, await swapInputs(corpus, smoke), say)
    const large = smoke ? [] : await uploadAll(page, staff, await twentyMegabytes(corpus, 5), say)
    const swapped = await swapMany({ browser, page, staff, versions: uploaded }, rounds ?? (smoke ? 6 : 200), say)
    return [
      ...swapped,
      ...large.slice(0, 1).map(({ bytes }) => line('a large file', bytes / 1e6, 'MB', null)),
      ...seconds('of a large file: from the upload’s end until it stands in the hall', large, { most: 10 }),
      ...seconds('of the others: from the upload’s end until it stands in the hall', uploaded, null),
    ]
  } finally {
    await browser.close()
    await server.kill()
  }
}

interface Uploaded {
  readonly name: string
  readonly bytes: number
  /** Number of its version. */
  readonly n: number
  readonly hash: string
  /** From the upload's end until it stood in the hall. */
  readonly seconds: number
}

function seconds(what: string, uploads: readonly Uploaded[], limit: { most: number } | null): Line[] {
  if (uploads.length === 0) return []
  const all = uploads.map((one) => one.seconds)
  return [line(`${what}, median`, median(all), 's', limit), line(`${what}, longest`, Math.max(...all), 's', null)]
}

async function uploadAll(
  page: Page,
  staff: Staff,
  files: readonly Input[],
  say: (text: string) => void,
): Promise<Uploaded[]> {
  const done: Uploaded[] = []
  for (const { name, bytes } of files) {
    const before = await page.evaluate<string | null>(`${SHOWN}?.hash ?? null`)
    await staff.upload(name, bytes)
    const sent = performance.now()
    const other = `(${SHOWN}?.hash ?? ${JSON.stringify(before)}) !== ${JSON.stringify(before)}`
    await until(page, other, STANDS).catch(async (cause) => {
      throw new Error(`${name} did not come: ${await staff.newest()}`, { cause })
    })
    const took = (performance.now() - sent) / 1000
    const hash = await page.evaluate<string>(`${SHOWN}.hash`)
    say(`${name}: ${(bytes.length / MB).toFixed(1)} MB, in the hall after ${took.toFixed(1)} s`)
    done.push({ name, bytes: bytes.length, n: await staff.shown(), hash, seconds: took })
    await settled(page, hash)
  }
  return done
}

interface Stage {
  readonly browser: Browser
  readonly page: Page
  readonly staff: Staff
  readonly versions: readonly Uploaded[]
}

/** Shows the versions by turns; the first round of all fills what is kept. */
async function swapMany(stage: Stage, times: number, say: (text: string) => void): Promise<Line[]> {
  const { browser, page, staff, versions } = stage
  const show = async (i: number) => {
    const { n, hash } = versions[i % versions.length] as Uploaded
    await staff.show(n)
    await settled(page, hash)
  }
  // All of them, ending with the last: what is measured begins and ends with the same model.
  for (let i = 0; i < versions.length; i++) await show(i)
  await page.evaluate(WATCH)
  const before = await keptBy(page)
  const took: number[] = []
  const timed = async (i: number) => {
    const began = performance.now()
    await show(i)
    took.push((performance.now() - began) / 1000)
  }
  let computed = 0
  while (took.length < times) {
    // In rounds: a trace of all of them would be too long to be read.
    const end = Math.min(times, took.length + ROUND)
    const round = async () => {
      for (let i = took.length; i < end; i++) await timed(i)
    }
    computed = Math.max(computed, await longestTask(browser, page, round))
    say(`${took.length} swaps, ${median(took).toFixed(2)} s each`)
  }
  const seen = await page.evaluate<Seen>('__swap.end()')
  for (let i = times % versions.length; i % versions.length !== 0; i++) await show(i)
  const after = await keptBy(page)
  return [line('swaps', times, '', null), ...leftBehind(before, after), ...heldUp({ ...seen, computed }, median(took))]
}

function leftBehind(before: Kept, after: Kept): Line[] {
  const grown = (of: keyof Kept, unit = 1) => (after[of] - before[of]) / unit
  return [
    line('geometries left behind', grown('geometries'), '', { most: 0 }),
    line('textures left behind', grown('textures'), '', { most: 0 }),
    line('GPU texture memory left behind', grown('textureBytes', MB), 'MB', { most: 0 }),
    line('GPU buffer memory left behind', grown('bufferBytes', MB), 'MB', { most: 0 }),
    line('JavaScript heap grown', grown('heap', MB), 'MB', { most: 2 }),
  ]
}

function heldUp(seen: Seen & { readonly computed: number }, took: number): Line[] {
  return [
    line('longest task, without WebGL', seen.longest, 'ms', { most: 50 }),
    line('longest task, computing alone', seen.computed, 'ms', { most: 50 }),
    line('longest task, raw', seen.raw, 'ms', null),
    line('longest animation frame, without WebGL', seen.frame, 'ms', { most: 50 }),
    line('frames drawn', seen.frames, '', null),
    line('frames in which the plot stood without a model', seen.bare, '', { most: 0 }),
    line('from the step until it stands at its level, median', took, 's', null),
  ]
}

/** Waits until a model stands at the level its distance asks for, whole, and the hall has drawn it. */
async function settled(page: Page, hash: string): Promise<void> {
  await until(page, `${SHOWN}?.hash === ${JSON.stringify(hash)} && ${SHOWN}.settled`, STANDS)
  const drawn = await page.evaluate<number>('__parlorHall.frames')
  await page.evaluate('__parlorHall.teleport(__parlorHall.pose)')
  await until(page, `__parlorHall.frames > ${drawn}`, STANDS)
}

interface Seen {
  readonly longest: number
  readonly raw: number
  readonly frame: number
  readonly frames: number
  readonly bare: number
}

/** In the page: counts from now on what holds it up, and at each animation frame whether the plot shows a model. */
const WATCH = `(() => {
  // The probe's own notes are no part of the hall's memory.
  const forget = () => {
    __bench.frames.length = __bench.glCalls.length = __bench.long.length = 0
    __bench.short.clear()
  }
  forget()
  const state = { on: true, bare: 0 }
  const look = () => {
    if (!${SHOWN}) state.bare++
    if (state.on) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  window.__swap = { end: () => {
    state.on = false
    const long = __bench.longOwn()
    const most = (list) => list.reduce((a, b) => Math.max(a, b), 0)
    const seen = {
      longest: most(long.map(([, , own]) => own)),
      raw: most(long.map(([, all]) => all)),
      frame: most(__bench.frames.map(([, own]) => own)),
      frames: __bench.frames.length,
      bare: state.bare,
    }
    forget()
    return seen
  } }
})()`
