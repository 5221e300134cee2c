// What the database throws when it can't write, told apart: the disk is full, or it fails otherwise.

import { type Refusal, refuse } from '../../shared/protocol/refusal.ts'

/** The refusal for trouble with storage, or null when the error is something else. */
export function storageRefusal(thrown: unknown): Refusal | null {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return refuse('storage.full')
  if (/^SQLITE_(IOERR|READONLY|CORRUPT|BUSY|LOCKED|CANTOPEN)/.test(code)) return refuse('storage.failed')
  return null
}
