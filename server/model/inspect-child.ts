// The expendable process that reads what a city sent: `inspect-child TASK FILE NAME OUT MEGABYTES SECONDS`.
// Writes OUT/answer.json, and for `optimise` the three levels. A thread of its own watches memory, time and the parent.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { LEVELS } from '../../shared/model/limits.ts'
import type { Inspected } from '../../shared/model/summary.ts'

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
const { check, optimise } = await import('../../models/pipeline/optimise.ts')

const bytes = await readFile(file)
await writeFile(join(out, 'answer.json'), JSON.stringify(task === 'optimise' ? await make() : await look()))
await watch.terminate()

async function look(): Promise<Inspected> {
  return { summary: await check(bytes), report: null }
}

async function make(): Promise<Inspected> {
  const answer = await optimise(bytes, name)
  if (!answer.ok) return { summary: answer.summary, report: null }
  for (const level of LEVELS) await writeFile(join(out, `${level}.glb`), answer.files[level])
  return { summary: answer.summary, report: answer.report }
}
