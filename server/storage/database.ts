// Opens the embedded database: one SQLite file by libsql, locked for this process alone, durable at the answer.
// Owns the connection, its pragmas and its prepared statements; tables are the migrations' and the nouns' SQL theirs.

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, type Transaction } from 'kysely'
import Database from 'libsql'
import type { Clock } from '../../shared/kit/clock.ts'
import { StartFault } from '../start-fault.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/list.ts'
import type { Schema } from './schema.ts'

/** The database. Portable SQL only: integer milliseconds, JSON as text, 0 and 1 for no and yes. */
export type Db = Kysely<Schema>
/** Inside `db.transaction().execute(async (tx) => …)`: all or nothing; committed means on the disk. */
export type Tx = Transaction<Schema>

/** How long a statement waits for a lock, ms. */
const BUSY_MS = 2_000
/** Prepared statements kept; more are prepared anew each time. */
const STATEMENTS_MAX = 500

/**
 * Opens (or makes) the database file and brings its tables up to date.
 * @param maxMb largest size in MB (pages of 4 KB), 0: no limit; beyond it writes fail as on a full disk
 * @throws StartFault when another process holds it, a newer version wrote it, or it is no database.
 */
export async function openDatabase(path: string, clock: Clock, maxMb = 0): Promise<Db> {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: openFile(path, maxMb) }) })
  try {
    await migrate(db, MIGRATIONS, clock)
  } catch (cause) {
    await db.destroy()
    throw cause
  }
  return db
}

function openFile(path: string, maxMb: number): SqliteDatabase {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const file = new Database(path)
    file.pragma(`busy_timeout = ${BUSY_MS}`)
    file.pragma('locking_mode = EXCLUSIVE')
    file.pragma('journal_mode = WAL')
    file.pragma('synchronous = FULL')
    file.pragma('foreign_keys = ON')
    if (maxMb > 0) file.pragma(`max_page_count = ${maxMb * 256}`)
    // Takes the lock now, not at the first write: a second server must not get as far as listening.
    file.exec('BEGIN IMMEDIATE; COMMIT')
    return withStatements(file)
  } catch (cause) {
    throw startFault(path, cause)
  }
}

/** Keeps prepared statements by their SQL, since Kysely prepares anew for each query. */
function withStatements(file: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => {
      statements.clear()
      release(file)
      file.close()
    },
    prepare: (sql) => {
      const known = statements.get(sql)
      if (known) return known
      const made = file.prepare(sql) as unknown as SqliteStatement
      if (sql === 'rollback') return tolerant(made, file)
      if (statements.size < STATEMENTS_MAX) statements.set(sql, made)
      return made
    },
  }
}

/** A full disk has ended the transaction already; to roll back once more would hide why. */
function tolerant(rollback: SqliteStatement, file: Database.Database): SqliteStatement {
  const run = () => (file.inTransaction ? rollback.run([]) : { changes: 0, lastInsertRowid: 0 })
  return { reader: false, run, all: rollback.all, iterate: rollback.iterate }
}

/** libsql keeps the file open until its statements are garbage; so the lock is given back by hand, and the log folded in. */
function release(file: Database.Database): void {
  file.pragma('journal_mode = DELETE')
  file.pragma('locking_mode = NORMAL')
  file.prepare('SELECT count(*) FROM sqlite_master').get()
}

function startFault(path: string, cause: unknown): StartFault {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new StartFault(
      `Another process is using the database ${path}. Stop it first, or set DATA_DIR to another folder.`,
    )
  }
  if (code === 'SQLITE_NOTADB') return new StartFault(`${path} is not a Parlor database.`)
  const why = cause instanceof Error ? cause.message : String(cause)
  return new StartFault(`The database ${path} can't be opened: ${why}`, { cause })
}
