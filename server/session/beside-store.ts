// SQL of what stands beside a session's log: votes (one a person and subject), words by id, stays.

import type { ExpressionBuilder } from 'kysely'
import type { PersonId, SessionId } from '../../shared/kit/id.ts'
import type { SessionEvent } from '../../shared/session/events.ts'
import type { Place } from '../../shared/session/kinds.ts'
import type { Db, Tx } from '../storage/database.ts'
import type { Schema } from '../storage/schema.ts'

export interface Vote {
  readonly subject: string
  readonly person: PersonId
  readonly place: Place
  readonly choice: number
}

/** Votes of one subject at one place for one choice. */
export interface VoteSum {
  readonly subject: string
  readonly place: Place
  readonly choice: number
  readonly n: number
}

export interface Word {
  readonly id: string
  readonly owner: PersonId
  readonly text: string
}

export interface Stay {
  readonly id: string
  readonly person: PersonId
  readonly place: Place
  readonly from: number
}

export interface BesideStore {
  /** Brings the votes in line with events that were just decided. */
  vote(tx: Tx, session: SessionId, event: SessionEvent, at: number): Promise<void>
  /** A person's choice on a subject, or null. */
  choice(tx: Tx, session: SessionId, subject: string, person: PersonId): Promise<number | null>
  sums(tx: Tx, session: SessionId, subject: string): Promise<readonly VoteSum[]>
  /** All votes of a session. */
  votes(session: SessionId): Promise<readonly Vote[]>
  putWord(tx: Tx, session: SessionId, word: Word): Promise<void>
  /** Whether a word may not have this id: it has one, emptied or not, or it is somebody's, whose name stands under it. */
  wordTaken(tx: Tx, session: SessionId, id: string): Promise<boolean>
  /** Words of a session that have a text. */
  words(session: SessionId): Promise<readonly Word[]>
  /**
   * Empties what is past its time: all words of people whose row is gone, and guests' names in sessions that ended before `endedBefore`,
   * server ms. Answers the ids by session.
   */
  emptyOld(endedBefore: number): Promise<ReadonlyArray<{ session: SessionId; id: string }>>
  openStay(tx: Tx, session: SessionId, stay: Stay): Promise<void>
  closeStay(tx: Tx, id: string, to: number): Promise<void>
  /** Stays that nobody closed: the server fell. */
  openStays(session: SessionId): Promise<readonly Stay[]>
}

export function createBesideStore(db: Db): BesideStore {
  return { ...votes(db), ...words(db), ...stays(db) }
}

function votes(db: Db): Pick<BesideStore, 'vote' | 'choice' | 'sums' | 'votes'> {
  return {
    vote: async (tx, session, event, at) => {
      if (event.type === 'question:voted' && !event.up) {
        await tx
          .deleteFrom('session_vote')
          .where('session', '=', session)
          .where('subject', '=', event.question)
          .where('person', '=', event.by)
          .execute()
        return
      }
      const row = voteRow(session, event, at)
      if (!row) return
      await tx
        .insertInto('session_vote')
        .values(row)
        .onConflict((c) => c.columns(['session', 'subject', 'person']).doUpdateSet(row))
        .execute()
    },
    choice: async (tx, session, subject, person) => {
      const row = await tx
        .selectFrom('session_vote')
        .select('choice')
        .where('session', '=', session)
        .where('subject', '=', subject)
        .where('person', '=', person)
        .executeTakeFirst()
      return row?.choice ?? null
    },
    sums: (tx, session, subject) => {
      const query = tx
        .selectFrom('session_vote')
        .select(['subject', 'place', 'choice', tx.fn.countAll<number>().as('n')])
        .where('session', '=', session)
        .where('subject', '=', subject)
        .groupBy(['subject', 'place', 'choice'])
      return query.execute()
    },
    votes: async (session) => {
      const query = db.selectFrom('session_vote').select(['subject', 'person', 'place', 'choice'])
      const found = await query.where('session', '=', session).execute()
      return found.map((one) => ({ ...one, person: one.person as PersonId }))
    },
  }
}

/** The vote that an event casts, or null. A question's vote has no options: its choice is 0. */
function voteRow(session: SessionId, event: SessionEvent, at: number) {
  if (event.type === 'poll:voted') {
    return { session, subject: event.poll, person: event.by, place: event.place, choice: event.option, at }
  }
  if (event.type !== 'question:voted') return null
  return { session, subject: event.question, person: event.by, place: 'net' as const, choice: 0, at }
}

function words(db: Db): Pick<BesideStore, 'putWord' | 'wordTaken' | 'words' | 'emptyOld'> {
  return {
    putWord: async (tx, session, word) => {
      const row = { session, ...word }
      await tx
        .insertInto('session_word')
        .values(row)
        .onConflict((c) => c.columns(['session', 'id']).doUpdateSet({ text: row.text }))
        .execute()
    },
    wordTaken: async (tx, session, id) => {
      const word = tx.selectFrom('session_word').select('id').where('session', '=', session).where('id', '=', id)
      const somebody = tx.selectFrom('person').select('id').where('id', '=', id)
      return ((await word.executeTakeFirst()) ?? (await somebody.executeTakeFirst())) !== undefined
    },
    words: async (session) => {
      const query = db.selectFrom('session_word').select(['id', 'owner', 'text']).where('session', '=', session)
      const found = await query.where('text', '!=', '').execute()
      return found.map((one) => ({ ...one, owner: one.owner as PersonId }))
    },
    emptyOld: async (endedBefore) => {
      const written = db.updateTable('session_word').set({ text: '' }).where('text', '!=', '')
      const rows = await written.where(pastItsTime(endedBefore)).returning(['session', 'id']).execute()
      return rows.map((one) => ({ session: one.session as SessionId, id: one.id }))
    },
  }
}

/** Reads the rows themselves, so that what a fall left is found at the next look. */
const pastItsTime = (endedBefore: number) => (e: ExpressionBuilder<Schema, 'session_word'>) => {
  const owner = e.selectFrom('person').select('person.id').whereRef('person.id', '=', 'session_word.owner')
  const ended = e
    .selectFrom('session')
    .select('session.id')
    .whereRef('session.id', '=', 'session_word.session')
    .where('session.phase', '=', 'ended')
  // Nothing follows the end but stays that close with it.
  const lastAt = e
    .selectFrom('session_event')
    .select('session_event.at')
    .whereRef('session_event.session', '=', 'session_word.session')
    .orderBy('session_event.seq', 'desc')
    .limit(1)
  const isGuestsName = e.and([
    e('session_word.id', '=', e.ref('session_word.owner')),
    e.exists(owner.where('person.kind', '!=', 'staff')),
  ])
  return e.or([e.not(e.exists(owner)), e.and([isGuestsName, e.exists(ended), e(lastAt, '<', endedBefore)])])
}

function stays(db: Db): Pick<BesideStore, 'openStay' | 'closeStay' | 'openStays'> {
  return {
    openStay: async (tx, session, { id, person, place, from }) => {
      await tx.insertInto('attendance').values({ id, session, person, place, from_at: from, to_at: null }).execute()
    },
    closeStay: async (tx, id, to) => {
      await tx.updateTable('attendance').set({ to_at: to }).where('id', '=', id).execute()
    },
    openStays: async (session) => {
      const query = db.selectFrom('attendance').selectAll().where('session', '=', session).where('to_at', 'is', null)
      const found = await query.execute()
      return found.map(({ id, person, place, from_at }) => ({ id, person: person as PersonId, place, from: from_at }))
    },
  }
}
