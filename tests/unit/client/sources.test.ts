// What the client's chunks may hold, read from the sources: the lobby's bytes, and pages for insecure rooms.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ASK_MAX } from '../../../client/panels/AskQuestion.tsx'
import { qrPath } from '../../../client/ui/Qr.tsx'
import { QUESTION_MAX } from '../../../shared/session/commands.ts'
import { ROOT } from '../../support/paths.ts'

const STATIC = /(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'/g
const DYNAMIC = /import\('([^']+)'\)/g

/** Every module that loading `entry` loads: own files by path, packages by name. `lazy` follows dynamic imports as well. */
function loaded(entry: string, lazy: boolean): Set<string> {
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    if (!/\.tsx?$/.test(path) || !existsSync(join(ROOT, path))) return
    const source = readFileSync(join(ROOT, path), 'utf8')
    const found = [...source.matchAll(STATIC), ...(lazy ? source.matchAll(DYNAMIC) : [])].map((match) => match[1] ?? '')
    for (const name of found) {
      visit(name.startsWith('.') ? relative(ROOT, normalize(join(ROOT, dirname(path), name))) : name)
    }
  }
  visit(entry)
  return seen
}

describe('chunks', () => {
  it('[UI-17] the lobby holds neither three, nor socket.io, nor the schemas', () => {
    const lobby = loaded('client/main.tsx', false)
    expect(lobby.has('client/app/Lobby.tsx')).toBe(true)
    expect(lobby.size).toBeGreaterThan(30)
    const heavy = [...lobby].filter((name) => /^(three|@react-three|socket\.io|zod|tus-js|react-aria)/.test(name))
    expect(heavy).toEqual([])
  })

  it.each(['client/phone/PhoneScreen.tsx', 'client/stage/StageScreen.tsx', 'client/app/live-line.ts'])(
    '[UI-18] %s and all it loads need no secure context',
    (entry) => {
      const needs = /randomUUID|crypto\.subtle|serviceWorker|getUserMedia|AudioWorklet|navigator\.(?:locks|share)/
      const own = [...loaded(entry, true)].filter((path) => /^(client|shared)\//.test(path))
      expect(own.length).toBeGreaterThan(5)
      const bad = own.filter(
        (path) => existsSync(join(ROOT, path)) && needs.test(readFileSync(join(ROOT, path), 'utf8')),
      )
      expect(bad).toEqual([])
      expect([...loaded(entry, true)].filter((name) => /^(three|@react-three)/.test(name))).toEqual([])
    },
  )
})

describe('small parts', () => {
  it('[UI-19] the longest question is the engine’s', () => {
    expect(ASK_MAX).toBe(QUESTION_MAX)
  })

  it('[UI-21] a QR code is a path of whole modules inside its square', () => {
    const { path, size } = qrPath('https://parlor.example/join/AB2CD')
    expect(size).toBeGreaterThanOrEqual(21)
    expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/)
    const cells = [...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => Math.max(Number(x), Number(y)))
    expect(Math.max(...cells)).toBeLessThan(size)
  })
})
