// Runs the pipeline on one file in a process of its own, with limits: memory and computing time by the system, both and the clock
// by us and by the child itself, low priority, an empty environment. The child is expendable: whatever becomes of it is an answer
// here. What it writes is parsed. The server and the command differ in the child's program only.

import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Inspected, inspectedSchema } from '../../shared/model/summary.ts'
import type { UnitName } from '../../shared/model/units.ts'
import { killGroup, limited } from './limited.ts'
import type { Task } from './task.ts'

export interface Job {
  readonly task: Task
  /** The uploaded file. */
  readonly file: string
  readonly bytes: number
  /** Its name as uploaded. */
  readonly name: string
  /** An empty folder for what the child writes. */
  readonly out: string
  /** What its numbers are, where somebody said so. */
  readonly unit?: UnitName
}

export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Inspected }
  /** It gave no answer: took too long, too much memory, or fell. `words`: the last it said, for the log. */
  | { readonly kind: 'stopped'; readonly code: 'model.too-long' | 'model.too-heavy'; readonly words: string }

export interface Limits {
  /** Of computing; by the clock it may take STARVED times as long, since on a busy day others come before it. */
  readonly seconds: number
  readonly megabytes: number
}

/** A child at low priority beside a full roadshow gets a third of a core and still answers, where a sound file is no fault. */
const STARVED = 3

const LARGE = 50 * 1024 * 1024
/** Nothing a child answers is longer; bytes. */
const ANSWER_MAX = 1024 * 1024

/** What a job may take. */
export function limitsOf(task: Task, bytes: number): Limits {
  // A zip of films is read as a whole, beside what comes out of it.
  if (task === 'unpack') return { seconds: 60, megabytes: 3_000 }
  if (task === 'ktx2') return { seconds: 300, megabytes: 1_500 }
  if (task !== 'optimise') return { seconds: 20, megabytes: 1_500 }
  return bytes > LARGE ? { seconds: 600, megabytes: 3_000 } : { seconds: 60, megabytes: 1_500 }
}

/**
 * Runs one job to its end. Never throws for what the child does; aborting the signal ends the child.
 * @param program the child: takes TASK FILE NAME OUT MEGABYTES SECONDS UNIT, and does work.ts
 */
export async function runHeld(
  program: string,
  job: Job,
  signal: AbortSignal,
  limits = limitsOf(job.task, job.bytes),
): Promise<Outcome> {
  const child = start(program, job, limits)
  const words = keepLastWords(child)
  let late = false
  const end = () => killGroup(child)
  const timer = setTimeout(
    () => {
      late = true
      end()
    },
    limits.seconds * STARVED * 1000,
  )
  signal.addEventListener('abort', end)
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', (code, by) => {
      late ||= by === 'SIGXCPU'
      resolve(code)
    })
  })
  clearTimeout(timer)
  signal.removeEventListener('abort', end)
  const answer = status === 0 ? await readAnswer(job.out) : undefined
  if (answer) return { kind: 'answered', answer }
  return { kind: 'stopped', code: late ? 'model.too-long' : 'model.too-heavy', words: words() }
}

function start(program: string, job: Job, limits: Limits): ChildProcess {
  // From sources (tests, development) the child needs the same loader as we do.
  const loader = program.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : []
  const heap = Math.floor(limits.megabytes * 0.7)
  const args = [`--max-old-space-size=${heap}`, ...loader, program, job.task, job.file, job.name, job.out]
  const watch = [String(limits.megabytes), String(limits.seconds * STARVED), job.unit ?? '']
  const held = { kilobytes: limits.megabytes * 1000, seconds: limits.seconds }
  const [first, ...rest] = limited(held, [process.execPath, ...args, ...watch])
  return spawn(first, rest, {
    cwd: job.out,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', TMPDIR: job.out, UV_THREADPOOL_SIZE: '2' },
  })
}

function keepLastWords(child: ChildProcess): () => string {
  let last = ''
  child.stderr?.on('data', (part: Buffer) => {
    last = (last + part.toString('utf8')).slice(-2000)
  })
  return () => last
}

async function readAnswer(out: string): Promise<Inspected | undefined> {
  try {
    const file = join(out, 'answer.json')
    if ((await stat(file)).size > ANSWER_MAX) return undefined
    const raw: unknown = JSON.parse(await readFile(file, 'utf8'))
    return inspectedSchema.parse(raw)
  } catch {
    return undefined
  }
}
