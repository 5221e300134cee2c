// What is let go of: models nothing names for a month, files nothing holds for an hour; what a version or a draft shows never.

import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { collect } from '../../../server/booth/collect.ts'
import { createLifeStore } from '../../../server/booth/life-store.ts'
import { openFiles } from '../../../server/files/files.ts'
import { createModelStore } from '../../../server/model/model-store.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import type { BoothModel } from '../../../shared/booth/booth.ts'
import { type BoothContent, EMPTY_CONTENT } from '../../../shared/booth/content.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import { emptyFolder } from '../../support/paths.ts'

const DAY = 86_400_000
const PERSON = 'person-of-the-city' as PersonId

async function openAll() {
  const folder = emptyFolder('collect')
  const db = await openDatabase(join(folder, 'parlor.db'), Date.now)
  await db.insertInto('booth').values({ id: 'jinan', revision: 1, changed_at: 1, shown: null, down: 0 }).execute()
  const files = await openFiles(join(folder, 'files'))
  const models = createModelStore(db)
  const store = createLifeStore(db)
  /** A file that was put so many days ago. */
  const put = async (text: string, days: number) => {
    const hash = await files.put(new TextEncoder().encode(text))
    const at = new Date(Date.now() - days * DAY)
    utimesSync(files.path(hash), at, at)
    return hash
  }
  /** An accepted model of so many days ago, with its levels and its source. */
  const accept = async (upload: string, days: number) => {
    const at = Date.now() - days * DAY
    const hashes = await Promise.all(['near', 'mid', 'far', 'source'].map((one) => put(`${upload} ${one}`, days)))
    const [near, mid, far, source] = hashes.map((hash) => ({ url: `/files/${hash}`, hash }))
    await models.add({ id: upload, city: 'jinan', person: PERSON, kind: 'model', name: 'a.glb', bytes: 1 }, at)
    await models.change(upload, { stage: 'ready', source: source?.hash ?? '' }, at)
    await models.keep({ id: upload, city: 'jinan' }, { near, mid, far } as unknown as BoothModel, at)
    return hashes
  }
  const there = async (hashes: readonly string[]) => Promise.all(hashes.map((hash) => files.has(hash)))
  const run = () => collect({ store, models, files, clock: Date.now })
  return { db, models, store, put, accept, there, run }
}

const content = (upload: string, over: Partial<BoothContent> = {}): BoothContent => ({
  ...EMPTY_CONTENT,
  model: { ...EMPTY_CONTENT.model, upload: upload as NonNullable<BoothContent['model']['upload']> },
  ...over,
})

it('[BOOTH-14] a model goes a month after it was accepted, unless a version or the draft names it', async () => {
  const { db, models, store, accept, there, run } = await openAll()
  const shown = await accept('upload-shown', 90)
  const drafted = await accept('upload-draft', 90)
  const fresh = await accept('upload-fresh', 5)
  const old = await accept('upload-old-1', 90)
  const row = { seq: 1, at: 1, person: PERSON, event: { type: 'submitted', n: 1, showAt: null } as const }
  await store.append('jinan', 0, [row], content('upload-shown'))
  await store.save('jinan', 0, { section: 'model', body: content('upload-draft').model }, PERSON, 1)
  expect(await run()).toBeGreaterThan(0)
  const all = [true, true, true, true]
  expect([await there(shown), await there(drafted), await there(fresh)]).toEqual([all, all, all])
  expect(await there(old)).toEqual([false, false, false, false])
  expect([await models.has('jinan', 'upload-old-1'), await models.has('jinan', 'upload-shown')]).toEqual([false, true])
  expect((await models.upload('upload-old-1'))?.source).toBe(null)
  expect(await run()).toBe(0)
  await db.destroy()
})

it('[BOOTH-14] a file goes when nothing holds it for an hour; what any version shows stays', async () => {
  const { db, store, put, there, run } = await openAll()
  const [logo, film, stray, justPut] = [
    await put('logo', 9),
    await put('film', 9),
    await put('stray', 1),
    await put('new', 0),
  ]
  const both = { zh: '港', en: '' }
  const spots = [
    {
      id: 'spot-0001',
      name: both,
      at: { x: 0, y: 1, z: 0 },
      shown: { kind: 'film' as const, file: film, filename: '', text: both },
    },
  ] as unknown as BoothContent['spots']
  const front = { ...EMPTY_CONTENT.front, logo: { file: logo, alt: both } }
  const first = { seq: 1, at: 1, person: PERSON, event: { type: 'submitted', n: 1, showAt: null } as const }
  await store.append('jinan', 0, [first], { ...EMPTY_CONTENT, front })
  await store.save('jinan', 0, { section: 'spots', body: spots }, PERSON, 1)
  expect(await run()).toBe('stray'.length)
  expect(await there([logo, film, stray, justPut])).toEqual([true, true, false, true])
  await db.destroy()
})
