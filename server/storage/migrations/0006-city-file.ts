// Files of cities beside their models. They come by the same uploads, which say from now on what they are.

import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('model_upload')
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('model'))
    .execute()
  await db.schema.alterTable('model_upload').addColumn('file', 'text').execute()
  await db.schema
    .createTable('city_file')
    .addColumn('city', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('made_at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('city_file_key', ['city', 'hash'])
    .execute()
}
