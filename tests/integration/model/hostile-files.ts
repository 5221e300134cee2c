// The hostile files, made once by their generator and kept in the cache: it takes seconds, and always gives the same bytes.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, ROOT } from '../../support/paths.ts'

const GENERATOR = join(ROOT, 'tests/fixtures/hostile/generate.mjs')

/** The folder with all of them and manifest.json; with `--big` also the few over 2 MB. */
export function hostileFiles(...options: '--big'[]): string {
  const hash = createHash('sha256').update(readFileSync(GENERATOR)).update(options.join()).digest('hex').slice(0, 12)
  const folder = join(CACHE, `hostile-${hash}`)
  if (existsSync(folder)) return folder
  const making = `${folder}-${process.pid}`
  mkdirSync(making, { recursive: true })
  execFileSync(process.execPath, [GENERATOR, making, ...options])
  try {
    renameSync(making, folder)
  } catch {
    // Another test was first.
    rmSync(making, { recursive: true, force: true })
  }
  return folder
}
