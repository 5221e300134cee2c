// Rows of sessions: the plan, the log of events, votes, words by id, stored folds, stays.

export interface SessionTable {
  id: string
  kind: string
  title_zh: string
  title_en: string
  host: string
  /** As the log says it; for lists without folding. */
  phase: 'planned' | 'live' | 'paused' | 'ended'
  started_at: number | null
  made_at: number
  /** Join code of the room, or null where the room takes no part. */
  code: string | null
  /** SHA-256 of the stage screen's key. */
  stage_hash: string | null
}

/** One event of a log. The three numbers are those of the circles that see it. */
export interface SessionEventTable {
  session: string
  seq: number
  at: number
  audience: 'server' | 'staff' | 'all' | 'person'
  person: string | null
  n_all: number | null
  n_staff: number | null
  n_own: number | null
  type: string
  version: number
  /** Question or poll that it is about. */
  subject: string | null
  body: string
  /** On the first event of a command: its id, how many events it made, who gave it. */
  command: string | null
  span: number | null
  actor: string | null
}

/** One vote a person and subject (question or poll). */
export interface SessionVoteTable {
  session: string
  subject: string
  person: string
  place: 'room' | 'net'
  choice: number
  at: number
}

/** A name or a question's text. Emptied, its row stays, so that its id is not used again. */
export interface SessionWordTable {
  session: string
  id: string
  owner: string
  text: string
}

export interface SessionFoldTable {
  session: string
  seq: number
  version: number
  state: string
}

/** A stay of somebody; `to_at` is null while they are there. */
export interface AttendanceTable {
  id: string
  session: string
  person: string
  place: 'room' | 'net'
  from_at: number
  to_at: number | null
}

export interface SessionTables {
  session: SessionTable
  session_event: SessionEventTable
  session_vote: SessionVoteTable
  session_word: SessionWordTable
  session_fold: SessionFoldTable
  attendance: AttendanceTable
}
