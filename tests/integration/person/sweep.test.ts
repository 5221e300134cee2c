// What is kept of people, and for how long.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Db, openDatabase } from '../../../server/storage/database.ts'
import type { CommandId, QuestionId, SessionId } from '../../../shared/kit/id.ts'
import type { SessionCommand } from '../../../shared/session/commands.ts'
import { openHouse } from '../../support/house.ts'
import { emptyFolder } from '../../support/paths.ts'
import { createPerson, type PersonClient, valueOf } from '../../support/person-client.ts'

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

/** Looks into the database of a house that is closed. */
async function inside<T>(dataDir: string, look: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase(join(dataDir, 'parlor.db'), Date.now)
  const seen = await look(db)
  await db.destroy()
  return seen
}
/** Names and texts of questions that stand beside the sessions' logs. */
const wordsIn = (dataDir: string) =>
  inside(dataDir, async (db) => {
    const rows = await db.selectFrom('session_word').select('text').where('text', '!=', '').execute()
    return rows.map((row) => row.text).sort()
  })

let commands = 0
const command = async (by: PersonClient, session: SessionId, what: object) => {
  const whole = { id: `command-of-sweep-${++commands}` as CommandId, ...what } as SessionCommand
  return valueOf(await by.ask('session:command', { session, command: whole }))
}
const comeIn = async (by: PersonClient, session: SessionId) => {
  await by.connect()
  return valueOf(await by.ask('session:join', { session }))
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

  it('[PEOPLE-10] what a phone without a name asked goes with its row, also when the house fell in between', async () => {
    const dataDir = emptyFolder('nameless')
    const house = await openHouse({ dataDir })
    const host = await house.staff('host')
    const title = { zh: '路演', en: 'Roadshow' }
    const { session, code } = valueOf(await host.post('/api/sessions', { kind: 'project-roadshow', title }))
    await comeIn(host, session)
    await command(host, session, { type: 'session:start' })
    const phone = house.person()
    valueOf(await phone.post('/api/join-code', { code: code ?? '' }))
    await comeIn(phone, session)
    await command(phone, session, { type: 'question:ask', question: 'question-of-phone' as QuestionId, text: '谁？' })
    await house.close()
    expect(await wordsIn(dataDir)).toEqual(['主持 Host', '谁？'].sort())
    await inside(dataDir, (db) => db.deleteFrom('person').where('kind', '!=', 'staff').execute())
    await (await openHouse({ dataDir })).close()
    expect(await wordsIn(dataDir)).toEqual(['主持 Host'])
  })

  it('[PEOPLE-10] a guest’s name goes from a session 30 days after its end, though the guest still comes', async () => {
    const dataDir = emptyFolder('ended')
    const house = await openHouse({ dataDir })
    const host = await house.staff('host')
    const session = valueOf(await host.get('/api/sessions')).sessions[0]?.id ?? ('' as SessionId)
    await comeIn(host, session)
    await command(host, session, { type: 'session:start' })
    const guest = await house.visitor()
    valueOf(await guest.post('/api/name', { name: '常客' }))
    await comeIn(guest, session)
    await command(guest, session, { type: 'question:ask', question: 'question-of-guest' as QuestionId, text: '多深？' })
    await command(host, session, { type: 'session:end', confirm: true })
    await house.close()
    const all = ['主持 Host', '多深？', '常客'].sort()
    const later = async (days: number) => {
      const open = await openHouse({ dataDir, ahead: days * DAY })
      const back = createPerson(open.url, guest.cookie())
      if (days < 30) expect(valueOf(await back.get('/api/me'))).toMatchObject({ name: '常客' })
      const stranger = await open.visitor()
      valueOf(await stranger.post('/api/name', { name: '路人' }))
      expect((await comeIn(stranger, session)).state.phase).toBe('ended')
      await open.close()
      return await wordsIn(dataDir)
    }
    expect(await later(29)).toEqual(all)
    expect(await later(31)).toEqual(all.filter((text) => text !== '常客'))
  })
})
