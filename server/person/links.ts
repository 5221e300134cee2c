// One-time sign-in links: valid once and for 15 minutes; the row is gone with the first use, so two at once can't both win.

import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId, Random } from '../../shared/kit/id.ts'
import type { StaffRole } from '../../shared/protocol/http.ts'
import type { Db } from '../storage/database.ts'
import { createPeople } from './people.ts'
import { hashToken, makeToken } from './token.ts'

export const LINK_MS = 15 * 60_000

export interface Links {
  make(role: StaffRole, name: string): Promise<{ token: string; expiresAt: number }>
  /** Who the link signs in, or null when it was used, is too old or never was. */
  use(token: string): Promise<PersonId | null>
  sweep(): Promise<void>
}

export function createLinks(db: Db, clock: Clock, random: Random): Links {
  return {
    make: async (role, name) => {
      const token = makeToken(random)
      const at = clock()
      const house = 'house' in role ? role.house : null
      const city = 'city' in role ? role.city : null
      const row = { hash: hashToken(token), house, city, name, made_at: at, ends_at: at + LINK_MS }
      await db.insertInto('link').values(row).execute()
      return { token, expiresAt: row.ends_at }
    },
    // All or nothing: a link is not spent when its person could not be stored, nor is there a person without the role.
    use: (token) =>
      db.transaction().execute(async (tx) => {
        const row = await tx.deleteFrom('link').where('hash', '=', hashToken(token)).returningAll().executeTakeFirst()
        if (!row || row.ends_at <= clock()) return null
        const role: StaffRole | null = row.house ? { house: row.house } : row.city ? { city: row.city } : null
        if (!role) return null
        const people = createPeople(tx, clock, random)
        // A second link for the same name and role signs in the same person: a lost passkey makes no second account.
        return (await people.findStaff(row.name, role)) ?? (await people.staff(row.name, role))
      }),
    sweep: async () => {
      await db.deleteFrom('link').where('ends_at', '<=', clock()).execute()
    },
  }
}
