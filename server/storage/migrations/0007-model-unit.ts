// The unit that a city said its model's numbers are in: such an upload is made anew from the bytes that were kept.

import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('model_upload').addColumn('unit', 'text').execute()
}
