// The browser that takes pictures: Chromium's headless shell, which comes by npm and is unpacked once, or another one by its path.
// Owns where it is and what it needs; starting it is devtools.ts's.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** How a browser is started: its path, and what must be in its environment. */
export interface BrowserFiles {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

/** Always: software WebGL, nothing fetched by the browser itself. Its sandbox needs rights that a service rarely has. */
export const BROWSER_FLAGS = [
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
] as const

/**
 * Unpacks the browser into the folder, once for each version (about 2 s, 210 MB). Safe when several processes ask at once.
 * @throws where the package has none for this machine, or the folder can't be written
 */
export async function unpackBrowser(folder: string): Promise<BrowserFiles> {
  const program = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(join(dirname(program), '../../package.json'), 'utf8')) as {
    version: string
  }
  const place = join(folder, `chromium-${version}`)
  if (!existsSync(place)) await unpack(program, folder, place)
  return { path: join(place, 'chromium'), env: { LD_LIBRARY_PATH: join(place, 'al2023/lib') } }
}

// The package takes whatever lies in the temporary folder, reads the environment and would let two processes write the same file:
// it gets a process and a draft folder of its own.
const UNPACK = 'require(process.argv[1]).executablePath().catch((e) => { console.error(e); process.exit(1) })'

async function unpack(program: string, folder: string, place: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const draft = await mkdtemp(join(folder, 'chromium-draft-'))
  try {
    const env = { PATH: process.env.PATH ?? '', TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
    await promisify(execFile)(process.execPath, ['-e', UNPACK, program], { env, timeout: 120_000 })
    await rename(draft, place)
  } catch (cause) {
    if (!existsSync(place)) throw cause
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
