// The model's part wired to the rest: who may upload, whom it tells, what it counts. Part of app.ts's wiring.

import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { refuse, value } from '../shared/protocol/refusal.ts'
import type { Live } from './app-live.ts'
import type { Booths } from './booth/booth-store.ts'
import type { Files } from './files/files.ts'
import { type Buckets, createBuckets } from './gateway/buckets.ts'
import { originAllowed } from './gateway/origin.ts'
import { POST_FLOOD } from './gateway/rates.ts'
import type { WhoIs } from './gateway/who.ts'
import type { Faults } from './http/faults.ts'
import type { Metrics } from './http/metrics.ts'
import type { Proxies } from './http/proxies.ts'
import { createModels, type Models } from './model/models.ts'
import type { ModelDeps } from './model/ports.ts'
import type { Ports } from './ports.ts'
import type { Db } from './storage/database.ts'

export interface ModelWiring {
  readonly ports: Ports
  readonly db: Db
  readonly files: Files
  readonly whoIs: WhoIs
  readonly proxies: Proxies
  readonly metrics: Metrics
  readonly faults: Faults
  /** Asked when something is to be told; both are made after the models. */
  readonly booths: () => Booths
  readonly live: () => Live
}

export function wireModels({ ports, db, files, whoIs, proxies, metrics, faults, booths, live }: ModelWiring): Models {
  const { config, clock, random, log } = ports
  const inspections = metrics.counter('parlor_inspections_total', 'Inspections of uploaded models by how they ended.', [
    'task',
    'outcome',
  ])
  const changed = async (city: string) => {
    const booth = await booths().touch(city)
    if (booth) live().hall.tell('booth:changed', booth)
  }
  return createModels({
    db,
    files,
    clock,
    random,
    log,
    folder: join(config.dataDir, 'models'),
    maxBytes: config.uploadMaxMb * 1024 * 1024,
    // Off in this version: what is accepted stands on its booth at once.
    review: () => false,
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
    onLive: (city) => void changed(city).catch((thrown: unknown) => faults(thrown, { job: 'booth changed' })),
    freeBytes: async (folder) => {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
    count: (task, outcome) => inspections({ task, outcome }),
  })
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

/** A booth is its city's staff's to change, and the operator's. */
const mayEdit = (
  me: { readonly cities: readonly string[]; readonly house: readonly string[] },
  city: string,
): boolean => me.cities.includes(city) || me.house.includes('operator')
