// The time a session is planned for: said when it is planned, told by lists and by the session itself, also after a restart.

import { expect, it } from 'vitest'
import type { SessionId } from '../../../shared/kit/id.ts'
import { openHouse } from '../../support/house.ts'
import { valueOf } from '../../support/person-client.ts'

const AT = Date.UTC(2026, 11, 1, 6, 30)

it('[LIVE-58] a session planned for a time says it in every list and to who joins, after a restart as well', async () => {
  const house = await openHouse()
  const host = await house.staff('host')
  const plan = (title: string, plannedFor?: number) =>
    host.post('/api/sessions', {
      kind: 'guided-tour',
      title: { zh: title, en: title },
      ...(plannedFor === undefined ? {} : { plannedFor }),
    })
  const timed = valueOf(await plan('Timed', AT)).session
  const open = valueOf(await plan('Open')).session
  expect(await plan('Nonsense', -1)).toMatchObject({ ok: false, code: 'wire.malformed' })
  await house.close()

  const again = await openHouse({ dataDir: house.config.dataDir })
  const guest = await again.visitor()
  const { sessions } = valueOf(await guest.get('/api/sessions'))
  const timeOf = (id: SessionId) => sessions.find((one) => one.id === id)?.plannedFor
  expect([timeOf(timed), timeOf(open)]).toEqual([AT, null])
  await guest.connect()
  expect(valueOf(await guest.ask('session:join', { session: timed })).state.plannedFor).toBe(AT)
  expect(valueOf(await guest.ask('session:join', { session: open })).state.plannedFor).toBeUndefined()
  await again.close()
})
