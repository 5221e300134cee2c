// What is done for a model after it is live and nobody waits for it: its pictures, then its textures as KTX2. One thing at a time, only
// while no upload waits. What is left to do is read from the models themselves, so a restart goes on.

import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isBetter, WORTH } from '../../shared/model/ktx2.ts'
import type { Pictureless } from '../../shared/model/stills.ts'
import { isGlb } from './inspect.ts'
import type { KeptModel } from './kept-store.ts'
import type { ModelStore } from './model-store.ts'
import type { ModelDeps } from './ports.ts'

/** So long a model is left alone before its textures are tried: a city that is at it sends the next soon. */
const REST_MS = 60_000

export interface After {
  /** There may be something to do, now or in a while. */
  wake(): void
  /** Models of the city of which nobody here takes pictures: there is no browser, or it failed. */
  pictureless(city: string): Promise<readonly Pictureless[]>
  /** Ends what is under way; it is begun anew at the next start. */
  stop(): Promise<void>
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>
}

interface Way {
  readonly deps: ModelDeps
  readonly store: ModelStore
  readonly signal: AbortSignal
  /** What was begun since the start, and what of it failed. */
  readonly tried: Set<string>
  readonly failed: Set<string>
}

/** One kind of work: on which models it is still to be done, and how. */
interface Work {
  readonly name: string
  left(way: Way): Promise<readonly KeptModel[]>
  run(way: Way, kept: KeptModel): Promise<void>
}

const PICTURES: Work = {
  name: 'pictures',
  left: async ({ deps, store }) => (deps.pictures ? await store.unpictured() : []),
  run: takePictures,
}

const TEXTURES: Work = {
  name: 'textures',
  left: async ({ deps, store }) => (deps.repack ? await store.unpacked(WORTH, deps.clock() - REST_MS) : []),
  run: packTextures,
}

/** @param quiet resolves when no upload waits */
export function createAfter(deps: ModelDeps, store: ModelStore, quiet: () => Promise<void>): After {
  const stopped = new AbortController()
  // What failed is tried again at the next start, not for ever.
  const way: Way = { deps, store, signal: stopped.signal, tried: new Set(), failed: new Set() }
  let running: Promise<void> | undefined
  let again = false
  let later: NodeJS.Timeout | undefined
  const begin = () => {
    again = running !== undefined
    if (again || stopped.signal.aborted) return
    running = run(way, quiet)
      .catch((err: unknown) => deps.log.error({ err }, 'what follows a model failed'))
      .finally(() => {
        running = undefined
        if (again) begin()
      })
  }
  const wake = () => {
    clearTimeout(later)
    later = setTimeout(begin, REST_MS + 1_000).unref()
    begin()
  }
  return {
    wake,
    idle: async () => {
      while (running) await running
    },
    async pictureless(city) {
      const left = (await store.unpictured()).filter((kept) => kept.city === city)
      const wanting = left.filter((kept) => !deps.pictures || way.failed.has(markOf(PICTURES, kept)))
      return wanting.map(({ upload, model }) => ({ upload, near: model.near.url }))
    },
    async stop() {
      clearTimeout(later)
      stopped.abort()
      await running
    },
  }
}

async function run(way: Way, quiet: () => Promise<void>): Promise<void> {
  for (;;) {
    await quiet()
    const next = way.signal.aborted ? undefined : await nextOf(way)
    if (!next) return
    const { work, kept } = next
    await work.run(way, kept).catch((err: unknown) => {
      way.failed.add(markOf(work, kept))
      if (!way.signal.aborted) way.deps.log.warn({ err, upload: kept.upload }, `no ${work.name} of a model`)
    })
  }
}

const markOf = (work: Work, { upload, model }: KeptModel): string => [work.name, upload, model.hash].join()

async function nextOf(way: Way): Promise<{ work: Work; kept: KeptModel } | undefined> {
  for (const work of [PICTURES, TEXTURES]) {
    for (const kept of await work.left(way)) {
      const mark = markOf(work, kept)
      if (way.tried.has(mark)) continue
      way.tried.add(mark)
      return { work, kept }
    }
  }
  return undefined
}

async function takePictures({ deps, store, signal }: Way, kept: KeptModel): Promise<void> {
  const pictures = await deps.pictures?.(await readFile(nearOf(deps, kept)), signal)
  if (!pictures || signal.aborted) return
  const thumbnail = await deps.files.put(pictures.thumbnail)
  const stills: string[] = []
  for (const still of pictures.stills) stills.push(await deps.files.put(still))
  if (await store.improve(kept, { thumbnail, stills })) await deps.onImproved(kept.city, kept.model.hash)
}

/** Puts a near level with KTX2 in the place of the one with WebP, where it is better; what came of it is kept, and not tried again. */
async function packTextures({ deps, store, signal }: Way, kept: KeptModel): Promise<void> {
  const place = join(deps.folder, 'work')
  await mkdir(place, { recursive: true })
  const out = await mkdtemp(join(place, 'ktx2-'))
  try {
    const { near } = kept.model
    const job = { task: 'ktx2', file: nearOf(deps, kept), bytes: near.bytes, name: 'near.glb', out } as const
    const outcome = await deps.repack?.(job, signal)
    if (!outcome || signal.aborted) return
    if (outcome.kind === 'stopped') {
      deps.log.warn({ upload: kept.upload, code: outcome.code, words: outcome.words }, 'no textures of a model as KTX2')
      await store.improve(kept, { ktx2: 'failed' })
      return
    }
    const offer = outcome.answer.ktx2
    const file = join(out, 'near.glb')
    if (!offer || !isBetter(offer) || !(await isGlb(file))) {
      await store.improve(kept, { ktx2: 'no-better' })
      return
    }
    const { size: bytes } = await stat(file)
    const hash = await deps.files.put(createReadStream(file))
    const better = { url: `/files/${hash}`, bytes, triangles: near.triangles }
    if (await store.improve(kept, { near: better, ktx2: 'used' })) await deps.onImproved(kept.city, kept.model.hash)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

const nearOf = ({ files }: ModelDeps, { model }: KeptModel): string => files.path(model.near.url.replace('/files/', ''))
