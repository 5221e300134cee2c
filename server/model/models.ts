// The model's part of the server, put together: store, queue, upload routes, sweeping. app.ts makes one and starts it.

import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { BoothModel } from '../../shared/booth/booth.ts'
import { type Imported, importedSchema } from '../../shared/booth/bundle.ts'
import type { ModelProgress } from '../../shared/model/progress.ts'
import type { ModelStills, Pictureless } from '../../shared/model/stills.ts'
import { isUnit } from '../../shared/model/units.ts'
import { createAfter } from './after.ts'
import { type Anew, createAnew } from './anew.ts'
import { createIntake } from './intake.ts'
import type { KeptSource, Named } from './kept-store.ts'
import { createModelStore, progressOf } from './model-store.ts'
import type { ModelDeps } from './ports.ts'
import { forgetUpload, modelRoutes, sweepUploads } from './upload-route.ts'

/** Half-sent uploads are kept this long after their last byte. */
const LEFTOVERS_MS = 24 * 60 * 60 * 1000
const SWEEP_MS = 60 * 60 * 1000

export interface Models extends Anew {
  /** A Fastify plugin with the routes at /api/models. */
  readonly routes: (server: FastifyInstance) => Promise<void>
  /** Whether the city's upload was accepted. */
  has(city: string, upload: string): Promise<boolean>
  /** Whether this file is the city's. */
  hasFile(city: string, hash: string): Promise<boolean>
  /** The models made of these uploads, by upload. */
  models(uploads: readonly string[]): Promise<ReadonlyMap<string, BoothModel>>
  /** An upload as its city sees it. */
  progress(upload: string): Promise<ModelProgress | undefined>
  /** What came of an import of the city; null where it is none, or what it brought is gone. */
  imported(city: string, upload: string): Promise<Imported | null>
  /** Puts an import that is in the draft now off the city's list. */
  importTaken(upload: string): Promise<void>
  /** What an accepted upload of the city was made of, as it was sent; null where that is gone. */
  source(city: string, upload: string): Promise<KeptSource | null>
  /** Models of the city of which nobody here takes pictures. */
  pictureless(city: string): Promise<readonly Pictureless[]>
  /** Keeps pictures that the city's studio took, as files that it sent; false where there is no such model without them, or no such file. */
  addPictures(city: string, upload: string, pictures: ModelStills): Promise<boolean>
  /** Lets go of accepted models that nothing names any more; answers the files of those that stay. */
  release(named: Named, before: number): Promise<ReadonlySet<string>>
  /** Takes up what a stop or a crash left. Call once, after the database is ready. */
  start(): Promise<void>
  /** Ends the inspection under way; it is begun anew at the next start. */
  stop(): Promise<void>
  /** Resolves when nothing waits in the queue. */
  idle(): Promise<void>
  /** Resolves when what follows a model is done too. */
  done(): Promise<void>
}

/** Makes the model's part of the server; nothing runs before start. */
export function createModels(deps: ModelDeps): Models {
  const folder = join(deps.folder, 'uploads')
  const store = createModelStore(deps.db)
  const onAccepted: ModelDeps['onAccepted'] = async (...accepted) => {
    await deps.onAccepted(...accepted)
    after.wake()
  }
  const intake = createIntake(
    { ...deps, onAccepted },
    store,
    (id) => join(folder, id),
    (id) => forgetUpload(folder, id),
  )
  const after = createAfter(deps, store, intake.idle)
  const sweep = () => sweepUploads({ deps, store, intake, folder }, deps.clock() - LEFTOVERS_MS)
  let timer: NodeJS.Timeout | undefined
  return {
    ...createAnew(deps, store, intake),
    routes: modelRoutes(deps, store, intake, folder),
    has: (city, upload) => store.has(city, upload),
    hasFile: (city, hash) => store.hasFile(city, hash),
    models: (uploads) => store.models(uploads),
    progress: async (upload) => {
      const row = await store.upload(upload)
      return row && progressOf(row)
    },
    source: async (city, upload) => {
      const row = await store.upload(upload)
      if (row?.city !== city || row.source === null) return null
      return { name: row.name, hash: row.source, unit: row.unit !== null && isUnit(row.unit) ? row.unit : null }
    },
    imported: async (city, upload) => {
      const row = await store.upload(upload)
      const ready = row?.city === city && row.kind === 'import' && row.stage === 'ready' && row.source !== null
      if (!ready || !row.source || !(await deps.files.has(row.source))) return null
      return importedSchema.parse(JSON.parse(await readFile(deps.files.path(row.source), 'utf8')))
    },
    importTaken: (upload) => store.remove(upload),
    pictureless: after.pictureless,
    async addPictures(city, upload, pictures) {
      const kept = (await store.unpictured()).find((one) => one.city === city && one.upload === upload)
      for (const hash of [pictures.thumbnail, ...pictures.stills]) {
        if (!kept || !(await store.hasFile(city, hash))) return false
      }
      if (!kept || !(await store.improve(kept, pictures))) return false
      await deps.onImproved(city, kept.model.hash)
      return true
    },
    release: (named, before) => store.release(named, before),
    async start() {
      // The workplaces of children that a crash left.
      await rm(join(deps.folder, 'work'), { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      await intake.start()
      await sweep()
      after.wake()
      timer = setInterval(() => {
        void sweep().catch((error: unknown) => deps.log.error({ err: error }, 'sweeping uploads failed'))
      }, SWEEP_MS).unref()
    },
    async stop() {
      clearInterval(timer)
      await Promise.all([intake.stop(), after.stop()])
    },
    idle: () => intake.idle(),
    done: async () => {
      await intake.idle()
      await after.idle()
    },
  }
}
