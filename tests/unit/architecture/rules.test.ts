// shared/SPEC.md and the tests hold each other: a rule without a test fails here, and so does a test of a rule that is not there.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../support/paths.ts'
import { readSources } from './source-files.ts'

const RULE = /^[\s|*-]*\**([A-Z]+-\d+)\**\b/gm
const CARRIED = /\[([A-Z]+-\d+(?:[,\s]+[A-Z]+-\d+)*)\]/g

const rules = [...readFileSync(join(ROOT, 'shared/SPEC.md'), 'utf8').matchAll(RULE)].map((match) => match[1] ?? '')
const tests = readSources(['tests']).filter((file) => /\.test\.tsx?$/.test(file.path))
const carried = new Set(
  tests.flatMap((file) => [...file.text.matchAll(CARRIED)].flatMap((match) => (match[1] ?? '').split(/[,\s]+/))),
)

describe('numbered rules', () => {
  it('[HOUSE-9] every rule of SPEC.md has a test that carries its number', () => {
    expect(rules.length).toBeGreaterThan(60)
    expect(rules.filter((rule) => !carried.has(rule))).toEqual([])
  })

  it('[HOUSE-9] every number a test carries is a rule, and no number is given twice', () => {
    expect([...carried].filter((rule) => !rules.includes(rule)).sort()).toEqual([])
    expect(rules.filter((rule, i) => rules.indexOf(rule) !== i)).toEqual([])
  })
})
