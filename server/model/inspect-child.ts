// The expendable process that reads what a city sent: `inspect-child TASK FILE NAME OUT MEGABYTES SECONDS`.
// Writes OUT/answer.json, and for `optimise` the three levels. A thread of its own watches memory, time and the parent.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { kindOfName } from '../../shared/booth/files.ts'
import { LEVELS } from '../../shared/model/limits.ts'
import type { Inspected } from '../../shared/model/summary.ts'
import { TAKEN_FILE, type Task } from './inspect-task.ts'

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

const [task, file = '', name = '', out = '', megabytes = '1500', seconds = '20'] = process.argv.slice(2)
const watch = new Worker(WATCH, {
  eval: true,
  workerData: { bytes: Number(megabytes) * 1e6, seconds: Number(seconds) },
  execArgv: [],
})
watch.unref()

// The pipeline's libraries load here and not above, so that the watch is up before them.
const pipeline = () => import('../../models/pipeline/optimise.ts')

const bytes = await readFile(file)
const work = { check: look, optimise: make, file: takeIn }[task as Task]
await writeFile(join(out, 'answer.json'), JSON.stringify(await work()))
await watch.terminate()

async function look(): Promise<Inspected> {
  return { summary: await (await pipeline()).check(bytes), report: null, file: null }
}

async function make(): Promise<Inspected> {
  const answer = await (await pipeline()).optimise(bytes, name)
  if (!answer.ok) return { summary: answer.summary, report: null, file: null }
  for (const level of LEVELS) await writeFile(join(out, `${level}.glb`), answer.files[level])
  return { summary: answer.summary, report: answer.report, file: null }
}

async function takeIn(): Promise<Inspected> {
  const { takeFile } = await import('../../models/pipeline/city-file.ts')
  const answer = await takeFile(bytes, kindOfName(name) ?? 'picture')
  const summary = { bytes: bytes.length, counts: null, faults: answer.ok ? [] : [answer.fault], findings: [] }
  if (!answer.ok) return { summary, report: null, file: null }
  await writeFile(join(out, TAKEN_FILE), answer.bytes)
  return { summary, report: null, file: { width: answer.width, height: answer.height } }
}
