// SQL of what booths say and of their lives: drafts by section, versions, the log. Knows the rows; what may happen is
// shared/booth/life's to decide.

import {
  type BoothContent,
  EMPTY_CONTENT,
  filesOf,
  SECTIONS,
  type Section,
  type SectionSave,
} from '../../shared/booth/content.ts'
import { type BoothEvent, type BoothLife, evolveBooth, NEW_LIFE } from '../../shared/booth/life.ts'
import { contentSchema, SECTION_SCHEMAS } from '../../shared/booth/schema.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { Bases } from '../../shared/protocol/http.ts'
import type { Db, Tx } from '../storage/database.ts'

/** One section of a draft as it is kept. */
export interface KeptSection<S extends Section = Section> {
  readonly revision: number
  readonly body: BoothContent[S]
  /** Null while nobody has written it. */
  readonly by: { readonly person: PersonId; readonly at: number } | null
}

export type Draft = { readonly [S in Section]: KeptSection<S> }

/** An event with its place in the log. */
export interface LifeRow {
  readonly seq: number
  readonly at: number
  readonly person: PersonId | null
  readonly event: BoothEvent
}

export interface LifeStore {
  booths(): Promise<readonly string[]>
  draft(booth: string): Promise<Draft>
  /** Writes a section if its revision is still `base`; answers the new revision, or null when it is another one by now. */
  save(booth: string, base: number, save: SectionSave, person: PersonId, at: number): Promise<number | null>
  /**
   * Writes every section that differs, all or none: null when any of those has another revision than its base by now. Answers what
   * was written.
   */
  replace(
    booth: string,
    bases: Bases,
    content: BoothContent,
    person: PersonId,
    at: number,
  ): Promise<readonly { readonly section: Section; readonly revision: number }[] | null>
  log(booth: string): Promise<readonly LifeRow[]>
  /** Appends in one step with the content of a version that begins, and what the booth shows then. */
  append(booth: string, after: number, rows: readonly LifeRow[], content: BoothContent | null): Promise<void>
  version(booth: string, n: number): Promise<BoothContent | null>
  /** Uploads and files that any version or draft names: what must stay. */
  named(): Promise<{ readonly uploads: ReadonlySet<string>; readonly files: ReadonlySet<string> }>
  /** What every booth shows now that shows anything of its city's own. */
  shown(): Promise<ReadonlyMap<string, { readonly n: number; readonly content: BoothContent }>>
}

export function createLifeStore(db: Db): LifeStore {
  return { ...drafts(db), replace: (...asked) => replaceAll(db, ...asked), ...logs(db), ...versions(db) }
}

function drafts(db: Db | Tx): Pick<LifeStore, 'booths' | 'draft' | 'save'> {
  return {
    booths: async () => (await db.selectFrom('booth').select('id').orderBy('id').execute()).map(({ id }) => id),
    draft: async (booth) => {
      const rows = await db.selectFrom('booth_draft').selectAll().where('booth', '=', booth).execute()
      const section = (name: Section): KeptSection => {
        const row = rows.find((one) => one.section === name)
        if (!row) return { revision: 0, body: EMPTY_CONTENT[name], by: null }
        const body = SECTION_SCHEMAS[name].parse(JSON.parse(row.body))
        return { revision: row.revision, body, by: { person: row.person as PersonId, at: row.at } }
      }
      return Object.fromEntries(SECTIONS.map((name) => [name, section(name)])) as unknown as Draft
    },
    save: async (booth, base, { section, body }, person, at) => {
      const row = { body: JSON.stringify(body), person, at }
      if (base === 0) {
        const made = await db
          .insertInto('booth_draft')
          .values({ booth, section, revision: 1, ...row })
          .onConflict((c) => c.doNothing())
          .executeTakeFirst()
        return (made.numInsertedOrUpdatedRows ?? 0n) > 0n ? 1 : null
      }
      const changed = await db
        .updateTable('booth_draft')
        .set({ revision: base + 1, ...row })
        .where('booth', '=', booth)
        .where('section', '=', section)
        .where('revision', '=', base)
        .executeTakeFirst()
      return changed.numUpdatedRows > 0n ? base + 1 : null
    },
  }
}

class Meanwhile extends Error {}

async function replaceAll(db: Db, ...[booth, bases, content, person, at]: Parameters<LifeStore['replace']>) {
  const written: { section: Section; revision: number }[] = []
  try {
    await db.transaction().execute(async (tx) => {
      const { draft, save } = drafts(tx)
      const now = await draft(booth)
      for (const section of SECTIONS) {
        const body = content[section]
        if (JSON.stringify(now[section].body) === JSON.stringify(body)) continue
        const revision = await save(booth, bases[section], { section, body } as SectionSave, person, at)
        if (revision === null) throw new Meanwhile()
        written.push({ section, revision })
      }
    })
    return written
  } catch (thrown) {
    // Thrown, so that the sections before it are taken back.
    if (thrown instanceof Meanwhile) return null
    throw thrown
  }
}

function logs(db: Db): Pick<LifeStore, 'log' | 'append'> {
  return {
    log: async (booth) => {
      const rows = await db.selectFrom('booth_event').selectAll().where('booth', '=', booth).orderBy('seq').execute()
      return rows.map(({ seq, at, person, body }) => ({
        seq,
        at,
        person: person as PersonId | null,
        event: JSON.parse(body) as BoothEvent,
      }))
    },
    append: (booth, after, rows, content) =>
      db.transaction().execute(async (tx) => {
        // Of two writers at once the key of the table refuses the second; a hole would be our own fault.
        if (rows[0]?.seq !== after + 1) throw new Error('booth log: not the next number')
        const values = rows.map(({ seq, at, person, event }) => ({
          booth,
          seq,
          at,
          person,
          body: JSON.stringify(event),
        }))
        await tx.insertInto('booth_event').values(values).execute()
        for (const { event } of rows) {
          if (event.type === 'submitted' && content) await keep(tx, booth, event.n, content)
          if (event.type === 'shown') await set(tx, booth, { shown: event.n })
          if (event.type === 'taken-down' || event.type === 'put-up') {
            await set(tx, booth, { down: event.type === 'taken-down' ? 1 : 0 })
          }
        }
      }),
  }
}

const set = (tx: Tx, booth: string, to: { readonly shown?: number; readonly down?: number }) =>
  tx.updateTable('booth').set(to).where('id', '=', booth).execute()

async function keep(tx: Tx, booth: string, n: number, content: BoothContent): Promise<void> {
  await tx
    .insertInto('booth_version')
    .values({ booth, n, content: JSON.stringify(content) })
    .execute()
}

function versions(db: Db): Pick<LifeStore, 'version' | 'named' | 'shown'> {
  return {
    named: () => named(db),
    version: async (booth, n) => {
      const query = db.selectFrom('booth_version').select('content').where('booth', '=', booth).where('n', '=', n)
      const row = await query.executeTakeFirst()
      return row ? contentSchema.parse(JSON.parse(row.content)) : null
    },
    shown: async () => {
      const rows = await db
        .selectFrom('booth')
        .innerJoin('booth_version', (join) =>
          join.onRef('booth_version.booth', '=', 'booth.id').onRef('booth_version.n', '=', 'booth.shown'),
        )
        .select(['booth.id', 'booth_version.n', 'booth_version.content'])
        .where('booth.down', '=', 0)
        .execute()
      return new Map(rows.map(({ id, n, content }) => [id, { n, content: contentSchema.parse(JSON.parse(content)) }]))
    },
  }
}

/** One content after the other: all versions of 23 booths together may be large. */
async function named(db: Db) {
  const uploads = new Set<string>()
  const files = new Set<string>()
  const note = (content: BoothContent) => {
    if (content.model.upload !== null) uploads.add(content.model.upload)
    for (const file of filesOf(content)) files.add(file)
  }
  for (const { booth, n } of await db.selectFrom('booth_version').select(['booth', 'n']).execute()) {
    const content = await versions(db).version(booth, n)
    if (content) note(content)
  }
  const drafted = await db.selectFrom('booth_draft').select('booth').distinct().execute()
  for (const { booth } of drafted) note(contentOf(await drafts(db).draft(booth)))
  return { uploads, files }
}

/** The life that a log tells. */
export const lifeOf = (log: readonly LifeRow[]): BoothLife =>
  log.reduce((life, { event }) => evolveBooth(life, event), NEW_LIFE)

/** A draft as the content it would be shown as. */
export const contentOf = (draft: Draft): BoothContent =>
  Object.fromEntries(SECTIONS.map((name) => [name, draft[name].body])) as unknown as BoothContent
