// `npm run admin` while no server runs: opens the database itself. Called by scripts/admin.mjs, which hands in the environment.

import { webcrypto } from 'node:crypto'
import { join } from 'node:path'
import { type Config, readConfig } from '../config.ts'
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
      origin: config.publicUrl ?? ownOrigin(config),
    })
  } finally {
    await db.destroy()
  }
}

/** The address on this machine. Who listens everywhere is opened by name; a port that is yet to be taken is left to be filled in. */
function ownOrigin({ host, port }: Config): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port === 0 ? 'PORT' : port}`
}
