// The model pipeline's fuzzer: real models damaged by a seeded hand, each through the real child process with its limits, as an
// upload goes. Every file ends accepted or refused with a code that has words; whatever else becomes of it is a fault, and is kept.

import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Task } from '../../models/pipeline/task.ts'
import { type Limits, levelFiles, limitsOf } from '../../server/model/inspect.ts'
import { judge } from '../../shared/model/judge.ts'
import { MODEL_WORDS } from '../../shared/words/model.ts'
import { FORMAT_WORDS } from '../../shared/words/model-formats.ts'
import { MENDING_WORDS } from '../../shared/words/model-mending.ts'
import { type Answer, runTask } from '../bench/looks/levels.ts'
import { CACHE, emptyFolder } from '../support/paths.ts'
import { seeded } from '../support/seeded.ts'
import { damage } from './damage.ts'

export interface ModelFuzzOptions {
  /** Folder of sound models. */
  readonly corpus: string
  /** Their numbers go from `from`, 0 if nothing is said, to below `files`: a long run can be gone on with. */
  readonly files: number
  readonly from?: number
  readonly seed: number
  /** Only this one of them, again. */
  readonly only?: number
  readonly say: (text: string) => void
}

export type End = 'accepted' | 'refused' | 'stopped' | 'crash' | 'hang' | 'unclassified'

export interface Ended {
  readonly end: End
  /** The code, or what was said last. */
  readonly word: string
  readonly seconds: number
}

export interface ModelFuzzResult {
  readonly ends: Readonly<Record<End, number>>
  /** How often each code was said. */
  readonly codes: Readonly<Record<string, number>>
  readonly longest: number
  /** Empty when all is well. */
  readonly faults: readonly string[]
}

const WORDS = { ...MODEL_WORDS, ...FORMAT_WORDS, ...MENDING_WORDS }

/** Beside the child's own limits by the clock: to start, and to be ended. Seconds. */
const GRACE = 15
const STARVED = 3
/** What a process says that was given no more memory: it kept its limit, and that has a code of its own. */
const NO_MEMORY =
  /out of memory|allocation failed|could not allocate|bad_alloc|invalid array length|memory access out of bounds/i

/** Damages and runs them, two at a time. */
export async function fuzzModel(options: ModelFuzzOptions): Promise<ModelFuzzResult> {
  const { corpus, files, from = 0, seed, only, say } = options
  const names = readdirSync(corpus).filter((name) => /\.(glb|zip)$/i.test(name))
  const ends: Record<End, number> = { accepted: 0, refused: 0, stopped: 0, crash: 0, hang: 0, unclassified: 0 }
  const codes: Record<string, number> = {}
  const faults: string[] = []
  let [next, longest] = [only ?? from, 0]
  const last = only === undefined ? files : only + 1
  const work = async () => {
    while (next < last) {
      const at = next++
      const { name, bytes, how } = damagedFile(corpus, names, seed, at)
      const ended = await runDamaged(bytes, name)
      ends[ended.end]++
      longest = Math.max(longest, ended.seconds)
      if (ended.end === 'refused' || ended.end === 'stopped') codes[ended.word] = (codes[ended.word] ?? 0) + 1
      const told = `${at} ${name}, ${how}: ${ended.end} ${ended.word} (${ended.seconds.toFixed(1)} s)`
      if (only !== undefined || ended.end === 'stopped') say(told)
      if (!isFault(ended)) continue
      faults.push(`${told}, kept as ${keep(seed, at, name, bytes)}`)
      say(faults.at(-1) ?? '')
    }
  }
  await Promise.all([work(), work()])
  return { ends, codes, longest, faults }
}

export const isFault = ({ end }: Ended): boolean => end === 'crash' || end === 'hang' || end === 'unclassified'

/** The file of a number: always the same for a seed, whatever ran before it. */
export function damagedFile(corpus: string, names: readonly string[], seed: number, at: number) {
  const chance = seeded(seed * 100_003 + at)
  const name = names[Math.floor(chance() * names.length)] ?? ''
  return { name, ...damage(readFileSync(join(corpus, name)), chance) }
}

function keep(seed: number, at: number, name: string, bytes: Buffer): string {
  const folder = join(CACHE, 'fuzz-model')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${seed}-${at}-${name}`)
  writeFileSync(file, bytes)
  return file
}

/** A file checked and, if it passes, made into levels: as the server does it. */
export async function runDamaged(bytes: Buffer, name: string): Promise<Ended> {
  const folder = emptyFolder('fuzz-model')
  try {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const checked = await through(file, 'check')
    return checked.end === 'accepted' ? await through(file, 'optimise') : checked
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function through(file: string, task: Task): Promise<Ended> {
  const answer = await runTask(file, task)
  try {
    return await judged(answer, task, limitsOf(task, statSync(file).size))
  } finally {
    rmSync(answer.out, { recursive: true, force: true })
  }
}

async function judged({ outcome, seconds, peak, out }: Answer, task: Task, limits: Limits): Promise<Ended> {
  const end = (what: End, word: string): Ended => ({ end: what, word, seconds })
  if (seconds > limits.seconds * STARVED + GRACE) return end('hang', `${task} took ${seconds} s`)
  if (outcome.kind === 'stopped') {
    const held = outcome.code === 'model.too-long' || peak > 0.8 * limits.megabytes || NO_MEMORY.test(outcome.words)
    return held ? end('stopped', outcome.code) : end('crash', `${task} at ${Math.round(peak)} MB: ${outcome.words}`)
  }
  const verdict = judge(outcome.answer.summary)
  if (verdict.kind === 'refused') {
    const strange = verdict.faults.find(({ code }) => !(code in WORDS))
    if (strange) return end('unclassified', `no words for ${strange.code}`)
    return end('refused', verdict.faults[0]?.code ?? '')
  }
  if (task === 'check') return end('accepted', '')
  const made = outcome.answer.report !== null && (await levelFiles(out)) !== undefined
  return made ? end('accepted', '') : end('unclassified', 'accepted without its levels')
}
