// Drafts, versions and lives on a real database; and a folder of before booths had versions.

import { join } from 'node:path'
import { Kysely, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import { expect, it } from 'vitest'
import { createLifeStore, lifeOf } from '../../../server/booth/life-store.ts'
import { type Db, openDatabase } from '../../../server/storage/database.ts'
import { migrate } from '../../../server/storage/migrate.ts'
import { MIGRATIONS } from '../../../server/storage/migrations/list.ts'
import type { Schema } from '../../../server/storage/schema.ts'
import { EMPTY_CONTENT } from '../../../shared/booth/content.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import { emptyFolder } from '../../support/paths.ts'

const PERSON = 'person-of-the-city' as PersonId

async function openStore() {
  const db = await openDatabase(join(emptyFolder('lives'), 'parlor.db'), Date.now)
  await db.insertInto('booth').values({ id: 'jinan', revision: 1, changed_at: 1, shown: null, down: 0 }).execute()
  return { db, store: createLifeStore(db) }
}

it('[BOOTH-10] an event takes the next number only, with its version, or nothing is kept', async () => {
  const { db, store } = await openStore()
  const row = (seq: number) => ({
    seq,
    at: 5,
    person: PERSON,
    event: { type: 'submitted', n: 1, showAt: null } as const,
  })
  await expect(store.append('jinan', 0, [row(2)], EMPTY_CONTENT)).rejects.toThrow('next number')
  expect([await store.log('jinan'), await store.version('jinan', 1)]).toEqual([[], null])
  await store.append('jinan', 0, [row(1)], EMPTY_CONTENT)
  await expect(store.append('jinan', 0, [row(1)], EMPTY_CONTENT)).rejects.toThrow(/UNIQUE/)
  expect(await store.log('jinan')).toEqual([row(1)])
  expect(await store.version('jinan', 1)).toEqual(EMPTY_CONTENT)
  await db.destroy()
})

it('[BOOTH-1] of two who save on the same number one is told so', async () => {
  const { db, store } = await openStore()
  const save = (base: number) => store.save('jinan', base, { section: 'panels', body: [] }, PERSON, 7)
  expect(await Promise.all([save(0), save(0)])).toEqual([1, null])
  expect(await Promise.all([save(1), save(1), save(0)])).toEqual([2, null, null])
  expect((await store.draft('jinan')).panels).toEqual({ revision: 2, body: [], by: { person: PERSON, at: 7 } })
  await db.destroy()
})

it('[BOOTH-12] models that were live become the first version of their booth, the newest of each city', async () => {
  const path = join(emptyFolder('before'), 'parlor.db')
  const old = new Kysely<Schema>({ dialect: new SqliteDialect({ database: new Database(path) as never }) })
  const before = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex(({ name }) => name === '0005-booth-life'),
  )
  await migrate(old as unknown as Db, before, () => 1)
  for (const id of ['qingdao', 'jinan', 'yantai']) {
    await sql`INSERT INTO booth (id, summary_zh, summary_en, summary_is_sample, revision, changed_at) VALUES (${id}, '', '', 1, 4, 1)`.execute(
      old,
    )
  }
  const upload = async (id: string, city: string, state: string, at: number) => {
    await sql`INSERT INTO model_upload (id, city, person, name, stage, made_at, changed_at) VALUES (${id}, ${city}, ${PERSON}, 'a.glb', ${state === 'approved' ? 'live' : 'submitted'}, 1, ${at})`.execute(
      old,
    )
    await sql`INSERT INTO booth_model (id, city, upload, state, model, made_at, changed_at) VALUES (${id}, ${city}, ${id}, ${state}, '{}', 1, ${at})`.execute(
      old,
    )
  }
  await upload('upload-old', 'qingdao', 'approved', 10)
  await upload('upload-new', 'qingdao', 'approved', 20)
  await upload('upload-wait', 'jinan', 'submitted', 30)
  await old.destroy()

  const db = await openDatabase(path, Date.now)
  const store = createLifeStore(db)
  const shown = await store.shown()
  expect([...shown.keys()]).toEqual(['qingdao'])
  expect(shown.get('qingdao')).toEqual({
    n: 1,
    content: { ...EMPTY_CONTENT, model: { upload: 'upload-new', x: 0, z: 0, yaw: 0, scale: 1 } },
  })
  expect(lifeOf(await store.log('qingdao'))).toEqual({
    versions: [{ n: 1, state: 'approved', showAt: null }],
    shown: 1,
    down: false,
  })
  expect(lifeOf(await store.log('jinan')).versions).toEqual([])
  expect((await store.draft('qingdao')).model).toMatchObject({ revision: 1, body: { upload: 'upload-new' } })
  const stages = await db.selectFrom('model_upload').select(['id', 'stage']).orderBy('id').execute()
  expect(stages.map(({ stage }) => stage)).toEqual(['ready', 'ready', 'ready'])
  await db.destroy()
})
