// The booths as hall and lists see them: kept between askings, and made anew when one of them changes.

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBooths, seedBooths } from '../../../server/booth/booth-store.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import type { BoothModel } from '../../../shared/booth/booth.ts'
import { emptyFolder } from '../../support/paths.ts'

it('[UI-40] a booth that changed is as it is now for who is here and for who comes later, under a new revision', async () => {
  const db = await openDatabase(join(emptyFolder('booths'), 'parlor.db'), Date.now)
  await seedBooths(db, Date.now)
  const models = new Map<string, BoothModel>()
  const booths = createBooths(db, Date.now, async () => models)
  const before = await booths.one('qingdao')
  expect(before).toMatchObject({ model: null, revision: 1 })
  models.set('qingdao', { hash: 'h' } as BoothModel)
  const after = { ...before, model: { hash: 'h' }, revision: 2 }
  expect(await booths.touch('qingdao')).toEqual(after)
  expect((await booths.all()).find(({ id }) => id === 'qingdao')).toEqual(after)
  expect(await booths.touch('atlantis')).toBeNull()
  await db.destroy()
})
