// Takes pictures of models in the tests' browser: builds page.ts, serves it and the models from memory and from the project's own
// files, and refuses every other address. What is compared with what, and from where, is the caller's.

import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import type { Browser, Page, Route } from 'playwright-core'
import { EXPOSURE, MODEL_LIGHT } from '../../../client/hall/look/light.ts'
import { buildPage } from '../../../models/pipeline/stills/page-script.ts'
import { startBrowser } from '../../support/browser.ts'
import { ROOT } from '../../support/paths.ts'
import type { Difference } from './difference.ts'
import type { View } from './view.ts'

const ORIGIN = 'http://looks.invalid'
const HALL_LIGHT = join(ROOT, 'models/hall/env.webp')
const LIBRARIES = join(ROOT, 'node_modules/three/examples/jsm/libs')

/** A model to be looked at: a file, or bytes of a GLB. A glTF's own files are read from beside it. */
export type Seen = { readonly file: string } | { readonly glb: Uint8Array }

export interface Looks {
  /** One per view. */
  readonly differences: readonly Difference[]
  /** Of views that are kept: the original and the other as PNG, by turns. */
  readonly pictures: readonly Buffer[]
}

export interface Camera {
  /** What the next models are compared with. It stands on its place. */
  original(model: Seen): Promise<void>
  /** Throws when three can't show the model. `matrix`: brings it to its place. */
  compare(model: Seen, matrix: readonly number[] | null, views: readonly View[]): Promise<Looks>
  close(): Promise<void>
}

/** Opens the browser and the page. The caller closes it. */
export async function openCamera(): Promise<Camera> {
  const [script, browser] = await Promise.all([buildPage(join(ROOT, 'tests/bench/looks/page.ts')), startBrowser()])
  try {
    return await onPage(browser, script)
  } catch (cause) {
    await browser.close()
    throw cause
  }
}

async function onPage(browser: Browser, script: string): Promise<Camera> {
  const page = await browser.newPage({ viewport: { width: 640, height: 360 } })
  const models = new Map<string, Seen>()
  await page.route('**/*', (route) => serve(route, script, models))
  await page.goto(`${ORIGIN}/`)
  await page.waitForFunction(() => window.__looker !== undefined)
  await page.evaluate((exposure) => window.__looker?.begin({ exposure }), EXPOSURE)
  let count = 0
  const urlOf = (model: Seen) => {
    const folder = `/models/${count++}/`
    models.set(folder, model)
    return 'file' in model
      ? `${folder}${encodeURIComponent(model.file.slice(model.file.lastIndexOf('/') + 1))}`
      : folder
  }
  return {
    async original(model) {
      models.clear()
      await page.evaluate(([url, light]) => window.__looker?.original(url, light), [urlOf(model), MODEL_LIGHT] as const)
    },
    compare: (model, matrix, views) => compare(page, urlOf(model), matrix, views),
    close: () => browser.close(),
  }
}

async function compare(
  page: Page,
  url: string,
  matrix: readonly number[] | null,
  views: readonly View[],
): Promise<Looks> {
  const answer = await page.evaluate(
    (asked) => window.__looker?.compare(asked.url, asked.matrix, asked.light, asked.views),
    { url, matrix, light: MODEL_LIGHT, views },
  )
  if (!answer) throw new Error('the page has gone')
  const pictures = answer.pictures.map((picture) => Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'))
  return { differences: answer.differences, pictures }
}

const HTML = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'

async function serve(route: Route, script: string, models: ReadonlyMap<string, Seen>): Promise<void> {
  const url = new URL(route.request().url())
  if (url.origin !== ORIGIN) return route.abort()
  const path = normalize(decodeURIComponent(url.pathname))
  if (path === '/') return route.fulfill({ contentType: 'text/html', body: HTML })
  if (path === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script })
  try {
    return await route.fulfill({ body: await bytesAt(path, models) })
  } catch {
    return route.fulfill({ status: 404, body: '' })
  }
}

async function bytesAt(path: string, models: ReadonlyMap<string, Seen>): Promise<Buffer> {
  if (path === '/env.webp') return readFile(HALL_LIGHT)
  if (path.startsWith('/libs/')) return readFile(join(LIBRARIES, path.slice('/libs/'.length)))
  const folder = /^\/models\/\d+\//.exec(path)?.[0] ?? ''
  const model = models.get(folder)
  if (!model) throw new Error(`no model at ${path}`)
  if ('glb' in model) return Buffer.from(model.glb)
  return readFile(join(model.file, '..', path.slice(folder.length)))
}
