// Sign-in links on a database that takes no more: all of a sign-in or nothing of it.

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLinks } from '../../../server/person/links.ts'
import { createPeople, visitorRow } from '../../../server/person/people.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import { emptyFolder } from '../../support/paths.ts'
import { seeded } from '../../support/seeded.ts'

it('[PEOPLE-4] a link is not spent when there is no room for its person', async () => {
  const db = await openDatabase(join(emptyFolder('links'), 'parlor.db'), Date.now, 1)
  const numbers = seeded(1)
  const random = (length: number) => Uint8Array.from({ length }, () => Math.floor(numbers() * 256))
  const links = createLinks(db, Date.now, random)
  const { token } = await links.make({ house: 'host' }, '王芳')
  const row = (i: number, name: string) => ({ ...visitorRow(`person ${i}` as PersonId, 0), name })
  const insert = (i: number, name: string) => db.insertInto('person').values(row(i, name)).execute()
  for (const name of ['x'.repeat(200), '']) {
    for (let i = name.length * 10_000; ; i++) if (!(await insert(i, name).catch(() => null))) break
  }
  await expect(links.use(token)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  await db.deleteFrom('person').execute()
  const person = await links.use(token)
  expect(person && (await createPeople(db, Date.now, random).me(person))).toMatchObject({
    name: '王芳',
    house: ['host'],
  })
  expect(await links.use(token)).toBeNull()
  await db.destroy()
})
