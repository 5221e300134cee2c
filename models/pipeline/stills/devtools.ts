// Starts a browser and talks to it by its own protocol (DevTools) over two pipes: no port is opened, and the browser ends with the
// pipes. It is held to computing time, memory and the clock, at low priority, in a group of its own that is killed whole.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { killGroup, limited } from '../limited.ts'
import { BROWSER_FLAGS, type BrowserFiles } from './browser.ts'

/** Of computing, for each of its processes; by the clock three times as long. */
const SECONDS = 60
const STARVED = 3
const KILOBYTES = 3_000_000
/** Nothing the browser says is longer; bytes. */
const SAID_MAX = 16 * 1024 * 1024

interface Said {
  readonly id?: number
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message?: unknown }
  readonly sessionId?: string
}

export interface Devtools {
  /** Asks for one thing; throws when the browser refuses it or is gone. */
  ask(method: string, params?: object, session?: string): Promise<Readonly<Record<string, unknown>>>
  /** What the browser tells by itself. */
  on(heard: (method: string, params: Readonly<Record<string, unknown>>, session: string) => void): void
}

/**
 * Runs `work` with a browser of its own, and kills the browser whatever comes.
 * @throws what `work` throws; and where the browser does not start, falls or is late
 */
export async function withBrowser<T>(
  files: BrowserFiles,
  signal: AbortSignal,
  work: (devtools: Devtools) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const home = await mkdtemp(join(tmpdir(), 'parlor-browser-'))
  const child = start(files, home)
  const end = () => killGroup(child)
  const timer = setTimeout(end, SECONDS * STARVED * 1000)
  signal.addEventListener('abort', end)
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
  try {
    return await work(talk(child))
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
    end()
    await gone
    await rm(home, { recursive: true, force: true, maxRetries: 3 })
  }
}

function start({ path, env }: BrowserFiles, home: string): ChildProcess {
  const flags = [...BROWSER_FLAGS, '--headless=shell', '--host-resolver-rules=MAP * ~NOTFOUND', '--no-zygote']
  const words = [path, ...flags, `--user-data-dir=${home}`, '--remote-debugging-pipe', 'about:blank'] as const
  const [first, ...rest] = limited({ kilobytes: KILOBYTES, seconds: SECONDS }, words)
  return spawn(first, rest, {
    cwd: home,
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, TMPDIR: home, ...env },
  })
}

function talk(child: ChildProcess): Devtools {
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, { resolve: (result: Said['result']) => void; reject: (error: Error) => void }>()
  const hearing: ((method: string, params: NonNullable<Said['params']>, session: string) => void)[] = []
  let asked = 0
  let over: Error | undefined
  const fall = (error: Error) => {
    over ??= error
    for (const { reject } of waiting.values()) reject(over)
    waiting.clear()
    killGroup(child)
  }
  child.once('error', (error) => fall(error))
  child.once('close', (code, by) => fall(new Error(`the browser ended (${by ?? code})`)))
  // Why is said when it is gone.
  for (const pipe of [to, from]) pipe.on('error', () => killGroup(child))
  eachMessage(from, fall, (said) => {
    if (said.id === undefined) {
      for (const heard of hearing) heard(said.method ?? '', said.params ?? {}, said.sessionId ?? '')
      return
    }
    const asker = waiting.get(said.id)
    waiting.delete(said.id)
    if (said.error) asker?.reject(new Error(`the browser refused: ${String(said.error.message)}`))
    else asker?.resolve(said.result ?? {})
  })
  return {
    on: (heard) => void hearing.push(heard),
    ask: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over)
        const id = ++asked
        waiting.set(id, { resolve: (result) => resolve(result ?? {}), reject })
        to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      }),
  }
}

/** Messages are JSON, each closed by a zero byte. */
function eachMessage(from: Readable, fall: (error: Error) => void, take: (said: Said) => void): void {
  let parts: Buffer[] = []
  let length = 0
  from.on('data', (chunk: Buffer) => {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8')
      parts = []
      length = 0
      rest = rest.subarray(end + 1)
      try {
        take(JSON.parse(text) as Said)
      } catch (cause) {
        return fall(new Error('the browser said something that cannot be read', { cause }))
      }
    }
    parts.push(rest)
    length += rest.length
    if (length > SAID_MAX) fall(new Error('the browser said too much'))
  })
}
