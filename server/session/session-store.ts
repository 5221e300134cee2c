// SQL of sessions: their rows, their logs, and the folds kept of them. Votes, words and stays are in beside-store.ts.
// Nothing is decided here; what is appended was decided, and is refused by the table's keys if somebody else was first.

import type { Selectable } from 'kysely'
import type { CommandId, PersonId, SessionId } from '../../shared/kit/id.ts'
import type { Counts } from '../../shared/session/audiences.ts'
import type { Audience, LoggedEvent, SessionEvent } from '../../shared/session/events.ts'
import { FOLD_VERSION } from '../../shared/session/evolve.ts'
import { lift, versionOf } from '../../shared/session/lift.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Db, Tx } from '../storage/database.ts'
import type { SessionEventTable, SessionTable } from '../storage/schema/session.ts'

export type SessionRow = Selectable<SessionTable>

/** The command that made events: its id and who gave it. */
export interface GivenCommand {
  readonly id: CommandId
  readonly actor: PersonId
}

/** What became of a command that came before: the log's number after it, and who gave it. */
export interface PastCommand {
  readonly seq: number
  readonly actor: PersonId
}

export interface SessionStore {
  sessions(): Promise<readonly SessionRow[]>
  insert(tx: Tx, row: SessionRow): Promise<void>
  setStageHash(session: SessionId, hash: string): Promise<void>
  /** Brings the row's phase in line with the state. */
  setPhase(tx: Tx, state: SessionState): Promise<void>
  append(tx: Tx, session: SessionId, events: readonly LoggedEvent[], command: GivenCommand | null): Promise<void>
  past(tx: Tx, session: SessionId, command: CommandId): Promise<PastCommand | null>
  /** Whether an event about this question or poll stands in the log. */
  subjectTaken(tx: Tx, session: SessionId, subject: string): Promise<boolean>
  /** Events after `seq`, lifted to today's versions. */
  eventsAfter(session: SessionId, seq: number): Promise<readonly LoggedEvent[]>
  counts(session: SessionId): Promise<Counts>
  keepFold(tx: Tx, state: SessionState, seq: number): Promise<void>
  /** The stored fold, or null when there is none of today's version. */
  fold(session: SessionId): Promise<{ readonly state: SessionState; readonly seq: number } | null>
}

export function createSessionStore(db: Db): SessionStore {
  return { ...rows(db), ...logs(db), ...folds(db) }
}

function rows(db: Db): Pick<SessionStore, 'sessions' | 'insert' | 'setStageHash' | 'setPhase'> {
  return {
    sessions: () => db.selectFrom('session').selectAll().orderBy('made_at').orderBy('id').execute(),
    insert: async (tx, row) => {
      await tx.insertInto('session').values(row).execute()
    },
    setStageHash: async (session, stage_hash) => {
      await db.updateTable('session').set({ stage_hash }).where('id', '=', session).execute()
    },
    setPhase: async (tx, { id, phase, startedAt }) => {
      await tx.updateTable('session').set({ phase, started_at: startedAt }).where('id', '=', id).execute()
    },
  }
}

function logs(db: Db): Pick<SessionStore, 'append' | 'past' | 'subjectTaken' | 'eventsAfter' | 'counts'> {
  return {
    append: async (tx, session, events, command) => {
      if (events.length === 0) return
      const values = events.map((one, i) => eventRow(session, one, i === 0 ? command : null, events.length))
      await tx.insertInto('session_event').values(values).execute()
    },
    past: async (tx, session, command) => {
      const row = await tx
        .selectFrom('session_event')
        .select(['seq', 'span', 'actor'])
        .where('session', '=', session)
        .where('command', '=', command)
        .executeTakeFirst()
      return row ? { seq: row.seq + (row.span ?? 1) - 1, actor: row.actor as PersonId } : null
    },
    subjectTaken: async (tx, session, subject) => {
      const row = await tx
        .selectFrom('session_event')
        .select('seq')
        .where('session', '=', session)
        .where('subject', '=', subject)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    eventsAfter: async (session, seq) => {
      const query = db.selectFrom('session_event').selectAll().where('session', '=', session).where('seq', '>', seq)
      return (await query.orderBy('seq').execute()).map(logged)
    },
    counts: (session) => countsOf(db, session),
  }
}

function folds(db: Db): Pick<SessionStore, 'keepFold' | 'fold'> {
  return {
    keepFold: async (tx, state, seq) => {
      const row = { session: state.id, seq, version: FOLD_VERSION, state: JSON.stringify(state) }
      await tx
        .insertInto('session_fold')
        .values(row)
        .onConflict((c) => c.column('session').doUpdateSet(row))
        .execute()
    },
    fold: async (session) => {
      const row = await db
        .selectFrom('session_fold')
        .selectAll()
        .where('session', '=', session)
        .where('version', '=', FOLD_VERSION)
        .executeTakeFirst()
      return row ? { state: JSON.parse(row.state) as SessionState, seq: row.seq } : null
    },
  }
}

async function countsOf(db: Db, session: SessionId): Promise<Counts> {
  const { fn } = db
  const all = await db
    .selectFrom('session_event')
    .select([fn.max('n_all').as('all'), fn.max('n_staff').as('staff')])
    .where('session', '=', session)
    .executeTakeFirst()
  const own = await db
    .selectFrom('session_event')
    .select(['person', fn.max('n_own').as('n')])
    .where('session', '=', session)
    .where('person', 'is not', null)
    .groupBy('person')
    .execute()
  return {
    all: all?.all ?? 0,
    staff: all?.staff ?? 0,
    own: Object.fromEntries(own.map((one) => [one.person ?? '', one.n ?? 0] as const)),
  }
}

function eventRow(
  session: SessionId,
  { seq, at, audience, n, event }: LoggedEvent,
  command: GivenCommand | null,
  span: number,
): SessionEventTable {
  const { type, ...body } = event
  return {
    session,
    seq,
    at,
    audience: typeof audience === 'object' ? 'person' : audience,
    person: typeof audience === 'object' ? audience.person : null,
    n_all: n.all,
    n_staff: n.staff,
    n_own: n.own,
    type,
    version: versionOf(type),
    subject: subjectOf(event),
    body: JSON.stringify(body),
    command: command?.id ?? null,
    span: command ? span : null,
    actor: command?.actor ?? null,
  }
}

function subjectOf(event: SessionEvent): string | null {
  if (event.type.startsWith('poll:') && 'poll' in event) return event.poll
  return event.type.startsWith('question:') && 'question' in event ? event.question : null
}

function logged(row: Selectable<SessionEventTable>): LoggedEvent {
  const audience: Audience = row.audience === 'person' ? { person: row.person as PersonId } : row.audience
  const body = JSON.parse(row.body) as Record<string, unknown>
  return {
    seq: row.seq,
    at: row.at,
    audience,
    n: { all: row.n_all, staff: row.n_staff, own: row.n_own },
    event: lift(row.type, row.version, body),
  }
}
