// A model whose unit is in doubt: the city is asked, its answer makes the model anew from the bytes that were kept, and what was
// published stays as it is. One upload for all, since each takes seconds; the tests go on from one another.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ModelProgress } from '../../../shared/model/progress.ts'
import { UNIT_DOUBT } from '../../../shared/model/units.ts'
import { type House, openHouse } from '../../support/house.ts'
import { must } from '../../support/must.ts'
import { emptyFolder } from '../../support/paths.ts'
import { type PersonClient, valueOf } from '../../support/person-client.ts'
import { glbOf } from '../../unit/model/make-glb.ts'
import { send, uploadsOf } from './model-house.ts'

const booth = 'qingdao'
const told: ModelProgress[] = []
let house: House
let city: PersonClient
let desk: PersonClient
/** 8 m wide in centimetres, 80 cm in millimetres: the city has to say. */
let first: string
beforeAll(async () => {
  house = await openHouse({ dataDir: emptyFolder('unit') })
  ;[city, desk] = [await house.staff(booth), await house.staff('operator')]
  await city.connect()
  city.on('model:progressed', (progress) => void told.push(progress))
  const bytes = await glbOf([{ size: [800, 300, 400], at: [0, 150, 0] }])
  await send(house.url, booth, bytes, 'doubt.glb', { headers: headers() })
  first = (await ready(1)).upload
})
afterAll(() => house.close())

const headers = () => ({ cookie: city.cookie(), origin: house.url })
/** The nth upload that became ready. */
const ready = (n: number): Promise<ModelProgress> =>
  vi.waitFor(() => must(told.filter(({ stage }) => stage === 'ready')[n - 1]), { timeout: 60_000, interval: 50 })
const drafted = async () => valueOf(await city.post('/api/booth/draft', { booth })).sections.model.body.upload
const madeOf = async (upload: string) => valueOf(await city.post('/api/booth/model', { booth, upload }))
const isDoubtful = async (upload: string) => (await madeOf(upload)).findings.some(({ code }) => code === UNIT_DOUBT)

describe('a model whose unit is in doubt', () => {
  it('[MODEL-134] is told and made anew for nobody but who may edit its booth', async () => {
    const visitor = await house.visitor()
    for (const ask of [
      () => visitor.post('/api/booth/model', { booth, upload: first }),
      () => visitor.post('/api/booth/unit', { booth, upload: first, unit: 'mm' }),
      () => city.post('/api/booth/unit', { booth: 'jinan', upload: first, unit: 'mm' }),
    ])
      expect(await ask()).toMatchObject({ ok: false, code: 'person.not-allowed' })
    // Of another city it is none, whoever asks.
    for (const ask of [
      () => desk.post('/api/booth/model', { booth: 'jinan', upload: first }),
      () => desk.post('/api/booth/unit', { booth: 'jinan', upload: first, unit: 'mm' }),
      () => city.post('/api/booth/unit', { booth, upload: 'unknown-upload', unit: 'mm' }),
    ])
      expect(await ask()).toMatchObject({ ok: false, code: 'booth.model-unknown' })
    expect(await drafted()).toBe(first)
  })

  it('[MODEL-131] [MODEL-132] is made anew as another upload when its city says another unit', async () => {
    const before = await madeOf(first)
    expect([before.model.size.x, await isDoubtful(first)]).toEqual([6.4, true])
    told.length = 0
    const { upload } = valueOf(await city.post('/api/booth/unit', { booth, upload: first, unit: 'mm' }))
    expect((await ready(1)).upload).toBe(upload)
    expect(told.map(({ stage }) => stage)).toEqual(['queued', 'checking', 'optimising', 'ready'])
    expect(await drafted()).toBe(upload)
    expect([(await madeOf(upload)).model.size.x, await isDoubtful(upload)]).toEqual([2.4, false])
    expect((await madeOf(first)).model).toEqual(before.model)
    expect((await uploadsOf(house.url, booth, headers())).map((one) => one.upload)).toEqual([upload, first])
  })

  it('[MODEL-133] is left alone, and no more in doubt, when its city says that it is right', async () => {
    const now = await drafted()
    expect(valueOf(await city.post('/api/booth/unit', { booth, upload: first, unit: 'cm' })).upload).toBe(first)
    expect(await isDoubtful(first)).toBe(false)
    expect(await drafted()).toBe(now)
  })
})
