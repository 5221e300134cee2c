// Debian's Firefox ESR under Xvfb, spoken to by WebDriver BiDi over one WebSocket. Headed, since headless Firefox has no WebGL here.
// The screen is small: its software renderer takes many seconds for one frame of the hall.
// Only what tests/engines needs: open an address, run a script in the page, press keys, take a picture.

import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { WebSocket } from 'ws'
import { makeFonts } from './fonts/make-fonts.ts'
import { emptyFolder } from './paths.ts'

/** No request but ours: every service Firefox would call by itself is off. */
const PREFERENCES: Readonly<Record<string, string | number | boolean>> = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'zh-CN,en',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': '',
  'toolkit.telemetry.enabled': false,
  'webgl.force-enabled': true,
}

/** Resolves to the first match of `pattern` in a stream; rejects when the program ends or 30 s pass without it. */
const awaitLine = (child: ChildProcess, stream: Readable, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    const late = setTimeout(
      () => reject(new Error(`${child.spawnfile} did not say ${pattern} in time: ${text}`)),
      30_000,
    )
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const found = pattern.exec(text)?.[1]
      if (found === undefined) return
      clearTimeout(late)
      resolve(found)
    })
    const fail = (why: unknown) => {
      clearTimeout(late)
      reject(new Error(`${child.spawnfile} (see .ci/run for the package it comes in): ${String(why)} ${text}`))
    }
    child.once('error', fail)
    child.once('exit', (code) => fail(`ended with ${code}`))
  })

type Params = Readonly<Record<string, unknown>>
interface Answer {
  readonly id?: number
  readonly type: 'success' | 'error' | 'event'
  readonly result?: Record<string, unknown>
  readonly message?: string
  readonly method?: string
  readonly params?: { readonly level?: string; readonly text?: string; readonly request?: { readonly url?: string } }
}

export interface Firefox {
  open(url: string): Promise<void>
  /** Runs an expression in the page; its value must be text. */
  read(expression: string): Promise<string>
  /** Holds a key down for `ms`. */
  hold(key: string, ms: number): Promise<void>
  picture(path: string): Promise<void>
  /** Error lines of the console and addresses asked for, so far. */
  readonly errors: readonly string[]
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** Starts a screen and the browser on it; throws when either program is missing. */
export async function startFirefox(): Promise<Firefox> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '480x400x24', '-nolisten', 'tcp'])
  const display = await awaitLine(screen, screen.stdout, /(\d+)\n/)
  const profile = emptyFolder('firefox')
  const lines = Object.entries(PREFERENCES).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const browser = spawn(
    'firefox-esr',
    [
      '--remote-debugging-port=0',
      '--profile',
      profile,
      '--no-remote',
      '--width',
      '480',
      '--height',
      '380',
      '--new-instance',
    ],
    {
      env: {
        ...process.env,
        DISPLAY: `:${display}`,
        HOME: profile,
        FONTCONFIG_FILE: makeFonts(),
        MOZ_DISABLE_CONTENT_SANDBOX: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    },
  )
  const stop = () => {
    browser.kill('SIGKILL')
    screen.kill('SIGKILL')
  }
  try {
    const address = await awaitLine(browser, browser.stderr, /BiDi listening on (ws:\S+)/)
    return await speak(`${address}/session`, stop)
  } catch (cause) {
    stop()
    throw cause
  }
}

/** Opens a BiDi session and wraps its one page. */
async function speak(address: string, stop: () => void): Promise<Firefox> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, (answer: Answer) => void>()
  const errors: string[] = []
  const requests: string[] = []
  socket.on('message', (raw: Buffer) => {
    const answer = JSON.parse(raw.toString('utf8')) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
    if (answer.method === 'log.entryAdded' && answer.params?.level === 'error') errors.push(answer.params.text ?? '')
    if (answer.method === 'network.beforeRequestSent') requests.push(answer.params?.request?.url ?? '')
  })
  let next = 1
  const ask = async (method: string, params: Params = {}): Promise<Record<string, unknown>> => {
    const id = next++
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve))
    socket.send(JSON.stringify({ id, method, params }))
    const { type, result, message } = await answer
    if (type === 'error') throw new Error(`${method}: ${message}`)
    return result ?? {}
  }

  await ask('session.new', { capabilities: {} })
  await ask('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] })
  const { context } = await ask('browsingContext.create', { type: 'tab' })
  return {
    errors,
    requests,
    async open(url) {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    async read(expression) {
      const answer = await ask('script.evaluate', { expression, target: { context }, awaitPromise: true })
      if (answer.type !== 'success') throw new Error(`${expression}: ${JSON.stringify(answer.exceptionDetails)}`)
      return String((answer.result as { readonly value?: unknown }).value)
    },
    async hold(key, ms) {
      const keys = [
        { type: 'keyDown', value: key },
        { type: 'pause', duration: ms },
        { type: 'keyUp', value: key },
      ]
      await ask('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions: keys }] })
    },
    async picture(path) {
      const { data } = await ask('browsingContext.captureScreenshot', { context })
      writeFileSync(path, Buffer.from(data as string, 'base64'))
    },
    async close() {
      await ask('session.end').catch(() => undefined)
      stop()
    },
  }
}
