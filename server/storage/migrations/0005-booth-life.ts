// What a booth says, by section while it is drafted and whole by version once it was submitted; and its life as a log. Models that
// were live become the first version of their booth.

import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('booth_draft')
    .addColumn('booth', 'text', (c) => c.notNull().references('booth.id'))
    .addColumn('section', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('booth_draft_key', ['booth', 'section'])
    .execute()
  await db.schema
    .createTable('booth_version')
    .addColumn('booth', 'text', (c) => c.notNull().references('booth.id'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('booth_version_key', ['booth', 'n'])
    .execute()
  await db.schema
    .createTable('booth_event')
    .addColumn('booth', 'text', (c) => c.notNull().references('booth.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('person', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('booth_event_key', ['booth', 'seq'])
    .execute()
  await db.schema.alterTable('booth').addColumn('shown', 'integer').execute()
  await db.schema
    .alterTable('booth')
    .addColumn('down', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await takeLiveModels(db)
  await sql`UPDATE model_upload SET stage = 'ready' WHERE stage IN ('live', 'submitted')`.execute(db)
  // Every booth's own words were the seed's sample until now, which is no row's to keep.
  for (const column of ['summary_zh', 'summary_en', 'summary_is_sample']) {
    await db.schema.alterTable('booth').dropColumn(column).execute()
  }
  await db.schema.dropIndex('booth_model_city').execute()
  await db.schema.alterTable('booth_model').dropColumn('state').execute()
  await db.schema.createIndex('booth_model_city').on('booth_model').columns(['city', 'changed_at']).execute()
}

async function takeLiveModels(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ booth: string; upload: string; person: string; at: number }>`
    SELECT m.city AS booth, m.upload AS upload, u.person AS person, m.changed_at AS at
    FROM booth_model m JOIN model_upload u ON u.id = m.upload
    WHERE m.state = 'approved' AND m.city IN (SELECT id FROM booth) ORDER BY m.changed_at, m.id`.execute(db)
  for (const { booth, upload, person, at } of new Map(rows.map((row) => [row.booth, row])).values()) {
    const model = JSON.stringify({ upload, x: 0, z: 0, yaw: 0, scale: 1 })
    const content = `{"front":{"opening":{"zh":"","en":""},"summary":{"zh":"","en":""},"colour":null,"logo":null},"model":${model},"panels":[],"spots":[],"products":[],"projects":[],"people":[]}`
    const bodies = ['{"type":"submitted","n":1,"showAt":null}', '{"type":"approved","n":1}', '{"type":"shown","n":1}']
    await sql`INSERT INTO booth_draft (booth, section, revision, body, person, at) VALUES (${booth}, 'model', 1, ${model}, ${person}, ${at})`.execute(
      db,
    )
    await sql`INSERT INTO booth_version (booth, n, content) VALUES (${booth}, 1, ${content})`.execute(db)
    for (const [i, body] of bodies.entries()) {
      await sql`INSERT INTO booth_event (booth, seq, at, person, body) VALUES (${booth}, ${i + 1}, ${at}, ${person}, ${body})`.execute(
        db,
      )
    }
    await sql`UPDATE booth SET shown = 1 WHERE id = ${booth}`.execute(db)
  }
}
