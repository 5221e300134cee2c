// What may stand in a source file at all: its size, its first lines, no way around the checks, no address of anybody else.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../support/paths.ts'
import { readSources, under, withoutComments } from './source-files.ts'

const KB = 1024
const files = readSources()
const shipped = files.filter((file) => !under(file.path, 'tests', 'scripts'))

/** Files over 16 kB, each with its reason. */
const LARGE: Readonly<Record<string, string>> = {}

/** Addresses that are names, not requests. */
const NAMES_ONLY = [
  /^https?:\/\/[a-z0-9.-]*example\.(org|com|cn)/,
  /^http:\/\/www\.w3\.org\//,
  /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])/,
  /^https?:\/\/[$'"`{<]/,
  /^https?:\/\/$/,
]

describe('source text', () => {
  it('[HOUSE-4] nine files in ten are under 8 kB, none over 16 kB without a reason', () => {
    expect(files.length).toBeGreaterThan(200)
    const over = files.filter((file) => file.bytes > 16 * KB).map((file) => file.path)
    expect(over.filter((path) => !LARGE[path])).toEqual([])
    expect(
      Object.keys(LARGE).filter((path) => !over.includes(path)),
      'reasons no longer needed',
    ).toEqual([])
    expect(shipped.filter((file) => file.bytes > 8 * KB).length).toBeLessThanOrEqual(shipped.length / 10)
  })

  it('[HOUSE-5] every file but a test opens with a comment that says what it owns', () => {
    const silent = files.filter(
      (file) => !/\.test\.tsx?$/.test(file.path) && !/^(#!.*\n)?\s*(\/\/|\/\*)/.test(file.text),
    )
    expect(silent.map((file) => file.path)).toEqual([])
  })

  it('[HOUSE-6] nothing switches a check off: no ignored types, no skipped, focused or retried test', () => {
    const ways = [
      /@ts-(ignore|nocheck|expect-error)/,

      /\b(it|test|describe)\.(skip|only|todo|skipIf|runIf)\b/,
      /\bretry:\s*[1-9]/,
      /(eslint|oxlint)-disable(?!-next-line [a-z/-]+ -- )/,
    ]
    const found = files
      .filter((file) => !under(file.path, 'tests/unit/architecture') && !/\.types\.test\.ts$/.test(file.path))
      .flatMap((file) => ways.filter((way) => way.test(file.text)).map((way) => `${file.path}: ${String(way)}`))
    expect(found).toEqual([])
  })

  it('[HOUSE-7] what is shipped names no address of a third party', () => {
    const pages = ['client/index.html'].filter((path) => existsSync(join(ROOT, path)))
    const texts = [...shipped, ...pages.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))]
    const found = texts.flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/https?:\/\/[^\s'"`)<]*/g)]
        .map(([address]) => address)
        .filter((address) => !NAMES_ONLY.some((name) => name.test(address)))
        .map((address) => `${path}: ${address}`),
    )
    expect(found).toEqual([])
  })

  it('[HOUSE-8] file names are kebab-case, components PascalCase, and there is no index barrel', () => {
    const wrong = files
      .map((file) => file.path)
      .filter(
        (path) =>
          !/(^|\/)([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|mjs)|([A-Z][A-Za-z0-9]*|[a-z0-9-]+(\.test)?)\.tsx)$/.test(
            path,
          ) || /\/index\.tsx?$/.test(path),
      )
    expect(wrong).toEqual([])
  })
})
