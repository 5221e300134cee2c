// What the expendable process does (held.ts): reads one file or folder, does one task, writes OUT/answer.json, for `optimise` the
// three levels, for `file` what was taken, for `ktx2` the near level anew. A thread of its own watches memory, time and the parent.

import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { kindOfName } from '../../shared/booth/files.ts'
import { LEVELS } from '../../shared/model/limits.ts'
import type { Inspected } from '../../shared/model/summary.ts'
import { isUnit, type UnitName } from '../../shared/model/units.ts'
import { TAKEN_FILE, type Task } from './task.ts'

// Works while the main thread sits in wasm. The parent gone, or its pipe: nobody waits for the answer any more.
const WATCH = `
const { workerData } = require('node:worker_threads')
const started = Date.now()
const parent = process.ppid
setInterval(() => {
  const late = Date.now() - started > workerData.seconds * 1000 + 5000
  if (late || process.ppid !== parent || process.memoryUsage.rss() > workerData.bytes) process.kill(process.pid, 'SIGKILL')
}, 15)
`

/** Does one job. @param words TASK FILE NAME OUT MEGABYTES SECONDS UNIT */
export async function work(words: readonly string[]): Promise<void> {
  const [task, file = '', name = '', out = '', megabytes = '1500', seconds = '20', told = ''] = words
  const watch = new Worker(WATCH, {
    eval: true,
    workerData: { bytes: Number(megabytes) * 1e6, seconds: Number(seconds) },
    execArgv: [],
  })
  watch.unref()
  const job: Job = { bytes: await readInput(file), name, out, unit: isUnit(told) ? told : undefined }
  const answer = await { check: look, optimise: make, file: takeIn, unpack: openBundle, ktx2: repack }[task as Task](
    job,
  )
  await writeFile(join(out, 'answer.json'), JSON.stringify(answer))
  await watch.terminate()
}

interface Job {
  readonly bytes: Uint8Array
  readonly name: string
  readonly out: string
  readonly unit: UnitName | undefined
}

// The pipeline's libraries load here and not above, so that the watch is up before them.
const pipeline = () => import('./optimise.ts')

async function look({ bytes, name, unit }: Job): Promise<Inspected> {
  return { summary: await (await pipeline()).check(bytes, name, unit), report: null, file: null }
}

async function make({ bytes, name, out, unit }: Job): Promise<Inspected> {
  const answer = await (await pipeline()).optimise(bytes, name, unit)
  if (!answer.ok) return { summary: answer.summary, report: null, file: null }
  for (const level of LEVELS) await writeFile(join(out, `${level}.glb`), answer.files[level])
  return { summary: answer.summary, report: answer.report, file: null }
}

async function repack({ bytes, out }: Job): Promise<Inspected> {
  const packed = await (await import('./ktx2/pack.ts')).packKtx2(bytes)
  if (packed) await writeFile(join(out, 'near.glb'), packed.glb)
  const summary = { bytes: bytes.length, counts: null, faults: [], findings: [] }
  return { summary, report: null, file: null, ktx2: packed?.offer ?? null }
}

async function takeIn({ bytes, name, out }: Job): Promise<Inspected> {
  const { takeFile } = await import('./city-file.ts')
  const answer = await takeFile(bytes, kindOfName(name) ?? 'picture')
  const summary = { bytes: bytes.length, counts: null, faults: answer.ok ? [] : [answer.fault], findings: [] }
  if (!answer.ok) return { summary, report: null, file: null }
  await writeFile(join(out, TAKEN_FILE), answer.bytes)
  return { summary, report: null, file: { width: answer.width, height: answer.height } }
}

async function openBundle({ bytes, out }: Job): Promise<Inspected> {
  const { unpackBundle } = await import('./bundle.ts')
  const fault = await unpackBundle(bytes, out)
  const summary = { bytes: bytes.length, counts: null, faults: fault ? [fault] : [], findings: [] }
  return { summary, report: null, file: null }
}

async function readInput(path: string): Promise<Uint8Array> {
  if (!(await stat(path)).isDirectory()) return await readFile(path)
  const { listFolder, packFolder } = await import('./folder.ts')
  return await packFolder(await listFolder(path))
}
