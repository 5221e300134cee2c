// Versions of event types, and the logs of earlier versions that must go on folding to the same.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../shared/session/evolve.ts'
import { LIFTS, lift, versionOf } from '../../../shared/session/lift.ts'
import { ROOT } from '../../support/paths.ts'

const LOGS = join(ROOT, 'tests/fixtures/logs')

interface KeptLog {
  readonly rows: ReadonlyArray<{ at: number; type: string; version: number; body: Record<string, unknown> }>
  readonly state: unknown
}

describe('lifting', () => {
  it('[LIVE-27] an old row goes through the steps from its version on', () => {
    const lifts = {
      ...LIFTS,
      'session:ended': [(body: object) => ({ ...body, by: 'person-1' }), (body: object) => ({ ...body, why: 'end' })],
    }
    expect(versionOf('session:ended', lifts)).toBe(3)
    expect(lift('session:ended', 1, {}, lifts)).toEqual({ type: 'session:ended', by: 'person-1', why: 'end' })
    expect(lift('session:ended', 2, { by: 'x' }, lifts)).toEqual({ type: 'session:ended', by: 'x', why: 'end' })
  })

  it('[LIVE-27] a type or version that a newer program wrote is a fault', () => {
    expect(() => lift('session:flown', 1, {})).toThrow('unknown event type')
    expect(() => lift('session:ended', 99, {})).toThrow('unknown version')
    expect(() => lift('toString', 1, {})).toThrow('unknown event type')
  })

  it('[LIVE-27] the kept logs of every version fold to what they folded to when they were kept', () => {
    const files = readdirSync(LOGS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    expect(files.length).toBeGreaterThanOrEqual(5)
    for (const name of files) {
      const { rows, state } = JSON.parse(readFileSync(join(LOGS, name), 'utf8')) as KeptLog
      expect(fold(rows.map((row) => ({ at: row.at, event: lift(row.type, row.version, row.body) })))).toEqual(state)
    }
  })
})
