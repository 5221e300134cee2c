// People, their roles, cookies, one-time links and passkeys.

import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('show_name', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('made_at', 'integer', (c) => c.notNull())
    .addColumn('seen_at', 'integer', (c) => c.notNull())
    .addColumn('login', 'text', (c) => c.unique())
    .addColumn('password', 'text')
    .execute()
  await db.schema.createIndex('person_seen').on('person').columns(['kind', 'seen_at']).execute()
  await db.schema
    .createTable('house_role')
    .addColumn('person', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('house_role_key', ['person', 'role'])
    .execute()
  await db.schema
    .createTable('city_role')
    .addColumn('person', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('city', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('city_role_key', ['person', 'city'])
    .execute()
  await signIn(db)
}

async function signIn(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cookie')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('made_at', 'integer', (c) => c.notNull())
    .addColumn('seen_at', 'integer', (c) => c.notNull())
    .addColumn('ends_at', 'integer', (c) => c.notNull())
    .addColumn('stage', 'text')
    .addColumn('room', 'text')
    .execute()
  await db.schema.createIndex('cookie_person').on('cookie').column('person').execute()
  await db.schema.createIndex('cookie_end').on('cookie').column('ends_at').execute()
  await db.schema
    .createTable('link')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('house', 'text')
    .addColumn('city', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('made_at', 'integer', (c) => c.notNull())
    .addColumn('ends_at', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('passkey')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('counter', 'integer', (c) => c.notNull())
    .addColumn('transports', 'text', (c) => c.notNull())
    .addColumn('made_at', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('passkey_person').on('passkey').column('person').execute()
}
