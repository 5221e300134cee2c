// The rows of uploads and booth models on a real database: what is live, what waits and in which order, what counts as under way.

import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createModelStore, type ModelStore } from '../../../server/model/model-store.ts'
import { type Db, openDatabase } from '../../../server/storage/database.ts'
import type { BoothModel } from '../../../shared/booth/booth.ts'
import { emptyFolder } from '../../support/paths.ts'

let db: Db
let store: ModelStore
beforeEach(async () => {
  db = await openDatabase(join(emptyFolder('models'), 'parlor.db'), Date.now)
  store = createModelStore(db)
})
afterEach(() => db.destroy())

const add = (id: string, at: number, city = 'qingdao') =>
  store.add({ id, city, person: 'person-1', kind: 'model', name: `${id}.glb`, bytes: 100 }, at)
const model = (hash: string) => ({ hash }) as unknown as BoothModel

it('[MODEL-8] of an upload one model is kept, the newest, and found by its upload and its city', async () => {
  for (const id of ['a', 'b']) await add(id, 1)
  await store.keep({ id: 'a', city: 'qingdao' }, model('first'), 10)
  await store.keep({ id: 'a', city: 'qingdao' }, model('again'), 20)
  expect([...(await store.models(['a', 'b']))]).toEqual([['a', model('again')]])
  expect([await store.has('qingdao', 'a'), await store.has('jinan', 'a'), await store.has('qingdao', 'b')]).toEqual([
    ...[true, false, false],
  ])
})

it('[MODEL-7] an upload is queued once, and those that a fall left are taken up as they came', async () => {
  for (const id of ['a', 'b', 'c', 'd']) await add(id, 1)
  expect([await store.queue('c', 10), await store.queue('a', 20), await store.queue('b', 30)]).toEqual([
    ...[true, true, true],
  ])
  expect(await store.queue('c', 40)).toBe(false)
  await store.change('c', { stage: 'checking' }, 50)
  await store.change('b', { stage: 'ready' }, 60)
  expect((await store.unfinished()).map(({ id }) => id)).toEqual(['c', 'a'])
})

it('[MODEL-4] under way is what is sent, waits or is worked on, of this city', async () => {
  for (const id of ['a', 'b', 'c']) await add(id, 1)
  await add('z', 1, 'jinan')
  await store.queue('b', 2)
  expect([await store.open('qingdao'), await store.open('jinan')]).toEqual([3, 1])
  await store.change('b', { stage: 'ready' }, 3)
  await store.change('c', { stage: 'refused' }, 4)
  expect(await store.open('qingdao')).toBe(1)
})
