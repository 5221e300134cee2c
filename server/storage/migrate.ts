// Brings tables up to date: forward only, each migration once, in a transaction of its own with the row that says so.

import type { Kysely } from 'kysely'
import type { Clock } from '../../shared/kit/clock.ts'
import { StartFault } from '../start-fault.ts'
import type { Schema } from './schema.ts'

export interface Migration {
  /** `000N-noun`; never changed once released. */
  readonly name: string
  readonly up: (db: Kysely<unknown>) => Promise<void>
}

/**
 * Applies what is not applied yet, in the list's order.
 * @throws StartFault when the database has a migration that this version does not know: a newer version wrote it.
 */
export async function migrate(db: Kysely<Schema>, migrations: readonly Migration[], clock: Clock): Promise<void> {
  await db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('at', 'integer', (c) => c.notNull())
    .execute()
  const applied = new Set((await db.selectFrom('migration').select('name').execute()).map((row) => row.name))
  const unknown = [...applied].filter((name) => !migrations.some((m) => m.name === name))
  if (unknown.length > 0) {
    throw new StartFault(
      `The data folder was written by a newer version of Parlor (it has ${unknown.join(', ')}). Start that version, or set DATA_DIR to another folder.`,
    )
  }
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue
    await db.transaction().execute(async (tx) => {
      await migration.up(tx as unknown as Kysely<unknown>)
      await tx.insertInto('migration').values({ name: migration.name, at: clock() }).execute()
    })
  }
}
