// Takes the pictures of one level that we wrote, never of what was uploaded: in a browser of its own, in a page that gets its own
// script, the hall's light and this file, and nothing else from anywhere. What comes back is looked at before it is believed.

import { STILL, STILL_BYTES, STILLS, THUMBNAIL } from '../../../shared/model/stills.ts'
import { readWebp } from '../guard/webp.ts'
import type { BrowserFiles } from './browser.ts'
import { type Devtools, withBrowser } from './devtools.ts'
import { type PageParts, pageParts } from './page-script.ts'

// Nothing is asked of this machine: every request ends here.
const ORIGIN = 'http://localhost'
const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob: data:; img-src blob:; worker-src blob:"
const HTML = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'

export interface Pictures {
  readonly thumbnail: Uint8Array
  readonly stills: readonly Uint8Array[]
}

/**
 * The small picture and the six of a model, WebP.
 * @param glb a level that the pipeline wrote
 * @throws where the browser does not start, falls, is late, or gives anything but the pictures
 */
export async function takePictures(glb: Uint8Array, files: BrowserFiles, signal: AbortSignal): Promise<Pictures> {
  const parts = await pageParts()
  return await withBrowser(files, signal, async (devtools) => {
    const session = await openPage(devtools, parts, glb)
    const answer = await devtools.ask(
      'Runtime.evaluate',
      { expression: 'window.__stills()', awaitPromise: true, returnByValue: true },
      session,
    )
    return believed(answer)
  })
}

async function openPage(devtools: Devtools, parts: PageParts, glb: Uint8Array): Promise<string> {
  const { targetId } = await devtools.ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await devtools.ask('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  const loaded = new Promise<void>((resolve) => {
    devtools.on((method, params) => {
      if (method === 'Page.loadEventFired') resolve()
      if (method === 'Fetch.requestPaused') serve(devtools, params, session, parts, glb)
    })
  })
  await devtools.ask('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session)
  await devtools.ask('Page.enable', {}, session)
  const { errorText } = await devtools.ask('Page.navigate', { url: `${ORIGIN}/` }, session)
  if (errorText) throw new Error(`the page did not open: ${JSON.stringify(errorText)}`)
  await loaded
  return session
}

function serve(
  devtools: Devtools,
  params: Readonly<Record<string, unknown>>,
  session: string,
  { script, light }: PageParts,
  glb: Uint8Array,
): void {
  const { requestId, request } = params as { requestId: string; request: { url: string } }
  const files: Readonly<Record<string, readonly [type: string, body: Uint8Array | string]>> = {
    '/': ['text/html', HTML],
    '/page.js': ['text/javascript', script],
    '/env.webp': ['image/webp', light],
    '/model.glb': ['model/gltf-binary', glb],
  }
  const url = new URL(request.url)
  const file = url.origin === ORIGIN ? files[url.pathname] : undefined
  const [method, answer] = file
    ? ['Fetch.fulfillRequest', fulfilled(...file)]
    : ['Fetch.failRequest', { errorReason: 'AccessDenied' }]
  // The browser is gone then, and what waits for it says so.
  devtools.ask(method, { requestId, ...answer }, session).catch(() => {})
}

const fulfilled = (type: string, body: Uint8Array | string) => ({
  responseCode: 200,
  responseHeaders: [
    { name: 'content-type', value: type },
    { name: 'content-security-policy', value: CSP },
  ],
  body: Buffer.from(body).toString('base64'),
})

function believed(answer: Readonly<Record<string, unknown>>): Pictures {
  const { result, exceptionDetails } = answer as {
    result?: { value?: unknown }
    exceptionDetails?: { exception?: { description?: unknown } }
  }
  if (exceptionDetails) throw new Error(`no pictures: ${String(exceptionDetails.exception?.description).slice(0, 500)}`)
  const texts: readonly unknown[] = Array.isArray(result?.value) ? result.value : []
  if (texts.length !== STILLS + 1) throw new Error('the page gave another number of pictures')
  const [thumbnail, ...stills] = texts.map((text, at) => picture(text, at === 0 ? THUMBNAIL : STILL))
  if (!thumbnail) throw new Error('the page gave no picture')
  return { thumbnail, stills }
}

function picture(text: unknown, size: { readonly width: number; readonly height: number }): Uint8Array {
  if (typeof text !== 'string' || text.length > STILL_BYTES * 1.34) throw new Error('the page gave no picture')
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  const { width, height } = readWebp(bytes, 'still')
  if (width !== size.width || height !== size.height) throw new Error('the page gave a picture of another size')
  return bytes
}
