// Takes a city's model file by the tus protocol: resumable, limited, refused before a byte is kept where one may not.
// What becomes of a complete file is intake.ts's. Also answers what a city has sent (/api/models/<city>).

import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { EVENTS, Server, type Upload } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BUNDLE_MAX_MB, FILE_MAX_MB, kindOfName } from '../../shared/booth/files.ts'
import { plotById } from '../../shared/hall/layout.ts'
import { ID_PATTERN, type LineId, makeId } from '../../shared/kit/id.ts'
import { exportAdvice, isUploadName } from '../../shared/model/formats.ts'
import { type CityUploads, MODELS_PATH, type ModelProgress, UPLOAD_PATH } from '../../shared/model/progress.ts'
import { refuse } from '../../shared/protocol/refusal.ts'
import { sendReply } from '../http/replies.ts'
import { storageRefusal } from '../storage/trouble.ts'
import { OPEN_MAX } from './anew.ts'
import type { Intake } from './intake.ts'
import { type ModelStore, progressOf, type UploadRow } from './model-store.ts'
import { createSenders, openUploads, type Senders } from './open-uploads.ts'
import type { ModelDeps } from './ports.ts'
import { fileName, modelRefusal, STATUS, TusRefusal } from './upload-refusals.ts'

/** What became of a whole content is told so long: its parts are let go of soon after where no draft names them. */
const IMPORT_SHOWN_MS = 3_600_000
/** Bytes of the disk that uploads leave free. */
const RESERVE = 256 * 1024 * 1024

/** What becomes of uploads that are whole, or that nobody goes on with. */
interface Sweep {
  readonly deps: ModelDeps
  readonly store: ModelStore
  readonly intake: Intake
  readonly folder: string
}

interface Route extends Sweep {
  readonly datastore: FileStore
  readonly senders: Senders
}

/** Puts the upload's routes on a server, within a scope of their own. */
export function modelRoutes(deps: ModelDeps, store: ModelStore, intake: Intake, folder: string) {
  const datastore = new FileStore({ directory: folder })
  const route: Route = { deps, store, intake, folder, datastore, senders: createSenders() }
  const tus = createTus(route)
  return async (server: FastifyInstance): Promise<void> => {
    // tus reads the body itself, as a stream.
    server.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      reply.hijack()
      // Hijacked, it would go out without the headers that every answer has.
      for (const [name, is] of Object.entries(reply.getHeaders())) if (is !== undefined) reply.raw.setHeader(name, is)
      await tus.handle(request.raw, reply.raw)
    }
    const preHandler = (request: FastifyRequest, reply: FastifyReply) => letIn(route, request, reply)
    server.route({ method: ['POST', 'OPTIONS'], url: UPLOAD_PATH, preHandler, handler: answer })
    server.route<{ Params: { id: string } }>({
      method: ['HEAD', 'PATCH', 'DELETE', 'OPTIONS'],
      url: `${UPLOAD_PATH}/:id`,
      preHandler,
      handler: answer,
    })
    server.get<{ Params: { city: string } }>(`${MODELS_PATH}/:city`, async (request, reply) => {
      const { city } = request.params
      const may = await deps.authorise(request, city)
      if (!may.ok) return sendReply(reply, may)
      return sendReply(reply, { ok: true, value: await cityUploads(route, city) })
    })
  }
}

async function cityUploads(route: Route, city: string): Promise<CityUploads> {
  const { deps, store, intake, datastore, senders } = route
  const rows = await store.ofCity(city)
  return {
    uploads: rows.flatMap((row) => progressOf(row, intake.place(row.id)) ?? []),
    imported: await lastImport(route, city),
    open: await openUploads(await store.openOf(city), datastore, senders),
    used: await store.used(city),
    limit: deps.cityBytes,
  }
}

async function lastImport({ deps, store, intake }: Route, city: string): Promise<ModelProgress | null> {
  const row = await store.importOf(city)
  const over = row && (row.stage === 'ready' || row.stage === 'refused')
  if (!row || (over && row.changed_at < deps.clock() - IMPORT_SHOWN_MS)) return null
  return progressOf(row, intake.place(row.id)) ?? null
}

// Before tus, since hijacking skips all later hooks. For a new upload the city stands in the metadata.
async function letIn(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (request.method === 'OPTIONS') return undefined
  const { deps, store } = route
  const id = (request.params as { id?: string }).id
  if (id === undefined) {
    const told = metadata(request.headers['upload-metadata'])
    const city = told.get('city') ?? ''
    const may = await deps.authorise(request, city)
    if (!may.ok) return sendReply(reply, may)
    // Who may edit every booth may still name one that is not there.
    if (!plotById(city)) return sendReply(reply, refuse('booth.unknown'))
    asked.set(request.raw, { city, person: may.value.person, kind: kindNamed(told.get('kind')) })
    return undefined
  }
  const row = ID_PATTERN.test(id) ? await store.upload(id) : undefined
  if (!row) return sendReply(reply, refuse('wire.not-found'))
  const may = await deps.authorise(request, row.city)
  if (!may.ok) return sendReply(reply, may)
  asked.set(request.raw, { city: row.city, person: row.person, kind: row.kind })
  if (row.stage !== 'uploading' && request.method !== 'HEAD') return sendReply(reply, refuse('wire.not-found'))
  if (row.stage !== 'uploading') return answerWhole(reply, row)
  // The last byte may have come while the line or the server fell: nobody would send it again.
  if (request.method === 'HEAD') await takeIfWhole(route, row)
  if (request.method === 'PATCH') reply.raw.once('close', route.senders.begin(id))
  return undefined
}

interface Asked {
  readonly city: string
  readonly kind: UploadRow['kind']
  readonly person: string
}
const asked = new WeakMap<object, Asked>()
const askedOf = (request: { readonly runtime?: { readonly node?: { readonly req?: object } } }): Asked | undefined =>
  asked.get(request.runtime?.node?.req ?? {})

const KINDS: readonly UploadRow['kind'][] = ['file', 'import']
const kindNamed = (told: string | undefined): UploadRow['kind'] => KINDS.find((kind) => kind === told) ?? 'model'

/** Most bytes of an upload of this kind. */
const mostOf = ({ deps }: Route, kind: UploadRow['kind'] | undefined): number =>
  kind === 'import' ? BUNDLE_MAX_MB * 1024 * 1024 : deps.maxBytes

// Its bytes are with the intake already; to its sender it is whole.
function answerWhole(reply: FastifyReply, row: UploadRow): FastifyReply {
  const length = String(row.bytes ?? 0)
  return reply
    .headers({
      'tus-resumable': '1.0.0',
      'upload-offset': length,
      'upload-length': length,
      'cache-control': 'no-store',
    })
    .status(200)
    .send()
}

function createTus(route: Route): Server {
  const { deps, store, folder, datastore } = route
  const tus = new Server({
    path: UPLOAD_PATH,
    datastore,
    relativeLocation: true,
    // No page of another origin is let in.
    allowedOrigins: [],
    respectForwardedHeaders: false,
    maxSize: (request) => mostOf(route, askedOf(request)?.kind),
    namingFunction: () => makeId<LineId>(deps.random),
    onUploadCreate: (request, upload) => create(askedOf(request), upload),
    onUploadFinish: async (_request, upload) => {
      await finish(route, upload.id)
      return {}
    },
    onResponseError: async (request, error) => {
      const { status, body } = await answerOf(route, error, mostOf(route, askedOf(request)?.kind))
      return { status_code: status, body: JSON.stringify(body) }
    },
  })
  tus.on(EVENTS.POST_TERMINATE, (_request, _response, id) => {
    store
      .remove(id)
      .catch((thrown: unknown) => deps.log.error({ err: thrown, upload: id }, 'ended upload stays listed'))
  })
  return tus

  async function create(by: Asked | undefined, upload: Upload): Promise<Record<string, never>> {
    if (!by) throw new Error('an upload without its asker')
    const name = fileName(upload.metadata?.filename ?? '')
    checkName(by.kind, name, upload.size)
    if ((await store.open(by.city)) >= OPEN_MAX) {
      throw new TusRefusal(modelRefusal('model.too-many', { limit: OPEN_MAX }))
    }
    const bytes = upload.size ?? mostOf(route, by.kind)
    await checkRoom(route, by.city, bytes)
    const free = await deps.freeBytes(folder)
    if (free - RESERVE < bytes) throw new TusRefusal(refuse('storage.full'))
    await store.add(
      { id: upload.id, city: by.city, person: by.person, name, kind: by.kind, bytes: upload.size ?? null },
      deps.clock(),
    )
    return {}
  }
}

function checkName(kind: Asked['kind'], name: string, bytes: number | undefined): void {
  if (kind === 'model') {
    if (!isUploadName(name)) throw new TusRefusal(modelRefusal(exportAdvice(name) ?? 'model.wrong-type'))
    return
  }
  if (kind === 'import') {
    if (!/\.zip$/i.test(name)) throw new TusRefusal(modelRefusal('model.import-type'))
    return
  }
  const promised = kindOfName(name)
  if (!promised) throw new TusRefusal(modelRefusal('model.file-type'))
  const limit = FILE_MAX_MB[promised]
  if ((bytes ?? 0) > limit * 1024 * 1024) throw new TusRefusal(modelRefusal('model.file-too-large', { limit }))
}

async function checkRoom({ deps, store }: Route, city: string, bytes: number): Promise<void> {
  const used = await store.used(city)
  if (used + bytes <= deps.cityBytes) return
  const mb = (count: number) => Math.round(count / 1024 / 1024)
  throw new TusRefusal(modelRefusal('model.quota', { used: mb(used), limit: mb(deps.cityBytes) }))
}

// Whole on the disk before it is said to be whole.
async function finish({ deps, store, intake, folder }: Sweep, id: string): Promise<void> {
  const path = join(folder, id)
  const file = await open(path, 'r')
  try {
    await file.sync()
    await store.change(id, { bytes: (await file.stat()).size }, deps.clock())
  } finally {
    await file.close()
  }
  await intake.take(id)
}

async function takeIfWhole(route: Sweep, row: UploadRow): Promise<void> {
  if (row.bytes === null) return
  const size = await stat(join(route.folder, row.id)).then(
    (found) => found.size,
    () => -1,
  )
  if (size === row.bytes) await finish(route, row.id)
}

/** Takes up uploads whose last byte came just before a crash; removes those that nobody went on with since `before`. */
export async function sweepUploads(route: Sweep, before: number): Promise<void> {
  for (const row of await route.store.byStage('uploading')) {
    await takeIfWhole(route, row)
    const now = await route.store.upload(row.id)
    if (now?.stage !== 'uploading') continue
    const touched = await stat(join(route.folder, row.id)).then(
      (found) => found.mtimeMs,
      () => undefined,
    )
    // Without a file nobody can go on with it.
    if (touched !== undefined && Math.max(touched, row.changed_at) >= before) continue
    await forgetUpload(route.folder, row.id)
    await route.store.remove(row.id)
  }
}

/** Removes an upload's bytes and what tus knows of it. */
export async function forgetUpload(folder: string, id: string): Promise<void> {
  await rm(join(folder, id), { force: true })
  await rm(join(folder, `${id}.json`), { force: true })
}

async function answerOf(
  { deps, folder }: Route,
  error: unknown,
  most: number,
): Promise<{ status: number; body: TusRefusal['refusal'] }> {
  if (error instanceof TusRefusal) return { status: STATUS[error.refusal.code] ?? 422, body: error.refusal }
  const { status_code: status } = error as { status_code?: number }
  if (status === 413) {
    return { status, body: modelRefusal('model.too-large', { limit: Math.floor(most / 1024 / 1024) }) }
  }
  if (status === 404 || status === 410) return { status, body: refuse('wire.not-found') }
  if (status !== undefined && status < 500) return { status, body: refuse('wire.malformed') }
  // tus says only that it could not write; the disk says why.
  const full = (await deps.freeBytes(folder)) < RESERVE
  const storage = full ? refuse('storage.full') : storageRefusal(error)
  if (storage) return { status: STATUS[storage.code] ?? 503, body: storage }
  deps.log.error({ err: error }, 'upload failed')
  return { status: 500, body: refuse('wire.fault') }
}

/** tus: `key base64,key base64`. */
function metadata(header: string | string[] | undefined): Map<string, string> {
  const found = new Map<string, string>()
  if (typeof header !== 'string' || header.length > 4000) return found
  for (const pair of header.split(',')) {
    const [key = '', value = ''] = pair.trim().split(' ')
    found.set(key, Buffer.from(value, 'base64').toString('utf8'))
  }
  return found
}
