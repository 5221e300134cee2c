// The browser of the end-to-end tests: Chromium's headless shell from npm with software WebGL, or the one BROWSER names.
// Where it lies is models/pipeline/stills/browser.ts's; pages and what they must not do (other origins, console errors) are in page.ts.

import { type Browser, chromium } from 'playwright-core'
import { BROWSER_FLAGS, unpackBrowser } from '../../models/pipeline/stills/browser.ts'
import { makeFonts } from './fonts/make-fonts.ts'
import { CACHE } from './paths.ts'

const FLAGS = [...BROWSER_FLAGS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

/** The packed browser with its libraries, and fonts that have Chinese. */
async function packed(): Promise<{ readonly executablePath: string; readonly env: NodeJS.ProcessEnv }> {
  const { path, env } = await unpackBrowser(CACHE)
  const { FONTCONFIG_PATH: _unused, ...rest } = process.env
  const libraries = [env['LD_LIBRARY_PATH'], process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return { executablePath: path, env: { ...rest, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: makeFonts() } }
}

/** Starts the browser. `flags` are added, such as host resolver rules. The caller closes it. */
export async function startBrowser(flags: readonly string[] = []): Promise<Browser> {
  const named = process.env.BROWSER
  const other = named && named !== 'packed' && named !== 'none'
  const { executablePath, env } = other ? { executablePath: named, env: process.env } : await packed()
  const strings = Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  return chromium.launch({ executablePath, env: strings, args: [...FLAGS, ...flags] })
}
