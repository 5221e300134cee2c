// What the model's part of the server needs from the rest, as small interfaces; app.ts hands them in.

import type { FastifyRequest } from 'fastify'
import type { Pictures } from '../../models/pipeline/stills/take.ts'
import type { Task } from '../../models/pipeline/task.ts'
import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId, Random } from '../../shared/kit/id.ts'
import type { ModelProgress } from '../../shared/model/progress.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import type { Files } from '../files/files.ts'
import type { Log } from '../log.ts'
import type { Db } from '../storage/database.ts'
import type { inspect } from './inspect.ts'

export interface ModelDeps {
  readonly db: Db
  readonly files: Files
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Folder of this noun alone: half-sent uploads and the child's workplace. Made if missing. */
  readonly folder: string
  /** Largest upload, bytes. */
  readonly maxBytes: number
  /** Room for all models of one city, with the files they were made of, bytes. */
  readonly cityBytes: number
  /** Who asks, if they may put up a model for this city: Origin, sign-in and role are checked here. */
  readonly authorise: (request: FastifyRequest, city: string) => Promise<Reply<{ readonly person: string }>>
  /** Tells the city's staff. */
  readonly tell: (progress: ModelProgress) => void
  /** An upload was accepted: what becomes of it is the booth's. */
  readonly onAccepted: (city: string, upload: string, person: PersonId) => Promise<void>
  /** Takes the pictures of a level that we wrote; null where no browser is to do it. */
  readonly pictures: ((glb: Uint8Array, signal: AbortSignal) => Promise<Pictures>) | null
  /** Packs textures as KTX2 in an expendable process; null: not here. */
  readonly repack: typeof inspect | null
  /** Something was added to a model that may be shown; `hash` is the model's. */
  readonly onImproved: (city: string, hash: string) => Promise<void>
  /** Bytes left on the disk under a folder. */
  readonly freeBytes: (folder: string) => Promise<number>
  /** Counts inspections by how they ended, for the metrics. */
  readonly count?: (task: Task, outcome: 'accepted' | 'refused' | 'stopped') => void
}
