// The browser of the end-to-end tests: Chromium's headless shell from npm with software WebGL, or the one BROWSER names.
// Owns unpacking, fonts and starting it; pages and what they must not do (other origins, console errors) are in page.ts.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { makeFonts } from './fonts/make-fonts.ts'
import { CACHE } from './paths.ts'

const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

/** How the packed browser must be started: its path and environment. */
interface Unpacked {
  readonly executablePath: string
  readonly env: NodeJS.ProcessEnv
}

/** Runs `work` with some environment variables set, and puts them back. */
async function withEnvironment<T>(set: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env }
  Object.assign(process.env, set)
  try {
    return await work()
  } finally {
    for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key]
    Object.assign(process.env, before)
  }
}

/**
 * Unpacks the packed browser into the cache once (about 2 s), for this version only. The package itself takes whatever lies in
 * the temporary folder and would let two processes write the same file, so it works in a draft folder that is then renamed.
 */
async function unpack(): Promise<Unpacked> {
  const home = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = join(CACHE, `chromium-${version}`)
  if (!existsSync(folder)) {
    mkdirSync(CACHE, { recursive: true })
    const draft = mkdtempSync(join(CACHE, 'chromium-draft-'))
    await withEnvironment({ TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, async () => {
      const { default: packed } = await import('@sparticuz/chromium')
      await packed.executablePath()
    })
    try {
      renameSync(draft, folder)
    } catch (cause) {
      if (!existsSync(folder)) throw cause
    }
  }
  const { FONTCONFIG_PATH: _unused, ...rest } = process.env
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...rest,
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: makeFonts(),
    },
  }
}

/** Starts the browser. `flags` are added, such as host resolver rules. The caller closes it. */
export async function startBrowser(flags: readonly string[] = []): Promise<Browser> {
  const named = process.env.BROWSER
  const { executablePath, env } = named ? { executablePath: named, env: process.env } : await unpack()
  const strings = Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  return chromium.launch({ executablePath, env: strings, args: [...FLAGS, ...flags] })
}
