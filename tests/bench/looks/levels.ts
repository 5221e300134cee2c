// One file through the real child process that makes the levels: how long it took, how much memory, what it answered.

import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Task } from '../../../models/pipeline/task.ts'
import { inspect, type Outcome } from '../../../server/model/inspect.ts'
import { judge } from '../../../shared/model/judge.ts'
import { emptyFolder } from '../../support/paths.ts'

export interface Answer {
  readonly outcome: Outcome
  readonly seconds: number
  /** The most memory the child had in use, MB (Linux; else 0). */
  readonly peak: number
  /** Where the levels are, if it made them. The caller removes it. */
  readonly out: string
}

/** Runs a task on a file in its child process with its limits. */
export async function runTask(file: string, task: Task): Promise<Answer> {
  const out = mkdtempSync(join(emptyFolder('bench-model'), 'out-'))
  const started = performance.now()
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(out))
  }, 40)
  const job = { task, file, bytes: statSync(file).size, name: basename(file), out }
  const outcome = await inspect(job, new AbortController().signal)
  clearInterval(watch)
  return { outcome, seconds: (performance.now() - started) / 1000, peak, out }
}

/** The code a file was refused with; undefined where it was taken. */
export function refusedBy({ outcome }: Answer): string | undefined {
  if (outcome.kind === 'stopped') return outcome.code
  const verdict = judge(outcome.answer.summary)
  return verdict.kind === 'refused' ? verdict.faults[0]?.code : undefined
}

// The kernel keeps each process's highest; ours is the one that was given the folder.
function peakOf(folder: string): number {
  try {
    const tasks = readdirSync('/proc/self/task')
    const children = tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '))
    for (const pid of children.filter((text) => text.trim() !== '')) {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)) continue
      const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
      return Number(found?.[1] ?? 0) / 1000
    }
  } catch {
    // It has just ended, or this is no Linux.
  }
  return 0
}
