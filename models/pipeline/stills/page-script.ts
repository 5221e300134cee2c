// What the page that takes pictures is made of: its script, built beside the server or, from sources, when it is needed; and the hall's light.

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const BUILT = import.meta.url.endsWith('.js')
/** The project's own folder, from dist/server or from here. */
const ROOT = new URL(BUILT ? '../../' : '../../../', import.meta.url)

export interface PageParts {
  readonly script: string
  /** The hall's surroundings, WebP. */
  readonly light: Uint8Array
}

let known: Promise<PageParts> | undefined

/** Reads them once. @throws from sources, where Vite is not installed */
export function pageParts(): Promise<PageParts> {
  known ??= Promise.all([
    BUILT ? readFile(new URL('dist/stills/page.js', ROOT), 'utf8') : buildPage(),
    readFile(new URL('models/hall/env.webp', ROOT)),
  ]).then(([script, light]) => ({ script, light }))
  return known
}

/**
 * Builds a page as one script, as vite.stills.config.ts says.
 * @param entry another page than the one of the pictures, by its whole path
 */
export async function buildPage(entry?: string): Promise<string> {
  const { build } = await import('vite')
  const answer = await build({
    root: fileURLToPath(ROOT),
    configFile: fileURLToPath(new URL('vite.stills.config.ts', ROOT)),
    logLevel: 'silent',
    build: { write: false, ...(entry && { lib: { entry } }) },
  })
  const outputs = [answer].flat().flatMap((each) => ('output' in each ? each.output : []))
  const chunk = outputs.find((output) => output.type === 'chunk')
  if (!chunk) throw new Error('the page was not built')
  return chunk.code
}
