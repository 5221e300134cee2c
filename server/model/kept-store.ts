// SQL of what was made of uploads and is kept: models, files of a city, how much room they take, and what is let go of.

import type { BoothModel } from '../../shared/booth/booth.ts'
import type { CityFile } from '../../shared/booth/files.ts'
import { reportSchema } from '../../shared/model/summary.ts'
import type { UnitName } from '../../shared/model/units.ts'
import type { Db } from '../storage/database.ts'
import type { ModelUploadTable } from '../storage/schema/model.ts'

/** Stages that a restart takes up again. */
export const UNFINISHED = ['queued', 'checking', 'optimising'] as const

/** What an accepted model was made of. */
export interface KeptSource {
  readonly name: string
  readonly hash: string
  /** What its numbers are, where the city said so. */
  readonly unit: UnitName | null
}

/** What versions and drafts name. */
export interface Named {
  readonly uploads: ReadonlySet<string>
  readonly files: ReadonlySet<string>
}

/** What came of its textures as KTX2: they are in its near level now, or they were no better, or could not be made. */
type StoredModel = BoothModel & { readonly ktx2?: 'used' | 'no-better' | 'failed' }

function shownOf({ ktx2: _ktx2, ...model }: StoredModel): BoothModel {
  return model
}

/** A model with the upload that it was made of. */
export interface KeptModel {
  readonly upload: string
  readonly city: string
  readonly model: StoredModel
}

export function createKeptStore(db: Db) {
  return { ...keeping(db), ...room(db) }
}

function keeping(db: Db) {
  return {
    /** Keeps the model made of an upload; of the same upload again it takes the former one's place. */
    async keep(upload: Pick<ModelUploadTable, 'id' | 'city'>, model: BoothModel, at: number): Promise<void> {
      const row = { model: JSON.stringify(model), changed_at: at }
      await db
        .insertInto('booth_model')
        .values({ id: upload.id, city: upload.city, upload: upload.id, made_at: at, ...row })
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute()
    },
    /** Models still without pictures, newest first. */
    async unpictured(): Promise<readonly KeptModel[]> {
      const rows = await db.selectFrom('booth_model').selectAll().orderBy('changed_at', 'desc').execute()
      return rows
        .map(({ upload, city, model }) => ({ upload, city, model: JSON.parse(model) as BoothModel }))
        .filter(({ model }) => !model.stills)
    },
    /** Models made before this time, whose textures were not tried as KTX2 yet and take so many bytes on the GPU, newest first. */
    async unpacked(textureBytes: number, before: number): Promise<readonly KeptModel[]> {
      const rows = await db
        .selectFrom('booth_model')
        .innerJoin('model_upload', 'model_upload.id', 'booth_model.upload')
        .select(['booth_model.upload', 'booth_model.city', 'booth_model.model', 'model_upload.report'])
        .where('model_upload.report', 'is not', null)
        .where('booth_model.changed_at', '<=', before)
        .orderBy('booth_model.changed_at', 'desc')
        .execute()
      return rows
        .filter(({ report }) => reportSchema.parse(JSON.parse(report ?? '')).near.textureBytes >= textureBytes)
        .map(({ upload, city, model }) => ({ upload, city, model: JSON.parse(model) as StoredModel }))
        .filter(({ model }) => !model.ktx2)
    },
    /** Adds to a model what was made of it later; false where another has taken its place, or it is gone. */
    async improve({ upload, model: { hash } }: KeptModel, more: Partial<StoredModel>): Promise<boolean> {
      return await db.transaction().execute(async (tx) => {
        const query = tx.selectFrom('booth_model').select('model').where('upload', '=', upload)
        const row = await query.executeTakeFirst()
        const now = row && (JSON.parse(row.model) as StoredModel)
        if (now?.hash !== hash) return false
        const model = JSON.stringify({ ...now, ...more })
        await tx.updateTable('booth_model').set({ model }).where('upload', '=', upload).execute()
        return true
      })
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
    /** The city's accepted upload of this very file, taken in this unit where one was said; or undefined. */
    async acceptedFrom(city: string, source: string, unit: string | null): Promise<string | undefined> {
      const query = db
        .selectFrom('booth_model')
        .innerJoin('model_upload', 'model_upload.id', 'booth_model.upload')
        .select('booth_model.upload')
        .where('booth_model.city', '=', city)
        .where('model_upload.source', '=', source)
        .where('model_upload.unit', unit === null ? 'is' : '=', unit)
        // Of one that was made anew, what its city said last.
        .orderBy('booth_model.made_at', 'desc')
      return (await query.executeTakeFirst())?.upload
    },
    /** The models made of these uploads, by upload. */
    async models(uploads: readonly string[]): Promise<Map<string, BoothModel>> {
      if (uploads.length === 0) return new Map()
      const rows = await db
        .selectFrom('booth_model')
        .select(['upload', 'model'])
        .where('upload', 'in', uploads)
        .execute()
      return new Map(rows.map((row) => [row.upload, shownOf(JSON.parse(row.model) as StoredModel)]))
    },
  }
}

function room(db: Db) {
  return {
    /** Bytes that a city's models take, with the files they were made of and what is on its way. */
    async used(city: string): Promise<number> {
      const sent = await db
        .selectFrom('model_upload')
        .select(['source', 'bytes'])
        .where('city', '=', city)
        .where((e) =>
          e.or([
            e.and([e('source', 'is not', null), e('kind', '!=', 'import')]),
            e('stage', 'in', ['uploading', ...UNFINISHED]),
          ]),
        )
        .execute()
      // One that was made anew lies there once.
      const once = new Map(sent.map(({ source, bytes }) => [source ?? Symbol('on its way'), bytes ?? 0]))
      const sum = [...once.values()].reduce((all, bytes) => all + bytes, 0)
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
      return levels.reduce((sum, { bytes }) => sum + bytes, sum + Number(files.sum ?? 0))
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
  const { near, mid, far, thumbnail, stills = [] } = JSON.parse(model) as BoothModel
  const levels = [near, mid, far].map(({ url }) => url.replace('/files/', ''))
  return [...levels, ...stills, ...[thumbnail, source].filter((hash) => hash !== undefined && hash !== null)]
}
