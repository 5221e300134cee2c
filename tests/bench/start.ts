// How fast the house opens: the server on an empty and on an existing folder, its memory when nobody is there; then in a real
// browser the bytes to the lobby, the bytes until one can walk, and requests to anybody else.

import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startBrowser } from '../support/browser.ts'
import { newVisitor } from '../support/page.ts'
import { emptyFolder, ROOT } from '../support/paths.ts'
import { startServer } from '../support/server.ts'
import { median, memoryMb, sleep } from './measure.ts'
import { type BenchOptions, type Line, line } from './report.ts'

/** See report.ts for what a bench is. */
export async function bench({ smoke, rounds, say }: BenchOptions): Promise<readonly Line[]> {
  // Starting must not be charged with building.
  spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { stdio: 'ignore' })
  const empty: number[] = []
  const existing: number[] = []
  const memory: number[] = []
  const times = rounds ?? (smoke ? 1 : 5)
  for (let round = 1; round <= times; round++) {
    say(`start ${round} of ${times}`)
    const dataDir = emptyFolder('bench-start')
    empty.push((await startOnce(dataDir, 0)).seconds)
    const again = await startOnce(dataDir, smoke ? 500 : 5_000)
    existing.push(again.seconds)
    memory.push(again.megabytes)
  }
  say('a browser at the door')
  return [
    line('ready on an empty folder', median(empty), 's', { most: 4 }),
    line('ready on an existing folder', median(existing), 's', { most: 1.5 }),
    line('idle memory', median(memory), 'MB', { most: 120 }),
    ...(await atTheDoor()),
  ]
}

/** Seconds from the command until `/ready` says yes, and the memory in use after `idleMs` more. */
async function startOnce(dataDir: string, idleMs: number): Promise<{ seconds: number; megabytes: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise((done) => child.once('close', done))
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      const found = /open at (\S+)/.exec(output)?.[1]
      if (found) resolve(found)
    })
    child.once('close', () => reject(new Error(`the server did not start:\n${output}`)))
  })
  while (!(await fetch(`${url}/ready`)).ok) await sleep(5)
  const seconds = (performance.now() - began) / 1000
  await sleep(idleMs)
  const megabytes = memoryMb(child.pid ?? 0)
  child.kill('SIGTERM')
  await ended
  return { seconds, megabytes }
}

/** What a first visit costs, counted on the wire by the browser itself. */
async function atTheDoor(): Promise<readonly Line[]> {
  const server = await startServer()
  const browser = await startBrowser()
  try {
    const lobby = await visit(browser, server.origin, '/', () => document.querySelector('main h1') !== null)
    const hall = await visit(browser, server.origin, '/hall', () => window.__parlorHall?.ready === true)
    return [
      line('bytes to the lobby', lobby.bytes / 1000, 'kB', { most: 180 }),
      line('bytes until one can walk', hall.bytes / 1e6, 'MB', { most: 1.5 }),
      line('requests to other origins', lobby.others + hall.others, '', { most: 0 }),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

/**
 * Opens a page with an empty cache and counts what it had asked for by the time that `reached` is true, whole: what was under way
 * then counts as if it were there.
 */
async function visit(
  browser: Browser,
  origin: string,
  path: string,
  reached: () => boolean,
): Promise<{ bytes: number; others: number }> {
  const visitor = await newVisitor(browser, origin)
  const cdp = await visitor.context.newCDPSession(visitor.page)
  const asked = new Map<string, number>()
  let done = false
  let others = 0
  await cdp.send('Network.enable')
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const url = new URL(request.url)
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) others++
    if (!done) asked.set(requestId, 0)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) asked.set(requestId, encodedDataLength)
  })
  const sum = () => [...asked.values()].reduce((total, bytes) => total + bytes, 0)
  await visitor.page.goto(path, { waitUntil: 'load' })
  await visitor.page.waitForFunction(reached, undefined, { timeout: 120_000 })
  done = true
  for (let before = -1; before !== sum(); ) {
    before = sum()
    await sleep(1_000)
  }
  await visitor.close()
  return { bytes: sum(), others }
}
