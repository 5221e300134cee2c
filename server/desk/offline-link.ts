// A sign-in link made while no server runs: opens the database itself. Called by scripts/admin.mjs, which hands in the environment.

import { webcrypto } from 'node:crypto'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { createLinks } from '../person/links.ts'
import { createPeople } from '../person/people.ts'
import { StartFault } from '../start-fault.ts'
import { openDatabase } from '../storage/database.ts'
import { linkUrl, parseRole, roleName } from './link-routes.ts'

/**
 * The whole link; it works once the server is started within the 15 minutes.
 * @throws StartFault when there is no such role, the configuration has faults, or the database can't be opened.
 */
export async function makeLinkOffline(
  environment: Readonly<Record<string, string | undefined>>,
  roleText: string,
): Promise<string> {
  const role = parseRole(roleText)
  if (!role) throw new StartFault(`There is no role ${roleText}: operator, host, or a city such as qingdao.`)
  const config = readConfig(environment)
  const random = (length: number) => webcrypto.getRandomValues(new Uint8Array(length))
  const db = await openDatabase(join(config.dataDir, 'parlor.db'), Date.now)
  try {
    const links = createLinks(db, createPeople(db, Date.now, random), Date.now, random)
    const { token } = await links.make(role, roleName(role))
    return linkUrl(config.publicUrl ?? `http://${config.host}:${config.port}`, token)
  } finally {
    await db.destroy()
  }
}
