// Where things stand on disk for tests: the repository, its build, and a cache folder that git ignores.

import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root, with no slash at the end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')

/** Kept between runs, ignored by git: unpacked browser, made fonts, results. */
export const CACHE = join(ROOT, '.cache')

/** Pictures of each step of an end-to-end test; ignored by git. */
export const PICTURES = join(ROOT, 'tests/e2e/pictures')

/** A new empty folder under the system's temporary one. */
export const emptyFolder = (name: string): string => {
  mkdirSync(tmpdir(), { recursive: true })
  return mkdtempSync(join(tmpdir(), `parlor-${name}-`))
}
