// Uploads of booth models, and the models made of them.

import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('model_upload')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('city', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer')
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('source', 'text')
    .addColumn('findings', 'text')
    .addColumn('report', 'text')
    .addColumn('made_at', 'integer', (c) => c.notNull())
    .addColumn('queued_at', 'integer')
    .addColumn('changed_at', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('model_upload_city').on('model_upload').columns(['city', 'made_at']).execute()
  await db.schema.createIndex('model_upload_stage').on('model_upload').columns(['stage', 'queued_at']).execute()
  await db.schema
    .createTable('booth_model')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('city', 'text', (c) => c.notNull())
    .addColumn('upload', 'text', (c) => c.notNull().references('model_upload.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('model', 'text', (c) => c.notNull())
    .addColumn('made_at', 'integer', (c) => c.notNull())
    .addColumn('changed_at', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('booth_model_city').on('booth_model').columns(['city', 'state', 'changed_at']).execute()
}
