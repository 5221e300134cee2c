// The database alone under kill −9: a process writes rows and says each one after its commit; killed at 25 moments drawn from a
// seed, every row it said is there, the file is sound, and no lock is left behind.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../server/storage/database.ts'
import { emptyFolder } from '../../support/paths.ts'
import { seeded } from '../../support/seeded.ts'

const ROUNDS = 25
const WRITER = fileURLToPath(new URL('../../support/row-writer.ts', import.meta.url))

/** Starts a writer and kills it after it said so many rows; gives the rows it said. */
async function writeAndKill(path: string, round: number, rows: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, path, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((done) => child.once('close', done))
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
    if (said.split('\n').length > rows) child.kill('SIGKILL')
  })
  await ended
  // A line that was cut off was not said.
  return said.split('\n').slice(0, -1)
}

describe('the database', () => {
  it(`[STORE-9] [STORE-7] keeps every row it acknowledged through ${ROUNDS} kills`, { timeout: 240_000 }, async () => {
    const path = join(emptyFolder('rows'), 'parlor.db')
    const random = seeded(20261124)
    const said = new Set<string>()
    for (let round = 0; round < ROUNDS; round++) {
      for (const key of await writeAndKill(path, round, 1 + Math.floor(random() * 40))) said.add(key)
    }
    expect(said.size).toBeGreaterThan(ROUNDS)
    const db = await openDatabase(path, Date.now)
    const there = new Set((await db.selectFrom('house').select('key').execute()).map((row) => row.key))
    expect([...said].filter((key) => !there.has(key))).toEqual([])
    // Both rows of each transaction, or none.
    expect([...there].filter((key) => !there.has(key.endsWith('b') ? `${key.slice(0, -1)}a` : key))).toEqual([])
    await db.destroy()
  })
})
