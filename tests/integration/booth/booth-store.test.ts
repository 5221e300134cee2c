// The booths as hall and lists see them: kept between askings, and made anew when one of them changes.

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBooths, seedBooths } from '../../../server/booth/booth-store.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import type { BoothModel } from '../../../shared/booth/booth.ts'
import { type BoothContent, EMPTY_CONTENT } from '../../../shared/booth/content.ts'
import { emptyFolder } from '../../support/paths.ts'

it('[UI-40] [UI-143] a booth that changed is as it is now for who is here and for who comes later, under a new revision', async () => {
  const db = await openDatabase(join(emptyFolder('booths'), 'parlor.db'), Date.now)
  await seedBooths(db, Date.now)
  const shown = new Map<string, { n: number; content: BoothContent }>()
  const models = async () => new Map([['upload-0001', { hash: 'h' } as BoothModel]])
  const booths = createBooths({ db, clock: Date.now, shown: async () => shown, models })
  const before = await booths.one('qingdao')
  expect(before).toMatchObject({ model: null, revision: 1 })
  const place = { x: 1, z: 0, yaw: 2, scale: 1 }
  const upload = 'upload-0001' as NonNullable<BoothContent['model']['upload']>
  const logo = { file: 'f'.repeat(64), alt: { zh: '帆', en: 'A sail' } }
  const front = { ...EMPTY_CONTENT.front, summary: { zh: '海', en: '' }, colour: '#336699', logo }
  shown.set('qingdao', { n: 1, content: { ...EMPTY_CONTENT, front, model: { upload, ...place } } })
  const said = { summary: { zh: '海', en: '海' }, summaryIsSample: false }
  const own = { opening: EMPTY_CONTENT.front.opening, colour: '#336699', logo, board: null, spots: [] }
  const after = { ...before, ...said, model: { hash: 'h', place }, own, revision: 2 }
  expect(await booths.touch('qingdao')).toEqual(after)
  expect((await booths.all()).find(({ id }) => id === 'qingdao')).toEqual(after)
  expect(await booths.touch('atlantis')).toBeNull()
  await db.destroy()
})
