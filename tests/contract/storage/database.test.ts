// What any database of the house must do: all or nothing, keys that hold, numbers and texts as they were, migrations forward only.

import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { type Db, openDatabase } from '../../../server/storage/database.ts'
import { migrate } from '../../../server/storage/migrate.ts'
import { MIGRATIONS } from '../../../server/storage/migrations/list.ts'
import { storageRefusal } from '../../../server/storage/trouble.ts'
import { emptyFolder } from '../../support/paths.ts'

const open: Db[] = []
afterEach(async () => {
  for (const db of open.splice(0)) await db.destroy()
})
const engines = [
  {
    name: 'SQLite by libsql',
    make: async (path: string, maxMb = 0) => {
      const db = await openDatabase(path, Date.now, maxMb)
      open.push(db)
      return db
    },
  },
]
const newPath = () => join(emptyFolder('db'), 'parlor.db')
const put = (db: Pick<Db, 'insertInto'>, key: string, value = 'x') =>
  db.insertInto('house').values({ key, value }).execute()
const keys = async (db: Db) => (await db.selectFrom('house').select('key').orderBy('key').execute()).map((r) => r.key)

describe.each(engines)('$name', ({ make }) => {
  it('[STORE-4] does all of a transaction or nothing', async () => {
    const db = await make(newPath())
    const failing = db.transaction().execute(async (tx) => {
      await put(tx, 'a')
      await put(tx, 'a')
    })
    await expect(failing).rejects.toThrow(/UNIQUE/)
    expect(await keys(db)).toEqual([])
    await db.transaction().execute(async (tx) => {
      await put(tx, 'a')
      await put(tx, 'b')
    })
    expect(await keys(db)).toEqual(['a', 'b'])
  })

  it('[STORE-4] gives numbers of milliseconds and any text back as they were', async () => {
    const db = await make(newPath())
    const at = 4_102_444_800_123
    const text = '喀什 "\' 🏛️ \u2028'
    await db.insertInto('house').values({ key: 'text', value: text }).execute()
    const row = { id: 'person-1', kind: 'guest' as const, name: text, show_name: 0, made_at: at, seen_at: at }
    await db
      .insertInto('person')
      .values({ ...row, login: null, password: null })
      .execute()
    expect(await db.selectFrom('person').selectAll().executeTakeFirst()).toMatchObject(row)
    const cookies = db.insertInto('cookie').values({
      ...{ hash: 'h', person: 'nobody', made_at: 1, seen_at: 1, ends_at: 1, stage: null, room: null },
    })
    await expect(cookies.execute()).rejects.toThrow(/FOREIGN KEY/)
  })

  it('[STORE-5] runs each migration once, and keeps what was there', async () => {
    const path = newPath()
    const db = await make(path)
    await put(db, 'kept')
    const applied = await db.selectFrom('migration').selectAll().orderBy('name').execute()
    expect(applied.map((row) => row.name)).toEqual(MIGRATIONS.map((m) => m.name).sort())
    await open.pop()?.destroy()
    const again = await make(path)
    expect(await keys(again)).toEqual(['kept'])
    expect(await again.selectFrom('migration').selectAll().orderBy('name').execute()).toEqual(applied)
  })

  it('[STORE-5] undoes a migration that fails half way, and says so of none that did not run', async () => {
    const db = await make(newPath())
    const broken = {
      name: '9999-broken',
      up: async (tx: Parameters<(typeof MIGRATIONS)[0]['up']>[0]) => {
        await tx.schema.createTable('half').addColumn('id', 'text').execute()
        throw new Error('no')
      },
    }
    await expect(migrate(db, [...MIGRATIONS, broken], Date.now)).rejects.toThrow('no')
    const tables = await db.introspection.getTables()
    expect(tables.map((table) => table.name)).not.toContain('half')
    expect(await db.selectFrom('migration').where('name', '=', '9999-broken').selectAll().execute()).toEqual([])
  })

  it('[STORE-5] runs migrations in the order of the list', async () => {
    const db = await make(newPath())
    type Up = (typeof MIGRATIONS)[0]['up']
    const table: Up = (tx) => tx.schema.createTable('later').addColumn('id', 'text').execute()
    const column: Up = (tx) => tx.schema.alterTable('later').addColumn('more', 'text').execute()
    const list = [...MIGRATIONS, { name: '9998-table', up: table }, { name: '9997-column', up: column }]
    await migrate(db, list, Date.now)
    const later = (await db.introspection.getTables()).find(({ name }) => name === 'later')
    expect(later?.columns.map(({ name }) => name)).toEqual(['id', 'more'])
  })

  it('[STORE-9] syncs the log with each commit, so that what is answered outlives a loss of power', async () => {
    const db = await make(newPath())
    const pragma = async (name: string) =>
      Object.values((await db.executeQuery(CompiledQuery.raw(`PRAGMA ${name}`))).rows[0] ?? {})
    expect(await pragma('journal_mode')).toEqual(['wal'])
    expect(await pragma('synchronous'), 'FULL').toEqual([2])
  })

  it('[STORE-6] refuses what a newer version wrote, in words', async () => {
    const path = newPath()
    const db = await make(path)
    await db.insertInto('migration').values({ name: '0042-future', at: 1 }).execute()
    await open.pop()?.destroy()
    await expect(make(path)).rejects.toThrow(/written by a newer version of Parlor \(it has 0042-future\)/)
  })

  it('[STORE-7] lets a second process in nowhere', async () => {
    const path = newPath()
    await make(path)
    await expect(make(path)).rejects.toThrow(/Another process is using the database/)
  })

  it('[STORE-8] refuses writes when it is full, with its own code, and still reads', async () => {
    const db = await make(newPath(), 1)
    await put(db, 'before')
    const fill = async () => {
      for (let i = 0; i < 64; i++) await put(db, `big-${i}`, 'x'.repeat(64 * 1024))
    }
    const thrown = await fill().catch((error: unknown) => error)
    expect(storageRefusal(thrown)).toEqual({ ok: false, code: 'storage.full' })
    const before = await keys(db)
    const inOne = db.transaction().execute(async (tx) => {
      for (let i = 0; i < 64; i++) await put(tx, `more-${i}`, 'x'.repeat(64 * 1024))
    })
    expect(storageRefusal(await inOne.catch((error: unknown) => error))).toEqual({ ok: false, code: 'storage.full' })
    expect(await keys(db)).toEqual(before)
    expect(await keys(db)).toContain('before')
  })
})
