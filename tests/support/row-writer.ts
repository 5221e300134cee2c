// A program for the kill test of the database: writes two rows a transaction for ever and says each pair after its commit.

import { openDatabase } from '../../server/storage/database.ts'

const [path = '', round = ''] = process.argv.slice(2)
const db = await openDatabase(path, Date.now)
for (let i = 0; ; i++) {
  const key = `${round}-${i}`
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('house')
      .values({ key: `${key}a`, value: 'x'.repeat(500) })
      .execute()
    await tx
      .insertInto('house')
      .values({ key: `${key}b`, value: 'x'.repeat(500) })
      .execute()
  })
  process.stdout.write(`${key}a\n${key}b\n`)
}
