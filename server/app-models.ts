// The model's part wired to the rest: who may upload, whom it tells, what it counts. Part of app.ts's wiring.

import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { unpackBrowser } from '../models/pipeline/stills/browser.ts'
import { takePictures } from '../models/pipeline/stills/take.ts'
import { refuse, value } from '../shared/protocol/refusal.ts'
import type { Live } from './app-live.ts'
import type { BoothLives } from './booth/booth-lives.ts'
import { mayEdit } from './booth/may-edit.ts'
import type { Files } from './files/files.ts'
import { type Buckets, createBuckets } from './gateway/buckets.ts'
import { originAllowed } from './gateway/origin.ts'
import { POST_FLOOD } from './gateway/rates.ts'
import type { WhoIs } from './gateway/who.ts'
import type { Metrics } from './http/metrics.ts'
import type { Proxies } from './http/proxies.ts'
import { inspect } from './model/inspect.ts'
import { createModels, type Models } from './model/models.ts'
import type { ModelDeps } from './model/ports.ts'
import type { Ports } from './ports.ts'
import type { Db } from './storage/database.ts'

const MB = 1024 * 1024

export interface ModelWiring {
  readonly ports: Ports
  readonly db: Db
  readonly files: Files
  readonly whoIs: WhoIs
  readonly proxies: Proxies
  readonly metrics: Metrics
  /** Asked when something is to be told; both are made after the models. */
  readonly lives: () => BoothLives
  readonly live: () => Live
  /** Something was added to a city's model. */
  readonly onImproved: ModelDeps['onImproved']
}

export function wireModels({
  ports,
  db,
  files,
  whoIs,
  proxies,
  metrics,
  lives,
  live,
  onImproved,
}: ModelWiring): Models {
  const { config, clock, random, log } = ports
  const inspections = metrics.counter('parlor_inspections_total', 'Inspections of uploaded models by how they ended.', [
    'task',
    'outcome',
  ])
  return createModels({
    db,
    files,
    clock,
    random,
    log,
    folder: join(config.dataDir, 'models'),
    maxBytes: config.uploadMaxMb * MB,
    cityBytes: config.cityMaxMb * MB,
    authorise: modelDoor({
      whoIs,
      publicUrl: config.publicUrl,
      client: (request) => proxies.client(request.raw),
      flood: createBuckets(POST_FLOOD, clock),
    }),
    tell: (progress) => {
      for (const { me, line } of live().callers()) {
        if (mayEdit(me, progress.city)) line.tell('model:progressed', progress)
      }
    },
    onAccepted: (city, upload, person) => lives().accepted(city, upload, person),
    pictures: picturesBy(config.browser, join(config.dataDir, 'models')),
    repack: inspect,
    onImproved,
    freeBytes: async (folder) => {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
    count: (task, outcome) => inspections({ task, outcome }),
  })
}

/** @param folder where the packed browser is unpacked */
function picturesBy(browser: string, folder: string): ModelDeps['pictures'] {
  if (browser === 'none') return null
  const files = () => (browser === 'packed' ? unpackBrowser(folder) : Promise.resolve({ path: browser, env: {} }))
  return async (glb, signal) => await takePictures(glb, await files(), signal)
}

export interface ModelDoorDeps {
  readonly whoIs: WhoIs
  readonly publicUrl: string | null
  readonly client: (request: FastifyRequest) => string
  /** By address, a flood stop only. */
  readonly flood: Buckets
}

/** Who may send a city's models and read of them: the same questions in the same order as of a POST. */
export function modelDoor({ whoIs, publicUrl, client, flood }: ModelDoorDeps): ModelDeps['authorise'] {
  return async (request, city) => {
    if (!originAllowed(request.headers, publicUrl)) return refuse('wire.origin')
    if (!flood.take(client(request))) return refuse('wire.too-often')
    const who = await whoIs(request.headers)
    if (!who) return refuse('person.sign-in-needed')
    return mayEdit(who.me, city) ? value({ person: who.me.person }) : refuse('person.not-allowed')
  }
}
