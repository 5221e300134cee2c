// What is kept of people, and for how long.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../server/storage/database.ts'
import { openHouse } from '../../support/house.ts'
import { emptyFolder } from '../../support/paths.ts'
import { createPerson, valueOf } from '../../support/person-client.ts'

const DAY = 24 * 3_600_000

/** Opens the house on a folder so many days later, does something, closes it; gives the names in the table then. */
async function namesAfter(
  dataDir: string,
  days: number,
  visit: (url: string) => Promise<unknown> = async () => {},
): Promise<(string | null)[]> {
  const house = await openHouse({ dataDir, ahead: days * DAY })
  await visit(house.url)
  await house.close()
  const db = await openDatabase(join(dataDir, 'parlor.db'), Date.now)
  const rows = await db.selectFrom('person').select('name').execute()
  await db.destroy()
  return rows.map((row) => row.name)
}

describe('what is kept', () => {
  it('[PEOPLE-10] lets a guest’s name go 30 days after they were last seen; staff stay', async () => {
    const dataDir = emptyFolder('sweep')
    const first = await openHouse({ dataDir })
    const guest = await first.visitor()
    valueOf(await guest.post('/api/name', { name: '过客' }))
    await first.staff('host')
    await first.close()
    const back = async (url: string) => {
      expect(valueOf(await createPerson(url, guest.cookie()).get('/api/me'))).toMatchObject({ name: '过客' })
    }
    expect(await namesAfter(dataDir, 29, back)).toContain('过客')
    expect(await namesAfter(dataDir, 58)).toContain('过客')
    const names = await namesAfter(dataDir, 60)
    expect(names).not.toContain('过客')
    expect(names).toContain('主持 Host')
  })

  it('[PEOPLE-10] empties the name at everybody who is in the hall when its day has come', async () => {
    const house = await openHouse()
    const guest = await house.visitor()
    const me = valueOf(await guest.post('/api/name', { name: '过客' }))
    const other = await house.visitor()
    await other.connect()
    valueOf(await other.ask('hall:enter', { language: 'zh' }))
    const told = new Promise((resolve) => other.on('words:gone', resolve))
    house.pass(30 * DAY + 1)
    // Whoever is connected is here now, whenever they were last noted.
    await house.app.sweep()
    expect(await told).toEqual({ ids: [me.person] })
    await house.close()
  })
})
