// The cookies that know people: HttpOnly, a random token, its hash in a table. Owns their life and what a browser may be beside
// its person (a stage screen's machine, a phone in a room).

import type { Clock } from '../../shared/kit/clock.ts'
import { makeId, type PersonId, type Random, type SessionId } from '../../shared/kit/id.ts'
import type { Who } from '../gateway/who.ts'
import type { Db } from '../storage/database.ts'
import { type People, visitorRow } from './people.ts'
import { hashToken, makeToken } from './token.ts'

const DAY_MS = 24 * 3_600_000
/** Staff sign in anew after this long. */
const STAFF_MS = 14 * DAY_MS
const GUEST_MS = 30 * DAY_MS
/** How often a visit is noted; not at each request, since a note is a write. */
const SEEN_EVERY_MS = 3_600_000

export interface Cookies {
  /** Makes a visitor, and the cookie of their browser, in one write. */
  makeVisitor(): Promise<{ token: string; endsAt: number; hash: string; person: PersonId }>
  /** Gives a browser a cookie for a member of staff. The token is for the browser alone. */
  make(person: PersonId): Promise<{ token: string; endsAt: number; hash: string }>
  who(token: string): Promise<Who | null>
  setRoom(cookie: string, session: SessionId): Promise<void>
  setStage(cookie: string, session: SessionId): Promise<void>
  end(cookie: string): Promise<void>
  /** Ends every cookie of a person but one. */
  endOthers(person: PersonId, keep: string): Promise<void>
  sweep(): Promise<void>
}

export function createCookies(db: Db, people: People, clock: Clock, random: Random): Cookies {
  const set = async (cookie: string, change: { room?: SessionId; stage?: SessionId }) => {
    await db.updateTable('cookie').set(change).where('hash', '=', cookie).execute()
  }
  const fresh = (person: PersonId, ms: number) => {
    const token = makeToken(random)
    const at = clock()
    const row = { hash: hashToken(token), person, made_at: at, seen_at: at, ends_at: at + ms, stage: null, room: null }
    return { token, row }
  }
  return {
    makeVisitor: async () => {
      const { token, row } = fresh(makeId<PersonId>(random), GUEST_MS)
      await db.transaction().execute(async (tx) => {
        await tx.insertInto('person').values(visitorRow(row.person, row.made_at)).execute()
        await tx.insertInto('cookie').values(row).execute()
      })
      return { token, endsAt: row.ends_at, hash: row.hash, person: row.person }
    },
    make: async (person) => {
      const { token, row } = fresh(person, STAFF_MS)
      await db.insertInto('cookie').values(row).execute()
      return { token, endsAt: row.ends_at, hash: row.hash }
    },
    who: async (token) => {
      const hash = hashToken(token)
      const row = await db.selectFrom('cookie').selectAll().where('hash', '=', hash).executeTakeFirst()
      if (!row || row.ends_at <= clock()) return null
      const me = await people.me(row.person as PersonId)
      if (!me) return null
      if (row.seen_at < clock() - SEEN_EVERY_MS) await note(db, people, row.hash, me.person, clock())
      return { me, cookie: hash, stage: row.stage as SessionId | null, room: row.room as SessionId | null }
    },
    setRoom: (cookie, room) => set(cookie, { room }),
    setStage: (cookie, stage) => set(cookie, { stage }),
    end: async (cookie) => {
      await db.deleteFrom('cookie').where('hash', '=', cookie).execute()
    },
    endOthers: async (person, keep) => {
      await db.deleteFrom('cookie').where('person', '=', person).where('hash', '!=', keep).execute()
    },
    sweep: async () => {
      await db.deleteFrom('cookie').where('ends_at', '<=', clock()).execute()
    },
  }
}

async function note(db: Db, people: People, cookie: string, person: PersonId, at: number): Promise<void> {
  await db.updateTable('cookie').set({ seen_at: at }).where('hash', '=', cookie).execute()
  await people.seen([person])
}
