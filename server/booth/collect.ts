// Lets go of what no booth needs any more: models that no version and no draft names, and files that nothing holds.

import type { Clock } from '../../shared/kit/clock.ts'
import type { Files } from '../files/files.ts'
import type { Models } from '../model/models.ts'
import type { LifeStore } from './life-store.ts'

/** An accepted model that was never submitted can still be put into the draft so long. */
const MODEL_KEPT_MS = 30 * 86_400_000
/** What was put just now may be named in a moment. */
const FILE_KEPT_MS = 3_600_000

export interface CollectDeps {
  readonly store: Pick<LifeStore, 'named'>
  readonly models: Pick<Models, 'release'>
  readonly files: Pick<Files, 'collect'>
  readonly clock: Clock
}

/** Answers how many bytes went. */
export async function collect({ store, models, files, clock }: CollectDeps): Promise<number> {
  const now = clock()
  const named = await store.named()
  const held = await models.release(named, now - MODEL_KEPT_MS)
  return await files.collect(new Set([...named.files, ...held]), now - FILE_KEPT_MS)
}
