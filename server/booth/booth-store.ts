// The booths' rows, and the booth as hall, page and lists see it: names from the plan, words from the row, the model from its noun.

import type { BoothModel, BoothSummary } from '../../shared/booth/booth.ts'
import { CITIES } from '../../shared/hall/cities.ts'
import type { Clock } from '../../shared/kit/clock.ts'
import type { Db } from '../storage/database.ts'

export interface Booths {
  all(): Promise<BoothSummary[]>
  one(id: string): Promise<BoothSummary | null>
  /** Something of the booth changed: raises its revision and gives the booth as it is now. */
  touch(id: string): Promise<BoothSummary | null>
}

/** @param model the model that a booth shows now, or null */
export function createBooths(db: Db, clock: Clock, model: (booth: string) => BoothModel | null): Booths {
  const one = async (id: string) => {
    const city = CITIES.find((c) => c.id === id)
    const row = await db.selectFrom('booth').selectAll().where('id', '=', id).executeTakeFirst()
    if (!city || !row) return null
    return {
      id,
      name: city.name,
      summary: { zh: row.summary_zh, en: row.summary_en },
      summaryIsSample: row.summary_is_sample === 1,
      model: model(id),
      revision: row.revision,
    }
  }
  return {
    one,
    all: async () => (await Promise.all(CITIES.map((city) => one(city.id)))).filter((booth) => booth !== null),
    touch: async (id) => {
      await db
        .updateTable('booth')
        .set((e) => ({ revision: e('revision', '+', 1), changed_at: clock() }))
        .where('id', '=', id)
        .execute()
      return await one(id)
    },
  }
}

/** Gives every city that has none yet its booth, with the seed's summary marked as a sample. */
export async function seedBooths(db: Db, clock: Clock): Promise<void> {
  await db
    .insertInto('booth')
    .values(
      CITIES.map((city) => ({
        id: city.id,
        summary_zh: city.summary.zh,
        summary_en: city.summary.en,
        summary_is_sample: 1,
        revision: 1,
        changed_at: clock(),
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}
