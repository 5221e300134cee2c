// SQL of uploads. What was made of them is kept-store.ts's. Knows their rows; what happens to them is intake.ts's.

import type { CityFile } from '../../shared/booth/files.ts'
import type { ModelProgress } from '../../shared/model/progress.ts'
import { type ModelReport, type Remark, remarkSchema, reportSchema } from '../../shared/model/summary.ts'
import type { Db } from '../storage/database.ts'
import type { ModelUploadTable } from '../storage/schema/model.ts'
import { createKeptStore, UNFINISHED } from './kept-store.ts'

export type UploadRow = ModelUploadTable

/** `source`, `unit`: of one that is made anew. */
type NewUpload = Pick<UploadRow, 'id' | 'city' | 'person' | 'name' | 'bytes' | 'kind'> &
  Partial<Pick<UploadRow, 'source' | 'unit'>>

/** Uploads of a city that its page shows. */
const SHOWN = 20

export interface Change {
  readonly stage?: UploadRow['stage']
  readonly bytes?: number
  readonly source?: string | null
  readonly findings?: readonly Remark[]
  readonly report?: ModelReport
  readonly file?: CityFile
}

/** The store over one database. */
export const createModelStore = (db: Db) => ({ ...uploads(db), ...createKeptStore(db) })

function uploads(db: Db) {
  const newest = (city: string) =>
    db.selectFrom('model_upload').selectAll().where('city', '=', city).orderBy('made_at', 'desc')
  return {
    async add(row: NewUpload, at: number): Promise<void> {
      const rest = { source: null, findings: null, report: null, file: null, unit: null, queued_at: null }
      await db
        .insertInto('model_upload')
        .values({ ...rest, ...row, stage: 'uploading', made_at: at, changed_at: at })
        .execute()
    },
    async upload(id: string): Promise<UploadRow | undefined> {
      return await db.selectFrom('model_upload').selectAll().where('id', '=', id).executeTakeFirst()
    },
    async remove(id: string): Promise<void> {
      await db.deleteFrom('model_upload').where('id', '=', id).execute()
    },
    async change(id: string, change: Change, at: number): Promise<void> {
      await db
        .updateTable('model_upload')
        .set({ ...columns(change), changed_at: at })
        .where('id', '=', id)
        .execute()
    },
    /** From uploading to queued, once: false if it was not uploading any more. */
    async queue(id: string, at: number): Promise<boolean> {
      const done = await db
        .updateTable('model_upload')
        .set({ stage: 'queued', queued_at: at, changed_at: at })
        .where('id', '=', id)
        .where('stage', '=', 'uploading')
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },
    async byStage(...stages: UploadRow['stage'][]): Promise<UploadRow[]> {
      return await db
        .selectFrom('model_upload')
        .selectAll()
        .where('stage', 'in', stages)
        .orderBy('queued_at')
        .orderBy('id')
        .execute()
    },
    async unfinished(): Promise<UploadRow[]> {
      return await this.byStage(...UNFINISHED)
    },
    async open(city: string): Promise<number> {
      const row = await db
        .selectFrom('model_upload')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('city', '=', city)
        .where('stage', 'in', ['uploading', ...UNFINISHED])
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },
    /** Models and whole contents of a city of which not all is here yet, the newest first. */
    async openOf(city: string): Promise<UploadRow[]> {
      return await newest(city).where('kind', '!=', 'file').where('stage', '=', 'uploading').execute()
    },
    /** The city's newest import, however it stands. */
    async importOf(city: string): Promise<UploadRow | undefined> {
      return await newest(city).where('kind', '=', 'import').executeTakeFirst()
    },
    async ofCity(city: string): Promise<UploadRow[]> {
      return await newest(city).where('kind', '=', 'model').where('stage', '!=', 'uploading').limit(SHOWN).execute()
    },
  }
}

export type ModelStore = ReturnType<typeof createModelStore>

function columns(change: Change): Partial<UploadRow> {
  return {
    ...(change.stage && { stage: change.stage }),
    ...(change.bytes !== undefined && { bytes: change.bytes }),
    ...(change.source !== undefined && { source: change.source }),
    ...(change.findings && { findings: JSON.stringify(change.findings) }),
    ...(change.report && { report: JSON.stringify(change.report) }),
    ...(change.file && { file: JSON.stringify(change.file) }),
  }
}

/** A row as its city sees it; `place`: files before it, while queued. */
export function progressOf(row: UploadRow, place?: number): ModelProgress | undefined {
  if (row.stage === 'uploading') return undefined
  return {
    upload: row.id,
    city: row.city,
    name: row.name,
    stage: row.stage,
    ...(row.kind === 'import' && { kind: row.kind }),
    ...(place !== undefined && row.stage === 'queued' && { place }),
    ...(row.findings && { findings: remarkSchema.array().parse(JSON.parse(row.findings)) }),
    ...(row.report && { report: reportSchema.parse(JSON.parse(row.report)) }),
    ...(row.file && { file: JSON.parse(row.file) as CityFile }),
  }
}
