// Small facts of the house by key, and whether the storage takes writes just now.

import type { Clock } from '../../shared/kit/clock.ts'
import type { Db } from './database.ts'

export interface HouseFacts {
  get(key: string): Promise<string | null>
  set(key: string, value: string): Promise<void>
  /** Whether a write reaches the disk now; asked at most once a second. */
  writable(): Promise<boolean>
}

const PROBE_EVERY_MS = 1_000

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
      const ok = await set('probe', String(now)).then(
        () => true,
        () => false,
      )
      probe = { at: now, ok }
      return ok
    },
  }
}
