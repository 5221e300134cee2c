// Documents are held to the tree: every link to a file of ours must lead somewhere, and each top-level folder has its README.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../support/paths.ts'

const folders = ['shared', 'server', 'client', 'models', 'tests']
const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...folders.map((folder) => `${folder}/README.md`),
  'shared/SPEC.md',
  'tests/bench/RESULTS.md',
].filter((path) => existsSync(join(ROOT, path)))

const linksOf = (path: string) =>
  [...readFileSync(join(ROOT, path), 'utf8').matchAll(/\]\(([^)\s]+)\)|<img[^>]+src="([^"]+)"/g)]
    .map((match) => (match[1] ?? match[2] ?? '').replace(/#.*$/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))

describe('documents', () => {
  it('[HOUSE-10] every link to a file of this repository leads somewhere', () => {
    const dead = documents.flatMap((path) =>
      linksOf(path)
        .filter((link) => !existsSync(join(ROOT, normalize(join(dirname(path), link)))))
        .map((link) => `${path} → ${link}`),
    )
    expect(dead).toEqual([])
  })

  it('[HOUSE-10] ARCHITECTURE.md links the files of the three walks', () => {
    expect(linksOf('ARCHITECTURE.md').length).toBeGreaterThan(40)
  })

  it('[HOUSE-11] each top-level folder opens with a README', () => {
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder, 'README.md')))).toEqual([])
  })
})
