// The booths' rows, and the booth as hall, page and lists see it: names from the plan, words and the
// model's place from the version that is shown, the model from its noun.

import { ownOf } from '../../shared/booth/board.ts'
import type { BoothModel, BoothShown, BoothSummary } from '../../shared/booth/booth.ts'
import type { BoothContent } from '../../shared/booth/content.ts'
import { CITIES, type City } from '../../shared/hall/cities.ts'
import type { Clock } from '../../shared/kit/clock.ts'
import type { Db } from '../storage/database.ts'
import type { LifeStore } from './life-store.ts'

export interface Booths {
  all(): Promise<readonly BoothSummary[]>
  one(id: string): Promise<BoothSummary | null>
  /** All that its city shows there. */
  shown(id: string): Promise<BoothShown | null>
  /** The booth as it would be seen with this content. */
  preview(id: string, content: BoothContent): Promise<Known | null>
  /** Something of the booth changed: raises its revision and gives the booth as it is now. */
  touch(id: string): Promise<BoothSummary | null>
}

export interface BoothStoreDeps {
  readonly db: Db
  readonly clock: Clock
  /** What each booth shows of its city's own. */
  readonly shown: LifeStore['shown']
  /** Every accepted model by its upload. */
  readonly models: (uploads: readonly string[]) => Promise<ReadonlyMap<string, BoothModel>>
}

export function createBooths(deps: BoothStoreDeps): Booths {
  const { db, clock } = deps
  // Everybody who comes in asks for all of them; they change a few times a day.
  let known: Promise<readonly Known[]> | null = null
  const now = () => {
    known ??= read(deps).catch((thrown: unknown) => {
      known = null
      throw thrown
    })
    return known
  }
  const find = async (id: string) => (await now()).find(({ summary }) => summary.id === id)
  const one = async (id: string) => (await find(id))?.summary ?? null
  return {
    all: async () => (await now()).map(({ summary }) => summary),
    one,
    shown: async (id) => (await find(id))?.shown ?? null,
    preview: async (id, content) => {
      const known = await find(id)
      const city = CITIES.find((one) => one.id === id)
      if (!known || !city) return null
      const { upload } = content.model
      const model = placed(content, await deps.models(upload === null ? [] : [upload]))
      const summary = { ...known.summary, ...wordsOf(city, content), model, own: ownOf(content) }
      return { summary, shown: { ...known.shown, content: said(content) } }
    },
    touch: async (id) => {
      const change = db.updateTable('booth').set((e) => ({ revision: e('revision', '+', 1), changed_at: clock() }))
      await change.where('id', '=', id).execute()
      known = null
      return await one(id)
    },
  }
}

export interface Known {
  readonly summary: BoothSummary
  readonly shown: BoothShown
}

async function read({ db, shown, models }: BoothStoreDeps): Promise<readonly Known[]> {
  const contents = await shown()
  const uploads = [...contents.values()].flatMap(({ content }) => content.model.upload ?? [])
  const byUpload = await models(uploads)
  const rows = new Map((await db.selectFrom('booth').selectAll().execute()).map((row) => [row.id, row]))
  return CITIES.flatMap((city) => {
    const row = rows.get(city.id)
    if (!row) return []
    const content = contents.get(city.id)?.content
    const { id, name } = city
    const { revision } = row
    const model = placed(content, byUpload)
    const summary = { id, name, ...wordsOf(city, content), model, own: content ? ownOf(content) : null, revision }
    return [{ summary, shown: { id, revision, content: content ? said(content) : null } }]
  })
}

/** What a city has not written itself is the seed's sample. */
function wordsOf(city: City, content: BoothContent | undefined): Pick<BoothSummary, 'summary' | 'summaryIsSample'> {
  const { zh, en } = content?.front.summary ?? { zh: '', en: '' }
  if (zh === '' && en === '') return { summary: city.summary, summaryIsSample: true }
  return { summary: { zh: zh || en, en: en || zh }, summaryIsSample: false }
}

function said({ front, panels, spots, products, projects, people }: BoothContent): BoothShown['content'] {
  return { front, panels, spots, products, projects, people }
}

function placed(content: BoothContent | undefined, models: ReadonlyMap<string, BoothModel>): BoothSummary['model'] {
  const { upload, ...place } = content?.model ?? { upload: null }
  const model = upload === null ? undefined : models.get(upload)
  return model && 'scale' in place ? { ...model, place } : null
}

/** Gives every city that has none yet its booth. */
export async function seedBooths(db: Db, clock: Clock): Promise<void> {
  const at = clock()
  const rows = CITIES.map(({ id }) => ({ id, revision: 1, changed_at: at, shown: null, down: 0 }))
  await db
    .insertInto('booth')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}
