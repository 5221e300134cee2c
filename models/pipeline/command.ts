// What `npm run model` does: reads its words, has the file checked or optimised in an expendable process with the server's limits,
// keeps the levels and the report. Whatever comes, its answer is a value. Printing and the exit status are main.ts's.

import { copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judge } from '../../shared/model/judge.ts'
import { LEVELS } from '../../shared/model/limits.ts'
import type { ModelReport, ModelSummary, Remark } from '../../shared/model/summary.ts'
import { isUnit, type UnitName } from '../../shared/model/units.ts'
import { ModelFault, plainName, refuse } from './fault.ts'
import { listFolder } from './folder.ts'
import { runHeld } from './held.ts'
import { type BrowserFiles, unpackBrowser } from './stills/browser.ts'
import { takePictures } from './stills/take.ts'
import type { Task } from './task.ts'

interface Call {
  readonly task: Task
  readonly input: string
  readonly out: string
  readonly unit: UnitName | undefined
}

/** What the command says; `--json` prints it on the last line. */
export interface Said {
  readonly ok: boolean
  readonly name: string
  readonly faults: readonly Remark[]
  readonly findings: readonly Remark[]
  readonly summary: ModelSummary | null
  readonly report: ModelReport | null
  /** How many pictures were taken; none where no browser runs, which is no fault of the model. */
  readonly stills: number
}

/** Runs the command. Never throws: a fault of ours is `model.failed`, its words go to `log`. */
export async function command(args: readonly string[], log: (words: string) => void): Promise<Said> {
  try {
    return await run(args, log)
  } catch (error) {
    const fault = error instanceof ModelFault ? error.remark : { code: 'model.failed', detail: {} }
    if (!(error instanceof ModelFault)) log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return { ok: false, name: '', faults: [fault], findings: [], summary: null, report: null, stills: 0 }
  }
}

async function run(args: readonly string[], log: (words: string) => void): Promise<Said> {
  const call = callOf(args)
  const name = plainName(basename(resolve(call.input)))
  const bytes = await sizeOf(call.input)
  if (call.task === 'optimise') await mustBeWritable(call.out)
  const out = await mkdtemp(join(tmpdir(), 'parlor-model-'))
  try {
    const program = join(fileURLToPath(import.meta.url), '..', 'main-child.ts')
    const unit = call.unit ? { unit: call.unit } : {}
    const job = { task: call.task, file: resolve(call.input), bytes, name, out, ...unit }
    const outcome = await runHeld(program, job, new AbortController().signal)
    if (outcome.kind === 'stopped') refuse(outcome.code)
    const { summary, report } = outcome.answer
    const verdict = judge(summary)
    const faults = verdict.kind === 'refused' ? verdict.faults : []
    const answer: Said = {
      ok: faults.length === 0,
      name,
      faults,
      findings: summary.findings,
      summary,
      report,
      stills: 0,
    }
    if (!answer.ok || !report) return answer
    await keep(out, call.out, answer)
    return { ...answer, stills: await takeStills(call.out, log) }
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

function callOf(args: readonly string[]): Call {
  const at = args.indexOf('--unit')
  const told = at < 0 ? undefined : (args[at + 1] ?? '')
  if (told !== undefined && !isUnit(told)) refuse('model.wrong-call')
  const [task, input, out = '', ...rest] = at < 0 ? args : args.toSpliced(at, 2)
  const right = task === 'check' ? out === '' : task === 'optimise' && out !== ''
  if (!right || !input || rest.length > 0 || [input, out].some((word) => word.startsWith('--')))
    refuse('model.wrong-call')
  return { task: task as Task, input, out, unit: told }
}

async function sizeOf(input: string): Promise<number> {
  try {
    const found = await stat(input)
    if (found.isFile()) return found.size
    if (found.isDirectory()) return (await listFolder(input)).reduce((sum, { bytes }) => sum + bytes, 0)
  } catch (error) {
    if (error instanceof ModelFault) throw error
  }
  refuse('model.no-file', { name: plainName(input) })
}

async function mustBeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'report.json'), '')
    await rm(join(folder, 'report.json'))
  } catch {
    refuse('model.cannot-write', { name: plainName(folder) })
  }
}

async function keep(from: string, to: string, { report, findings }: Said): Promise<void> {
  for (const level of LEVELS) await copyFile(join(from, `${level}.glb`), join(to, `${level}.glb`))
  await writeFile(join(to, 'report.json'), `${JSON.stringify({ ...report, findings }, null, 1)}\n`)
}

// The browser is unpacked into the project's own cache, which is what the tests use too.
async function takeStills(folder: string, log: (words: string) => void): Promise<number> {
  const place = join(folder, 'stills')
  try {
    const files = await browserFiles()
    if (!files) return 0
    const glb = await readFile(join(folder, 'near.glb'))
    const { thumbnail, stills } = await takePictures(glb, files, new AbortController().signal)
    await rm(place, { recursive: true, force: true })
    await mkdir(place, { recursive: true })
    await writeFile(join(place, 'thumbnail.webp'), thumbnail)
    for (const [at, still] of stills.entries()) await writeFile(join(place, `still-${at + 1}.webp`), still)
    return stills.length
  } catch (error) {
    log(`No pictures were taken: ${error instanceof Error ? error.message : String(error)}`)
    return 0
  }
}

async function browserFiles(): Promise<BrowserFiles | null> {
  const named = process.env.BROWSER || 'packed'
  if (named === 'none') return null
  if (named !== 'packed') return { path: resolve(named), env: {} }
  return await unpackBrowser(fileURLToPath(new URL('../../.cache', import.meta.url)))
}
