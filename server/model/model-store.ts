// SQL of uploads and booth models. Knows their rows; what happens to them is intake.ts's.

import type { BoothModel } from '../../shared/booth/booth.ts'
import type { CityFile } from '../../shared/booth/files.ts'
import type { ModelProgress } from '../../shared/model/progress.ts'
import { type ModelReport, type Remark, remarkSchema, reportSchema } from '../../shared/model/summary.ts'
import type { Db } from '../storage/database.ts'
import type { ModelUploadTable } from '../storage/schema/model.ts'

export type UploadRow = ModelUploadTable

/** Stages that a restart takes up again. */
const UNFINISHED = ['queued', 'checking', 'optimising'] as const
/** Uploads of a city that its page shows. */
const SHOWN = 20

/** What versions and drafts name. */
export interface Named {
  readonly uploads: ReadonlySet<string>
  readonly files: ReadonlySet<string>
}

export interface Change {
  readonly stage?: UploadRow['stage']
  readonly bytes?: number
  readonly source?: string
  readonly findings?: readonly Remark[]
  readonly report?: ModelReport
  readonly file?: CityFile
}

/** The store over one database. */
export function createModelStore(db: Db) {
  return {
    async add(row: Pick<UploadRow, 'id' | 'city' | 'person' | 'name' | 'bytes' | 'kind'>, at: number): Promise<void> {
      const rest = { source: null, findings: null, report: null, file: null, queued_at: null }
      await db
        .insertInto('model_upload')
        .values({ ...row, ...rest, stage: 'uploading', made_at: at, changed_at: at })
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
    /** Bytes that a city's models take, with the files they were made of and what is on its way. */
    async used(city: string): Promise<number> {
      const sent = await db
        .selectFrom('model_upload')
        .select((e) => e.fn.sum<number | null>('bytes').as('sum'))
        .where('city', '=', city)
        .where((e) => e.or([e('source', 'is not', null), e('stage', 'in', ['uploading', ...UNFINISHED])]))
        .executeTakeFirstOrThrow()
      const made = await db.selectFrom('booth_model').select('model').where('city', '=', city).execute()
      const levels = made.flatMap(({ model }) => {
        const { near, mid, far } = JSON.parse(model) as BoothModel
        return [near, mid, far]
      })
      const files = await db
        .selectFrom('city_file')
        .select((e) => e.fn.sum<number | null>('bytes').as('sum'))
        .where('city', '=', city)
        .executeTakeFirstOrThrow()
      return levels.reduce((sum, { bytes }) => sum + bytes, Number(sent.sum ?? 0) + Number(files.sum ?? 0))
    },
    async ofCity(city: string): Promise<UploadRow[]> {
      return await db
        .selectFrom('model_upload')
        .selectAll()
        .where('city', '=', city)
        .where('kind', '=', 'model')
        .where('stage', '!=', 'uploading')
        .orderBy('made_at', 'desc')
        .limit(SHOWN)
        .execute()
    },
    /** Keeps the model made of an upload; of the same upload again it takes the former one's place. */
    async keep(upload: Pick<UploadRow, 'id' | 'city'>, model: BoothModel, at: number): Promise<void> {
      const row = { model: JSON.stringify(model), changed_at: at }
      await db
        .insertInto('booth_model')
        .values({ id: upload.id, city: upload.city, upload: upload.id, made_at: at, ...row })
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute()
    },
    async keepFile(city: string, { hash, bytes }: CityFile, at: number): Promise<void> {
      const row = { city, hash, bytes, made_at: at }
      await db
        .insertInto('city_file')
        .values(row)
        .onConflict((c) => c.columns(['city', 'hash']).doUpdateSet({ made_at: at }))
        .execute()
    },
    /** Whether this file is the city's. */
    async hasFile(city: string, hash: string): Promise<boolean> {
      const query = db.selectFrom('city_file').select('hash').where('city', '=', city).where('hash', '=', hash)
      return (await query.executeTakeFirst()) !== undefined
    },
    /** Whether the city's upload was accepted. */
    async has(city: string, upload: string): Promise<boolean> {
      const query = db.selectFrom('booth_model').select('id').where('city', '=', city).where('upload', '=', upload)
      return (await query.executeTakeFirst()) !== undefined
    },
    /** The models made of these uploads, by upload. */
    async models(uploads: readonly string[]): Promise<Map<string, BoothModel>> {
      if (uploads.length === 0) return new Map()
      const rows = await db
        .selectFrom('booth_model')
        .select(['upload', 'model'])
        .where('upload', 'in', uploads)
        .execute()
      return new Map(rows.map((row) => [row.upload, JSON.parse(row.model) as BoothModel]))
    },
    /**
     * Lets go of accepted models and of files that are not named and older than `before`, server ms: the row of the upload stays, its model and its
     * source do not. Answers the files of those that stay.
     */
    async release(named: Named, before: number): Promise<Set<string>> {
      const rows = await db
        .selectFrom('booth_model')
        .innerJoin('model_upload', 'model_upload.id', 'booth_model.upload')
        .select(['booth_model.upload', 'booth_model.model', 'booth_model.changed_at', 'model_upload.source'])
        .execute()
      const gone = rows.filter(({ upload, changed_at }) => !named.uploads.has(upload) && changed_at < before)
      for (const { upload } of gone) {
        await db.transaction().execute(async (tx) => {
          await tx.deleteFrom('booth_model').where('upload', '=', upload).execute()
          await tx.updateTable('model_upload').set({ source: null }).where('id', '=', upload).execute()
        })
      }
      const files = await db.selectFrom('city_file').selectAll().execute()
      const over = files.filter(({ hash, made_at }) => !named.files.has(hash) && made_at < before)
      for (const { city, hash } of over) {
        await db.deleteFrom('city_file').where('city', '=', city).where('hash', '=', hash).execute()
      }
      const held = files.filter((file) => !over.includes(file)).map(({ hash }) => hash)
      return new Set([...rows.filter((row) => !gone.includes(row)).flatMap(filesOf), ...held])
    },
  }
}

function filesOf({ model, source }: { readonly model: string; readonly source: string | null }): readonly string[] {
  const { near, mid, far } = JSON.parse(model) as BoothModel
  return [...[near, mid, far].map(({ url }) => url.replace('/files/', '')), ...(source === null ? [] : [source])]
}

export type ModelStore = ReturnType<typeof createModelStore>

function columns(change: Change): Partial<UploadRow> {
  return {
    ...(change.stage && { stage: change.stage }),
    ...(change.bytes !== undefined && { bytes: change.bytes }),
    ...(change.source && { source: change.source }),
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
    ...(place !== undefined && row.stage === 'queued' && { place }),
    ...(row.findings && { findings: remarkSchema.array().parse(JSON.parse(row.findings)) }),
    ...(row.report && { report: reportSchema.parse(JSON.parse(row.report)) }),
    ...(row.file && { file: JSON.parse(row.file) as CityFile }),
  }
}
