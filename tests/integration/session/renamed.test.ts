// A name given or changed while the line is open: the session and the hall's plates say the new one.

import { expect, it } from 'vitest'
import type { SessionId } from '../../../shared/kit/id.ts'
import type { Plate } from '../../../shared/protocol/wire.ts'
import { openHouse } from '../../support/house.ts'
import { valueOf } from '../../support/person-client.ts'

it('[LIVE-57] a name given after the line opened stands in the session, on the plates, and after joining again', async () => {
  const own = await openHouse()
  const [one, two] = [await own.visitor(), await own.visitor()]
  const session = valueOf(await one.get('/api/sessions')).sessions[0]?.id ?? ('' as SessionId)
  let plates: readonly string[] = []
  for (const person of [one, two]) {
    await person.connect()
    valueOf(await person.ask('hall:enter', { language: 'zh' }))
  }
  two.on('hall:plates', (told: readonly Plate[]) => {
    plates = told.map(({ name }) => name)
  })
  valueOf(await one.post('/api/name', { name: '甲' }))
  for (const person of [one, two]) valueOf(await person.ask('session:join', { session }))
  await expect.poll(() => plates).toEqual(['甲'])
  valueOf(await one.post('/api/name', { name: '韩梅梅' }))
  await expect.poll(() => plates).toEqual(['韩梅梅'])
  valueOf(await one.ask('session:join', { session }))
  expect(valueOf(await one.ask('hall:enter', { language: 'zh' })).me).toMatchObject({ name: '韩梅梅', kind: 'guest' })
  const host = await own.staff('host')
  await host.connect()
  valueOf(await host.ask('session:join', { session }))
  const { rows } = valueOf(await host.ask('session:people', { session, page: 0 }))
  expect(rows.map(({ name }) => name)).toContain('韩梅梅')
  await own.close()
})
