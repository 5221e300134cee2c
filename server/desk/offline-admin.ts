// `npm run admin` while no server runs: opens the database itself. Called by scripts/admin.mjs, which hands in the environment.

import { webcrypto } from 'node:crypto'
import { join } from 'node:path'
import { ownOrigin, readConfig } from '../config.ts'
import { createLinks } from '../person/links.ts'
import { createStaff } from '../person/staff.ts'
import { openDatabase } from '../storage/database.ts'
import { type AdminAnswer, type AdminOrder, obey } from './admin.ts'
import { removeStaff } from './staff-routes.ts'

/**
 * Does what the terminal asked for. A link works once the server is started within its 15 minutes.
 * @throws StartFault when the configuration has faults, or the database can't be opened.
 */
export async function adminOffline(
  environment: Readonly<Record<string, string | undefined>>,
  order: AdminOrder,
): Promise<AdminAnswer> {
  const config = readConfig(environment)
  const random = (length: number) => webcrypto.getRandomValues(new Uint8Array(length))
  const db = await openDatabase(join(config.dataDir, 'parlor.db'), Date.now)
  try {
    const staff = createStaff(db)
    return await obey(order, {
      links: createLinks(db, Date.now, random),
      staff,
      remove: removeStaff(staff, () => {}),
      // A port that is yet to be taken is left to be filled in.
      origin: config.publicUrl ?? ownOrigin(config.host, config.port || 'PORT'),
    })
  } finally {
    await db.destroy()
  }
}
