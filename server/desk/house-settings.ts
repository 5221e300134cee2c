// What the operator sets for the whole house, kept in the table `house`; read once at the start, since this process alone writes it.

import type { HouseSettings } from '../../shared/protocol/http.ts'
import type { Db } from '../storage/database.ts'

export interface HouseSettingsStore {
  now(): HouseSettings
  set(change: Partial<HouseSettings>): Promise<HouseSettings>
}

const KEY = 'settings'
/** What a city submits waits for the desk until the operator says otherwise. */
const DEFAULT: HouseSettings = { review: true }

export async function openHouseSettings(db: Db): Promise<HouseSettingsStore> {
  const row = await db.selectFrom('house').select('value').where('key', '=', KEY).executeTakeFirst()
  let settings: HouseSettings = { ...DEFAULT, ...(row ? (JSON.parse(row.value) as Partial<HouseSettings>) : {}) }
  return {
    now: () => settings,
    set: async (change) => {
      const next = { ...settings, ...change }
      const value = JSON.stringify(next)
      await db
        .insertInto('house')
        .values({ key: KEY, value })
        .onConflict((c) => c.column('key').doUpdateSet({ value }))
        .execute()
      settings = next
      return next
    },
  }
}
