// The booths' rows, and the booth as hall, page and lists see it: names from the plan, words from the row, the model from its noun.

import type { BoothModel, BoothSummary } from '../../shared/booth/booth.ts'
import { CITIES } from '../../shared/hall/cities.ts'
import type { Clock } from '../../shared/kit/clock.ts'
import type { Db } from '../storage/database.ts'

export interface Booths {
  all(): Promise<readonly BoothSummary[]>
  one(id: string): Promise<BoothSummary | null>
  /** Something of the booth changed: raises its revision and gives the booth as it is now. */
  touch(id: string): Promise<BoothSummary | null>
}

/** @param models the model that each booth shows now */
export function createBooths(db: Db, clock: Clock, models: () => Promise<ReadonlyMap<string, BoothModel>>): Booths {
  // Everybody who comes in asks for all of them; they change a few times a day.
  let known: Promise<readonly BoothSummary[]> | null = null
  const all = () => {
    known ??= read(db, models).catch((thrown: unknown) => {
      known = null
      throw thrown
    })
    return known
  }
  const one = async (id: string) => (await all()).find((booth) => booth.id === id) ?? null
  return {
    all,
    one,
    touch: async (id) => {
      const change = db.updateTable('booth').set((e) => ({ revision: e('revision', '+', 1), changed_at: clock() }))
      await change.where('id', '=', id).execute()
      known = null
      return await one(id)
    },
  }
}

async function read(db: Db, models: () => Promise<ReadonlyMap<string, BoothModel>>): Promise<readonly BoothSummary[]> {
  const live = await models()
  const rows = new Map((await db.selectFrom('booth').selectAll().execute()).map((row) => [row.id, row]))
  return CITIES.flatMap((city) => {
    const row = rows.get(city.id)
    if (!row) return []
    const summary = { zh: row.summary_zh, en: row.summary_en }
    const summaryIsSample = row.summary_is_sample === 1
    const { id, name } = city
    return [{ id, name, summary, summaryIsSample, model: live.get(id) ?? null, revision: row.revision }]
  })
}

/** Gives every city that has none yet its booth, with the seed's summary marked as a sample. */
export async function seedBooths(db: Db, clock: Clock): Promise<void> {
  const at = clock()
  const rows = CITIES.map(({ id, summary }) => ({
    id,
    summary_zh: summary.zh,
    summary_en: summary.en,
    summary_is_sample: 1,
    revision: 1,
    changed_at: at,
  }))
  await db
    .insertInto('booth')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}
