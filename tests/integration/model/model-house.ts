// The model's part of the server alone, on a real database, real files and real sockets: for tests of uploads.
// Who may is read from the header `x-city`; everything told is kept in lists.

import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import fastify from 'fastify'
import pino from 'pino'
import { Upload, type UploadOptions } from 'tus-js-client'
import { openFiles } from '../../../server/files/files.ts'
import { createModels } from '../../../server/model/models.ts'
import type { ModelDeps } from '../../../server/model/ports.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import { type CityUploads, MODELS_PATH, type ModelProgress, UPLOAD_PATH } from '../../../shared/model/progress.ts'
import { refuse, value } from '../../../shared/protocol/refusal.ts'

export type ModelHouse = Awaited<ReturnType<typeof openModelHouse>>

/** Opens the house on a folder (an old one goes on) and a port, 0 for a free one. */
export async function openModelHouse(folder: string, over: Partial<ModelDeps> = {}, port = 0) {
  await mkdir(folder, { recursive: true })
  const told: ModelProgress[] = []
  const accepted: { city: string; upload: string }[] = []
  const db = await openDatabase(join(folder, 'parlor.db'), Date.now)
  const files = await openFiles(join(folder, 'files'))
  const models = createModels({
    db,
    files,
    clock: Date.now,
    random: (length) => randomBytes(length),
    log: pino({ level: 'silent' }),
    folder: join(folder, 'models'),
    maxBytes: 20 * 1024 * 1024,
    cityBytes: 1e12,
    authorise: async (request, city) =>
      request.headers['x-city'] === city ? value({ person: 'person-of-the-city' }) : refuse('person.not-allowed'),
    tell: (progress) => told.push(progress),
    onAccepted: async (city, upload) => void accepted.push({ city, upload }),
    pictures: null,
    repack: null,
    onImproved: async () => {},
    freeBytes: async () => 1e12,
    ...over,
  })
  const server = fastify({ forceCloseConnections: true })
  await server.register(models.routes)
  await models.start()
  await server.listen({ host: '127.0.0.1', port })
  const origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return {
    origin,
    told,
    accepted,
    files,
    db,
    models,
    async close() {
      await server.close()
      await models.stop()
      await db.destroy()
    },
  }
}

export interface Sent {
  readonly url: string | null
  readonly status: number
  /** The refusal's JSON, where there is one. */
  readonly body: { readonly code?: string; readonly detail?: Record<string, string | number> } | null
}

/** Sends a file as the studio does; resolves when it is whole or refused. */
export function send(
  origin: string,
  city: string,
  bytes: Uint8Array,
  filename: string,
  over: Partial<UploadOptions> = {},
): Promise<Sent> {
  return new Promise((resolve) => {
    const upload = new Upload(Buffer.from(bytes), {
      endpoint: origin + UPLOAD_PATH,
      metadata: { city, filename },
      headers: { 'x-city': city },
      chunkSize: 1024 * 1024,
      retryDelays: null,
      onSuccess: () => resolve({ url: upload.url, status: 204, body: null }),
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null
        const text = response?.getBody() ?? ''
        resolve({
          url: upload.url,
          status: response?.getStatus() ?? 0,
          body: text.startsWith('{') ? (JSON.parse(text) as Sent['body']) : null,
        })
      },
      ...over,
    })
    upload.start()
  })
}

/** What a city has sent, newest first. */
export async function uploadsOf(
  origin: string,
  city: string,
  headers: Record<string, string> = { 'x-city': city },
): Promise<CityUploads['uploads']> {
  const response = await fetch(`${origin}${MODELS_PATH}/${city}`, { headers })
  const reply = (await response.json()) as { value: CityUploads }
  return reply.value.uploads
}
