// The real server and a real browser for all tests of one file: begun before them, ended after, started again when a test says so.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { startBrowser } from './browser.ts'
import { newVisitor, type Visitor, type VisitorOptions } from './page.ts'
import { type ServerOptions, type ServerProcess, startServer } from './server.ts'

export interface Site {
  readonly browser: Browser
  readonly server: ServerProcess
  /** A new person at the server's door: own cookies, own storage. */
  visitor(options?: VisitorOptions): Promise<Visitor>
  /** Starts the server again, after it was killed or stopped, on the same folder and port. */
  startAgain(): Promise<void>
}

export interface SiteOptions {
  readonly server?: ServerOptions
  /** Arguments of the browser beside the usual ones. */
  readonly browser?: readonly string[]
}

/** Called once at the top of a file of tests, or of a `describe`; what it gives is there from the first `beforeAll` or test on. */
export function openSite(options: SiteOptions = {}): Site {
  let server: ServerProcess | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(options.server), startBrowser(options.browser)])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  const there = <T>(what: T | undefined): T => {
    if (!what) throw new Error('the site opens with the first test')
    return what
  }
  return {
    get browser() {
      return there(browser)
    },
    get server() {
      return there(server)
    },
    visitor: (options) => newVisitor(there(browser), there(server).origin, options),
    startAgain: async () => {
      const { dataDir, port } = there(server)
      server = await startServer({ ...options.server, dataDir, port })
    },
  }
}
