// The queue of complete uploads: one file at a time, in the order they came, each through its stages to ready or
// refused. Every stage is in the database before it is told, so a restart goes on where it was.

import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { TAKEN_FILE, type Task } from '../../models/pipeline/task.ts'
import type { BoothModel, ModelLevel } from '../../shared/booth/booth.ts'
import { type CityFile, FILE_MAX_MB, kindOfName } from '../../shared/booth/files.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import { judge } from '../../shared/model/judge.ts'
import type { LevelFigures, ModelReport, Remark } from '../../shared/model/summary.ts'
import { isUnit } from '../../shared/model/units.ts'
import type { Hash } from '../files/files.ts'
import { inspect, levelFiles, type Outcome } from './inspect.ts'
import { type Made, passImport } from './intake-import.ts'
import { type Change, type ModelStore, progressOf, type UploadRow } from './model-store.ts'
import type { ModelDeps } from './ports.ts'

export interface Intake {
  /** Takes a complete upload into the queue; once only, however often it is called. */
  take(id: string): Promise<void>
  /** Files before each upload that waits. */
  place(id: string): number | undefined
  /** Takes up what a stop or a crash left. */
  start(): Promise<void>
  /** Ends the child and the queue; what was under way is taken up at the next start. */
  stop(): Promise<void>
  /** Resolves when nothing waits. */
  idle(): Promise<void>
}

interface Way {
  readonly deps: ModelDeps
  readonly store: ModelStore
  readonly signal: AbortSignal
  readonly uploaded: (id: string) => string
  readonly forget: (id: string) => Promise<void>
}

/**
 * @param uploaded where an upload's bytes lie
 * @param forget removes an upload's bytes
 */
export function createIntake(
  deps: ModelDeps,
  store: ModelStore,
  uploaded: (id: string) => string,
  forget: (id: string) => Promise<void>,
): Intake {
  const stopped = new AbortController()
  const way: Way = { deps, store, signal: stopped.signal, uploaded, forget }
  // A picture is a matter of seconds: it does not wait behind a model that takes minutes.
  const models = createLane(way)
  const lanes = { model: models, file: createLane(way), import: models } as const
  const all = [models, lanes.file]
  return {
    async take(id) {
      if (!(await store.queue(id, deps.clock()))) return
      const row = await store.upload(id)
      if (row) await lanes[row.kind].add(id)
    },
    place: (id) => all.map((lane) => lane.place(id)).find((place) => place !== undefined),
    async start() {
      for (const row of await store.unfinished()) {
        await store.change(row.id, { stage: 'queued' }, deps.clock())
        lanes[row.kind].leftOver(row.id)
      }
      for (const lane of all) lane.wake()
    },
    async stop() {
      stopped.abort()
      await Promise.all(all.map((lane) => lane.idle()))
    },
    idle: async () => {
      await Promise.all(all.map((lane) => lane.idle()))
    },
  }
}

/** One file after the other, in the order they came. */
function createLane(way: Way) {
  const waiting: string[] = []
  let running: Promise<void> | undefined
  const tellPlaces = async () => {
    for (const [place, id] of waiting.entries()) await tell(way, id, place)
  }
  const run = async () => {
    for (let id = waiting.shift(); id && !way.signal.aborted; id = waiting.shift()) {
      await tellPlaces()
      await goOn(way, id)
    }
  }
  const wake = () => {
    if (running || way.signal.aborted) return
    running = run().finally(() => {
      running = undefined
      if (waiting.length > 0) wake()
    })
  }
  return {
    wake,
    leftOver: (id: string) => void waiting.push(id),
    add: async (id: string) => {
      waiting.push(id)
      await tell(way, id, waiting.length - 1)
      wake()
    },
    place: (id: string) => (waiting.includes(id) ? waiting.indexOf(id) : undefined),
    idle: () => running ?? Promise.resolve(),
  }
}

async function tell({ deps, store }: Way, id: string, place?: number): Promise<void> {
  const row = await store.upload(id)
  const progress = row && progressOf(row, place)
  if (progress) deps.tell(progress)
}

// What is thrown here is a fault of ours, not of the file: logged, and the city is told to try again.
async function goOn(way: Way, id: string): Promise<void> {
  const { deps, store, signal } = way
  try {
    const row = await store.upload(id)
    if (row) await passOf(row.kind)(way, row)
  } catch (error) {
    if (signal.aborted) return
    deps.log.error({ err: error, upload: id }, 'model intake failed')
    await end(way, id, [{ code: 'model.failed', detail: {} }]).catch((cause: unknown) => {
      deps.log.error({ err: cause, upload: id }, 'model intake could not be ended')
    })
  }
}

const passOf = (kind: UploadRow['kind']) => ({ model: pass, file: passFile, import: passBundle })[kind]

async function passBundle(way: Way, row: UploadRow): Promise<void> {
  const { deps, store } = way
  const over = await passImport(row, {
    ...{ deps, store },
    step: (change) => step(way, row.id, change),
    end: (findings) => end(way, row.id, findings),
    look: (job, task, path) => look(way, { id: row.id, ...job }, task, path),
    keep: (made) => keep(way, made),
  })
  if (over) await way.forget(row.id)
}

async function pass(way: Way, row: UploadRow): Promise<void> {
  const { deps, store } = way
  await step(way, row.id, { stage: 'checking' })
  const checked = await child(way, row, 'check')
  if (!checked) return
  await checked.done()
  await step(way, row.id, { stage: 'optimising' })
  const made = await child(way, row, 'optimise')
  if (!made) return
  try {
    const model = await keep(way, made)
    if (!model) return await end(way, row.id, [{ code: 'model.too-heavy', detail: {} }])
    // The upload itself is kept too, so that its levels can be made anew.
    const source = row.source ?? (await deps.files.put(createReadStream(way.uploaded(row.id))))
    await store.keep(row, model.booth, deps.clock())
    // Before it is ready: after a fall in between it is made once more, and comes to the booth then.
    await deps.onAccepted(row.city, row.id, row.person as PersonId)
    await step(way, row.id, { stage: 'ready', source, findings: made.findings, report: model.report })
    await way.forget(row.id)
  } finally {
    await made.done()
  }
}

async function passFile(way: Way, row: UploadRow): Promise<void> {
  const { deps, store } = way
  const kind = kindOfName(row.name)
  await step(way, row.id, { stage: 'checking' })
  if (!kind) return await end(way, row.id, [{ code: 'model.file-type', detail: {} }])
  const limit = FILE_MAX_MB[kind]
  // Its length may have been told only at the end.
  if ((row.bytes ?? 0) > limit * 1024 * 1024) {
    return await end(way, row.id, [{ code: 'model.file-too-large', detail: { limit } }])
  }
  const taken = await child(way, row, 'file')
  if (!taken) return
  try {
    const path = join(taken.out, TAKEN_FILE)
    const { size } = await stat(path)
    const hash = await deps.files.put(createReadStream(path))
    const { width, height } = taken.file ?? { width: null, height: null }
    const file: CityFile = { hash, kind, name: row.name, bytes: size, width, height }
    await store.keepFile(row.city, file, deps.clock())
    await step(way, row.id, { stage: 'ready', file })
    await way.forget(row.id)
  } finally {
    await taken.done()
  }
}

async function step(way: Way, id: string, change: Change): Promise<void> {
  await way.store.change(id, change, way.deps.clock())
  await tell(way, id)
}

async function end(way: Way, id: string, findings: readonly Remark[]): Promise<void> {
  await step(way, id, { stage: 'refused', findings, source: null })
  await way.forget(id)
}

// Undefined: it ended here, and the city has been told why.
async function child(way: Way, row: UploadRow, task: Task): Promise<Made | undefined> {
  // One that is made anew lies among the kept files.
  const made = await look(way, row, task, row.source ? way.deps.files.path(row.source) : undefined)
  if (made && 'faults' in made) await end(way, row.id, made.faults)
  return made && 'faults' in made ? undefined : made
}

// Undefined: the house goes down.
async function look(
  way: Way,
  row: Pick<UploadRow, 'id' | 'bytes' | 'name'> & Partial<Pick<UploadRow, 'unit'>>,
  task: Task,
  path = way.uploaded(row.id),
): Promise<Made | { readonly faults: readonly Remark[] } | undefined> {
  const { deps, signal } = way
  const place = join(deps.folder, 'work')
  await mkdir(place, { recursive: true })
  const out = await mkdtemp(join(place, `${task}-`))
  const done = () => rm(out, { recursive: true, force: true })
  const unit = row.unit && isUnit(row.unit) ? { unit: row.unit } : {}
  const job = { task, file: path, bytes: row.bytes ?? 0, name: row.name, out, ...unit }
  const outcome = await inspect(job, signal)
  if (signal.aborted) {
    await done()
    return undefined
  }
  const faults = faultsOf(outcome, task, deps.maxBytes)
  deps.count?.(task, outcome.kind === 'stopped' ? 'stopped' : faults ? 'refused' : 'accepted')
  if (outcome.kind === 'answered' && !faults) {
    const { summary, report, file } = outcome.answer
    return { out, findings: summary.findings, report, file, done }
  }
  if (outcome.kind === 'stopped') deps.log.warn({ upload: row.id, task, words: outcome.words }, 'model child stopped')
  await done()
  return { faults: faults ?? [] }
}

function faultsOf(outcome: Outcome, task: Task, maxBytes: number): readonly Remark[] | undefined {
  if (outcome.kind === 'stopped') return [{ code: outcome.code, detail: {} }]
  const { faults } = outcome.answer.summary
  if (task === 'file' || task === 'unpack') return faults.length > 0 ? faults : undefined
  const verdict = judge(outcome.answer.summary, maxBytes)
  return verdict.kind === 'refused' ? verdict.faults : undefined
}

async function keep(
  { deps }: Way,
  { out, report }: Made,
): Promise<{ booth: BoothModel; report: ModelReport } | undefined> {
  const paths = await levelFiles(out)
  if (!paths || !report) return undefined
  const level = async (path: string, figures: LevelFigures): Promise<ModelLevel & { hash: Hash }> => {
    const hash = await deps.files.put(createReadStream(path))
    return { hash, url: `/files/${hash}`, bytes: figures.bytes, triangles: figures.triangles }
  }
  const { hash, ...near } = await level(paths.near, report.near)
  const { hash: _mid, ...mid } = await level(paths.mid, report.mid)
  const { hash: _far, ...far } = await level(paths.far, report.far)
  const [x, y, z] = report.size
  return { booth: { hash, near, mid, far, size: { x, y, z } }, report }
}
