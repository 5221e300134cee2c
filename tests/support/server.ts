// The real server as a child process, as `npm start` runs it: own data folder, free port, killed or stopped as the test says.
// Reads from what it prints: its address and the one-time sign-in links.

import { type ChildProcess, spawn } from 'node:child_process'
import { join, relative } from 'node:path'
import { emptyFolder, ROOT } from './paths.ts'

export interface ServerOptions {
  /** Kept between starts to see what survives; an empty one by default. */
  readonly dataDir?: string
  /** The same port again after a restart; any free one by default. */
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
}

export interface ServerProcess {
  readonly origin: string
  readonly port: number
  readonly pid: number
  readonly dataDir: string
  /** Everything it printed so far. */
  output(): string
  /** The one-time link for `operator`, `host` or a city's id; each can be used once. */
  link(role: string): string
  /** kill −9: no goodbye. Resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>
}

/** Longest wait for the address, ms: an empty folder, a busy machine, a build that is already there. */
const START_LIMIT = 60_000
const ADDRESS = /open at (https?:\/\/\S+)/

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)))

/** Starts the server and waits until it says where it is; throws with its output when it ends instead. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? emptyFolder('data')
  const { PUBLIC_URL: _public, TRUSTED_PROXIES: _proxies, ...inherited } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env: {
      // Pictures of models take a browser of its own: only where a test is about them.
      ...{ ...inherited, HOST: '127.0.0.1', PORT: String(options.port ?? 0), BROWSER: 'none' },
      // As the README's default is: seen from where it is started.
      ...{ DATA_DIR: relative(ROOT, dataDir), ...options.env },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const printed = new Promise<RegExpExecArray>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the server said no address in time:\n${output}`)), START_LIMIT)
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      const found = ADDRESS.exec(output)
      // The links come with the address, in the same breath: take whole lines only.
      if (found && output.endsWith('\n')) {
        clearTimeout(late)
        setTimeout(() => resolve(found), 100)
      }
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`the server ended with ${code}:\n${output}`))
    })
  })
  const [, origin = ''] = await printed

  return {
    origin,
    port: options.port ?? Number(new URL(origin).port),
    pid: child.pid ?? 0,
    dataDir,
    output: () => output,
    link(role) {
      const line = output.split('\n').find((text) => text.includes(role) && /https?:\/\/\S+\/\S+/.test(text))
      const url = line?.match(/https?:\/\/\S+/)?.[0]
      if (!url) throw new Error(`no link for ${role} in:\n${output}`)
      return url
    },
    async kill() {
      child.kill('SIGKILL')
      await ended(child)
    },
    async stop() {
      child.kill('SIGTERM')
      return ended(child)
    },
  }
}
