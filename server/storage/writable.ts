// Whether the storage takes writes just now, for /ready: tried, not guessed.

import type { Clock } from '../../shared/kit/clock.ts'
import type { Db } from './database.ts'

const PROBE_EVERY_MS = 1_000
/** Larger than what may be left over in a page that is in use already. */
const PROBE_BYTES = 32 * 1024

/** Makes the question whether a write of some size reaches the disk now; tried at most once a second. */
export function createWritable(db: Db, clock: Clock): () => Promise<boolean> {
  let probe = { at: Number.NEGATIVE_INFINITY, ok: true }
  return async () => {
    const now = clock()
    if (now - probe.at < PROBE_EVERY_MS) return probe.ok
    probe = { at: now, ok: probe.ok }
    const ok = await tryWrite(db).then(
      () => true,
      () => false,
    )
    probe = { at: now, ok }
    return ok
  }
}

async function tryWrite(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('house')
      .values({ key: 'probe', value: 'x'.repeat(PROBE_BYTES) })
      .execute()
    await tx.deleteFrom('house').where('key', '=', 'probe').execute()
  })
}
