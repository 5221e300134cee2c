// What is done for a model after it is live and nobody waits for it: its pictures. One at a time, only while no upload waits. What is
// left to do is read from the models themselves, so a restart goes on; what failed is tried again at the next start.

import { readFile } from 'node:fs/promises'
import type { KeptModel } from './kept-store.ts'
import type { ModelStore } from './model-store.ts'
import type { ModelDeps } from './ports.ts'

export interface After {
  /** There may be something to do. */
  wake(): void
  /** Ends what is under way; it is begun anew at the next start. */
  stop(): Promise<void>
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>
}

/** @param quiet resolves when no upload waits */
export function createAfter(deps: ModelDeps, store: ModelStore, quiet: () => Promise<void>): After {
  const stopped = new AbortController()
  const tried = new Set<string>()
  let running: Promise<void> | undefined
  let again = false
  const next = async () => (await store.unpictured()).find(({ model }) => !tried.has(model.hash))
  const run = async () => {
    for (;;) {
      await quiet()
      const kept = stopped.signal.aborted ? undefined : await next()
      if (!kept) return
      tried.add(kept.model.hash)
      await takePictures(deps, store, kept, stopped.signal).catch((err: unknown) => {
        if (!stopped.signal.aborted) deps.log.warn({ err, upload: kept.upload }, 'no pictures of a model')
      })
    }
  }
  const wake = () => {
    again = running !== undefined
    if (again || !deps.pictures || stopped.signal.aborted) return
    running = run()
      .catch((err: unknown) => deps.log.error({ err }, 'what follows a model failed'))
      .finally(() => {
        running = undefined
        if (again) wake()
      })
  }
  return {
    wake,
    idle: async () => {
      while (running) await running
    },
    async stop() {
      stopped.abort()
      await running
    },
  }
}

async function takePictures(deps: ModelDeps, store: ModelStore, kept: KeptModel, signal: AbortSignal): Promise<void> {
  const { near } = kept.model
  const glb = await readFile(deps.files.path(near.url.replace('/files/', '')))
  const pictures = await deps.pictures?.(glb, signal)
  if (!pictures || signal.aborted) return
  const thumbnail = await deps.files.put(pictures.thumbnail)
  const stills: string[] = []
  for (const still of pictures.stills) stills.push(await deps.files.put(still))
  if (await store.improve(kept, { thumbnail, stills })) await deps.onImproved(kept.city, kept.model.hash)
}
