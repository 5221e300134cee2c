// A city's whole content on its way in: unpacked in its expendable process, then each part the way of its kind, as if it had been
// uploaded by itself, and the content under the names that its parts have here. What comes of it waits for who sent it: it is the booth's
// to put it into the draft. Parts that the city has already, by hash, are not looked at again.

import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { partFile, TAKEN_FILE, type Task, UNPACKED_FILE } from '../../models/pipeline/task.ts'
import type { BoothModel } from '../../shared/booth/booth.ts'
import { type Imported, type Unpacked, unpackedSchema, withFiles } from '../../shared/booth/bundle.ts'
import { filesOf } from '../../shared/booth/content.ts'
import { FILE_MAX_MB, kindOfName } from '../../shared/booth/files.ts'
import { type LineId, makeId } from '../../shared/kit/id.ts'
import type { ModelReport, Remark } from '../../shared/model/summary.ts'
import type { UnitName } from '../../shared/model/units.ts'
import type { Change, ModelStore, UploadRow } from './model-store.ts'
import type { ModelDeps } from './ports.ts'

export interface Made {
  readonly out: string
  readonly findings: readonly Remark[]
  readonly report: ModelReport | null
  readonly file: { readonly width: number | null; readonly height: number | null } | null
  /** Removes the child's workplace. */
  readonly done: () => Promise<void>
}

/** What the intake lends: the same steps that an upload by itself takes. */
export interface Steps {
  readonly deps: ModelDeps
  readonly store: ModelStore
  step(change: Change): Promise<void>
  end(findings: readonly Remark[]): Promise<void>
  /** Runs one job in its process. Undefined: the house goes down. @param path the upload itself without it */
  look(
    job: { readonly name: string; readonly bytes: number; readonly unit?: UnitName | null },
    task: Task,
    path?: string,
  ): Promise<Made | { readonly faults: readonly Remark[] } | undefined>
  keep(made: Made): Promise<{ readonly booth: BoothModel; readonly report: ModelReport } | undefined>
}

type Part = Unpacked['parts'][number]
/** What became of a part; why not; or nothing, since the house goes down. */
type Taken = { readonly as: string } | { readonly faults: readonly Remark[] } | undefined

/** Answers whether the import came to its end, well or not. */
export async function passImport(row: UploadRow, steps: Steps): Promise<boolean> {
  await steps.step({ stage: 'checking' })
  const opened = await steps.look({ name: row.name, bytes: row.bytes ?? 0 }, 'unpack')
  if (!opened) return false
  if ('faults' in opened) return await ended(steps, opened.faults)
  try {
    const unpacked = unpackedSchema.parse(JSON.parse(await readFile(join(opened.out, UNPACKED_FILE), 'utf8')))
    const full = await noRoom(row, unpacked, steps)
    if (full) return await ended(steps, [full])
    await steps.step({ stage: 'optimising' })
    const names = new Map<string, string>()
    for (const [at, part] of unpacked.parts.entries()) {
      const taken = await takePart(row, part, join(opened.out, partFile(at)), steps)
      if (!taken) return false
      if ('faults' in taken)
        return await ended(steps, [{ code: 'model.import-part', detail: { name: part.name } }, ...taken.faults])
      names.set(part.sha256, taken.as)
    }
    const source = await steps.deps.files.put(Buffer.from(JSON.stringify(importedOf(unpacked, names))))
    await steps.step({ stage: 'ready', source })
    return true
  } finally {
    await opened.done()
  }
}

async function ended(steps: Steps, findings: readonly Remark[]): Promise<boolean> {
  await steps.end(findings)
  return true
}

/** The content with every name that its parts have here. */
function importedOf({ city, made, content, parts }: Unpacked, names: ReadonlyMap<string, string>): Imported {
  const model = parts.find(({ kind }) => kind === 'model')
  const upload = (model && names.get(model.sha256)) ?? null
  const files = new Map([...filesOf(content)].map((hash) => [hash, names.get(hash) ?? hash]))
  const renamed = withFiles(content, files)
  return { city, made, content: { ...renamed, model: { ...renamed.model, upload: upload as LineId | null } } }
}

async function takePart(row: UploadRow, part: Part, path: string, steps: Steps): Promise<Taken> {
  return part.kind === 'model' ? await takeModel(row, part, path, steps) : await takeFile(row, part, path, steps)
}

async function takeFile(
  { city }: UploadRow,
  { name, sha256, bytes }: Part,
  path: string,
  steps: Steps,
): Promise<Taken> {
  const { deps, store } = steps
  if (await store.hasFile(city, sha256)) return { as: sha256 }
  const kind = kindOfName(name)
  if (!kind) return { faults: [{ code: 'model.file-type', detail: {} }] }
  const limit = FILE_MAX_MB[kind]
  if (bytes > limit * 1024 * 1024) return { faults: [{ code: 'model.file-too-large', detail: { limit } }] }
  const taken = await steps.look({ name, bytes }, 'file', path)
  if (!taken || 'faults' in taken) return taken
  try {
    const made = join(taken.out, TAKEN_FILE)
    const hash = await deps.files.put(createReadStream(made))
    const { width, height } = taken.file ?? { width: null, height: null }
    const file = { hash, kind, name, bytes: (await stat(made)).size, width, height }
    await store.keepFile(city, file, deps.clock())
    return { as: hash }
  } finally {
    await taken.done()
  }
}

async function takeModel(
  row: UploadRow,
  { name, sha256, bytes, unit }: Part,
  path: string,
  steps: Steps,
): Promise<Taken> {
  const { deps, store } = steps
  const known = await store.acceptedFrom(row.city, sha256, unit)
  if (known) return { as: known }
  for (const task of ['check', 'optimise'] as const) {
    const made = await steps.look({ name, bytes, unit }, task, path)
    if (!made || 'faults' in made) return made
    try {
      if (task === 'check') continue
      const model = await steps.keep(made)
      if (!model) return { faults: [{ code: 'model.too-heavy', detail: {} }] }
      const source = await deps.files.put(createReadStream(path))
      const id = makeId<LineId>(deps.random)
      const { city, person } = row
      await store.add({ id, city, person, name, kind: 'model', bytes, unit }, deps.clock())
      const { findings } = made
      await store.change(id, { stage: 'ready', source, findings, report: model.report }, deps.clock())
      await store.keep({ id, city }, model.booth, deps.clock())
      return { as: id }
    } finally {
      await made.done()
    }
  }
  return undefined
}

/** Whether what is new to the city still fits into its room; the zip itself goes. */
async function noRoom({ city, bytes }: UploadRow, { parts }: Unpacked, { deps, store }: Steps): Promise<Remark | null> {
  let more = 0
  for (const { kind, sha256, bytes: size, unit } of parts) {
    const there = kind === 'file' ? await store.hasFile(city, sha256) : await store.acceptedFrom(city, sha256, unit)
    if (!there) more += size
  }
  const used = (await store.used(city)) - (bytes ?? 0)
  if (used + more <= deps.cityBytes) return null
  const mb = (count: number) => Math.round(count / 1024 / 1024)
  return { code: 'model.quota', detail: { used: mb(used), limit: mb(deps.cityBytes) } }
}
