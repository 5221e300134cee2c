// A visitor's page in the test browser, watched: a request to another origin, an uncaught exception or an error in the console is
// kept as a problem, and expectClean fails on any. Also pictures and the accessibility check.

import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { PICTURES } from './paths.ts'

/** Small, since software WebGL pays for pixels. */
export const SMALL = { width: 640, height: 360 }
export const PHONE = { width: 390, height: 780 }
export const DESKTOP = { width: 1280, height: 720 }

/** What the browser itself says in the console while a server is gone. */
export const SERVER_GONE = [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection/]

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong on any of this visitor's pages, in words. */
  readonly problems: string[]
  close(): Promise<void>
}

export interface VisitorOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly locale?: string
  readonly touch?: boolean
  /** Console lines that this test brings about on purpose, such as a connection refused while the server is down. */
  readonly expected?: readonly RegExp[]
  /** Where browsers may ask besides `origin`, such as the proxy in front of it. */
  readonly origins?: readonly string[]
}

/** Adds the watchers to one page of a visitor. */
function watch(page: Page, origins: readonly string[], expected: readonly RegExp[], problems: string[]): void {
  const note = (line: string) => {
    if (!expected.some((pattern) => pattern.test(line))) problems.push(line)
  }
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(data|blob|about|chrome-error):$/.test(url.protocol)) return
    const same = origins.some((origin) => new URL(origin).host === url.host)
    if (!same) problems.push(`request to another origin: ${request.url()}`)
  })
  page.on('pageerror', (error) => note(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} ${message.location().url}`)
  })
}

/** A new person at the door of `origin`: own cookies, own storage. */
export async function newVisitor(browser: Browser, origin: string, options: VisitorOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: options.viewport ?? SMALL,
    locale: options.locale ?? 'en-GB',
    timezoneId: 'Asia/Shanghai',
    hasTouch: options.touch ?? false,
    baseURL: origin,
  })
  context.setDefaultTimeout(45_000)
  const problems: string[] = []
  const origins = [origin, ...(options.origins ?? [])]
  context.on('page', (page) => watch(page, origins, options.expected ?? [], problems))
  const page = await context.newPage()
  return { page, context, problems, close: () => context.close() }
}

/** Fails if any of these visitors met a problem. */
export function expectClean(...visitors: readonly Visitor[]): void {
  expect(visitors.flatMap((visitor) => visitor.problems)).toEqual([])
}

/** Takes a picture into tests/e2e/pictures (ignored by git), to be looked at by a person. */
export async function picture(page: Page, name: string): Promise<void> {
  const path = join(PICTURES, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path })
}

/** Fails on any violation axe finds on the page as it is now, naming rule, element and why. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(passes.length, 'rules axe tried').toBeGreaterThan(5)
  const found = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary ?? violation.help}`,
    ),
  )
  expect(found).toEqual([])
}

const lostWords = (page: Page) => {
  const { zh, en } = COMMON_WORDS['common.line-lost']
  return page.getByText(zh).or(page.getByText(en)).first()
}

/** Waits until the page says that its line dropped. */
export const lineLost = (page: Page): Promise<void> => lostWords(page).waitFor()

/** Waits until the page no longer says that its line dropped: what is pressed now goes out. */
export const lineBack = (page: Page): Promise<void> => lostWords(page).waitFor({ state: 'hidden', timeout: 90_000 })
