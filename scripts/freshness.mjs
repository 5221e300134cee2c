// What is stale: a hash over the content of the sources of each part, compared with the one noted when it was built.
// Only reads, so that a built tree starts from a folder that can't be written.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const STAMPS = join(ROOT, 'dist', 'built.json')

/** Sources of each part that is built, and a file that must be there afterwards. */
export const PARTS = {
  server: {
    sources: ['shared', 'models', 'server', 'vite.server.config.ts', 'package-lock.json'],
    takes: /\.(ts|json)$/,
    result: 'dist/server/main.js',
  },
  client: {
    sources: [
      'shared',
      'models',
      'client',
      'vite.config.ts',
      'package-lock.json',
      'scripts/build.mjs',
      'scripts/compress.mjs',
    ],
    // Pages for readers change nothing that is built.
    takes: /(?<!\.md)$/,
    result: 'dist/client/index.html',
  },
  // The page in which the server's browser takes pictures of models.
  stills: {
    sources: ['shared', 'client/hall', 'vite.stills.config.ts', 'package-lock.json'],
    takes: /\.(ts|tsx)$|package-lock\.json$/,
    result: 'dist/stills/page.js',
  },
}

/** SHA-256 over names and contents of a part's sources, in a fixed order.
 * @param {keyof typeof PARTS} part */
export function hashOf(part) {
  const { sources, takes } = PARTS[part]
  const hash = createHash('sha256').update(process.version)
  for (const source of sources) {
    for (const path of filesUnder(join(ROOT, source))) {
      if (!takes.test(path)) continue
      hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** The parts that must be built anew.
 * @returns {(keyof typeof PARTS)[]} */
export function staleParts() {
  const built = readStamps()
  return Object.keys(PARTS).filter(
    (part) => !existsSync(join(ROOT, PARTS[part].result)) || built[part] !== hashOf(part),
  )
}

/** What was noted at the last build: hash by part. */
export function readStamps() {
  try {
    return JSON.parse(readFileSync(STAMPS, 'utf8'))
  } catch {
    return {}
  }
}

/** @returns {string[]} */
function filesUnder(path) {
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch {
    return existsSync(path) ? [path] : []
  }
  return entries
    .filter((entry) => entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}
