// Sessions: their log, unique by number and by command; votes, unique by subject and person; words, folds, stays.

import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title_zh', 'text', (c) => c.notNull())
    .addColumn('title_en', 'text', (c) => c.notNull())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('phase', 'text', (c) => c.notNull())
    .addColumn('started_at', 'integer')
    .addColumn('made_at', 'integer', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.unique())
    .addColumn('stage_hash', 'text')
    .execute()
  await log(db)
  await beside(db)
}

async function log(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session_event')
    .addColumn('session', 'text', (c) => c.notNull().references('session.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('person', 'text')
    .addColumn('n_all', 'integer')
    .addColumn('n_staff', 'integer')
    .addColumn('n_own', 'integer')
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('subject', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('command', 'text')
    .addColumn('span', 'integer')
    .addColumn('actor', 'text')
    .addPrimaryKeyConstraint('session_event_key', ['session', 'seq'])
    .addUniqueConstraint('session_event_command', ['session', 'command'])
    .execute()
  await db.schema.createIndex('session_event_subject').on('session_event').columns(['session', 'subject']).execute()
}

async function beside(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session_vote')
    .addColumn('session', 'text', (c) => c.notNull().references('session.id').onDelete('cascade'))
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('choice', 'integer', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('session_vote_key', ['session', 'subject', 'person'])
    .execute()
  await db.schema
    .createTable('session_word')
    .addColumn('session', 'text', (c) => c.notNull().references('session.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('session_word_key', ['session', 'id'])
    .execute()
  await db.schema.createIndex('session_word_owner').on('session_word').column('owner').execute()
  await db.schema
    .createTable('session_fold')
    .addColumn('session', 'text', (c) => c.primaryKey().references('session.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('attendance')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('session', 'text', (c) => c.notNull().references('session.id').onDelete('cascade'))
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('from_at', 'integer', (c) => c.notNull())
    .addColumn('to_at', 'integer')
    .execute()
  await db.schema.createIndex('attendance_session').on('attendance').columns(['session', 'person']).execute()
}
