// Reads the source tree for the architecture tests: every file with its imports, resolved to paths from the repository's root.
// Counting what was read is part of each test: a checker that reads nothing finds nothing wrong.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { ROOT } from '../../support/paths.ts'

export interface Import {
  /** As written. */
  readonly written: string
  /** Path from the root for a relative one, else the package's name (`node:fs`, `three`, `@react-three/fiber`). */
  readonly target: string
  readonly own: boolean
  /** `import type`: gone before the code runs. */
  readonly onlyType: boolean
}

export interface SourceFile {
  /** Path from the root, with slashes: `server/app.ts`. */
  readonly path: string
  readonly text: string
  readonly bytes: number
  readonly imports: readonly Import[]
}

/** The folders that hold source. */
export const FOLDERS = ['shared', 'server', 'client', 'models', 'tests', 'scripts'] as const

const SOURCE = /\.(ts|tsx|mjs)$/
const LEFT_OUT = new Set(['node_modules', 'fixtures', 'dist', 'pictures'])
const IMPORT =
  /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

const packageOf = (written: string): string =>
  written
    .split('/')
    .slice(0, written.startsWith('@') ? 2 : 1)
    .join('/')

const importsOf = (path: string, text: string): Import[] =>
  [...text.matchAll(IMPORT)].map((match) => {
    const written = (match[1] ?? match[2] ?? '').replace(/\?.*$/, '')
    const own = written.startsWith('.')
    return {
      written,
      own,
      onlyType: /^[\s;]*(import|export)\s+type\s/.test(match[0]),
      target: own ? normalize(join(dirname(path), written)) : packageOf(written),
    }
  })

const walk = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : walk(path)
    return SOURCE.test(entry.name) ? [path] : []
  })

/** All source files under `folders`. */
export function readSources(folders: readonly string[] = FOLDERS): SourceFile[] {
  return folders.flatMap(walk).map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return { path, text, bytes: Buffer.byteLength(text), imports: importsOf(path, text) }
  })
}

/** Whether `path` lies in one of `folders`. */
export const under = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

/** The text without its comments, line numbers kept. Good enough to look for words in code; it parses nothing. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '$1')
