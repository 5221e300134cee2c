// Small facts of the house by key, and whether the storage takes writes just now.

import type { Clock } from '../../shared/kit/clock.ts'
import type { Db } from './database.ts'

export interface HouseFacts {
  get(key: string): Promise<string | null>
  set(key: string, value: string): Promise<void>
  /** Whether a write of some size reaches the disk now; tried at most once a second. */
  writable(): Promise<boolean>
}

const PROBE_EVERY_MS = 1_000
/** Larger than what may be left over in a page that is in use already. */
const PROBE_BYTES = 32 * 1024

export function createHouseFacts(db: Db, clock: Clock): HouseFacts {
  let probe = { at: Number.NEGATIVE_INFINITY, ok: true }
  const set = async (key: string, value: string) => {
    await db
      .insertInto('house')
      .values({ key, value })
      .onConflict((c) => c.column('key').doUpdateSet({ value }))
      .execute()
  }
  return {
    set,
    get: async (key) =>
      (await db.selectFrom('house').select('value').where('key', '=', key).executeTakeFirst())?.value ?? null,
    writable: async () => {
      const now = clock()
      if (now - probe.at < PROBE_EVERY_MS) return probe.ok
      probe = { at: now, ok: probe.ok }
      const ok = await tryWrite(db).then(
        () => true,
        () => false,
      )
      probe = { at: now, ok }
      return ok
    },
  }
}

async function tryWrite(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('house')
      .values({ key: 'probe', value: 'x'.repeat(PROBE_BYTES) })
      .execute()
    await tx.deleteFrom('house').where('key', '=', 'probe').execute()
  })
}
