// The pipeline on a folder of real models and on every hostile file, each in its real child process with its limits:
// `npm run bench -- model --corpus DIR [--json]`. Without --corpus: the fixtures. `--smoke`: a few of each.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Task } from '../../models/pipeline/task.ts'
import { inspect, type Outcome } from '../../server/model/inspect.ts'
import { judge } from '../../shared/model/judge.ts'
import { LEVELS } from '../../shared/model/limits.ts'
import type { ModelReport } from '../../shared/model/summary.ts'
import { hostileFiles } from '../integration/model/hostile-files.ts'
import { emptyFolder, ROOT } from '../support/paths.ts'
import { type Bench, type BenchOptions, type Line, line } from './report.ts'

interface Answer {
  readonly outcome: Outcome
  readonly seconds: number
}

async function run(folder: string, name: string, task: Task): Promise<Answer> {
  const file = join(folder, name)
  const out = mkdtempSync(join(emptyFolder('bench-model'), 'out-'))
  const started = performance.now()
  const job = { task, file, bytes: statSync(file).size, name, out }
  const outcome = await inspect(job, new AbortController().signal)
  rmSync(out, { recursive: true, force: true })
  return { outcome, seconds: (performance.now() - started) / 1000 }
}

function refusedBy({ outcome }: Answer): string | undefined {
  if (outcome.kind === 'stopped') return outcome.code
  const verdict = judge(outcome.answer.summary)
  return verdict.kind === 'refused' ? verdict.faults[0]?.code : undefined
}

const kilo = (bytes: number) => `${Math.round(bytes / 1000)} kB`

async function benchCorpus({ corpus, smoke, say }: BenchOptions): Promise<Line[]> {
  const folder = corpus ?? join(ROOT, 'tests/fixtures/models')
  const all = readdirSync(folder).filter((name) => /\.(glb|gltf|zip)$/i.test(name))
  const names = smoke ? all.slice(0, 3) : all
  const reports: ModelReport[] = []
  let longest = 0
  for (const name of names) {
    const answer = await run(folder, name, 'optimise')
    longest = Math.max(longest, answer.seconds)
    const report = answer.outcome.kind === 'answered' ? answer.outcome.answer.report : null
    if (!report) {
      say(`${name}: refused, ${refusedBy(answer)}`)
      continue
    }
    reports.push(report)
    const levels = LEVELS.map((level) => {
      const { bytes, triangles, drawCalls } = report[level]
      return `${level} ${kilo(bytes)}, ${triangles} triangles, ${drawCalls} draw calls`
    })
    say(`${name}: ${kilo(report.before.bytes)} → ${levels.join(' · ')} (${answer.seconds.toFixed(1)} s)`)
  }
  const ratios = reports.map(({ before, near }) => near.bytes / before.bytes).sort((a, b) => a - b)
  const sum = (pick: (report: ModelReport) => number) => reports.reduce((total, report) => total + pick(report), 0)
  return [
    line('models taken', reports.length, 'files', { least: names.length }),
    line(
      'near: bytes after / before, median',
      ratios[Math.floor(ratios.length / 2)] ?? 0,
      '',
      smoke ? null : { most: 0.21 },
    ),
    line('as uploaded, sum', sum(({ before }) => before.bytes) / 1e6, 'MB', null),
    line('near, sum', sum(({ near }) => near.bytes) / 1e6, 'MB', null),
    line('mid, sum', sum(({ mid }) => mid.bytes) / 1e6, 'MB', null),
    line('far, sum', sum(({ far }) => far.bytes) / 1e6, 'MB', null),
    line(
      'draw calls as uploaded, sum',
      sum(({ before }) => before.drawCalls),
      '',
      null,
    ),
    line(
      'draw calls near, sum',
      sum(({ near }) => near.drawCalls),
      '',
      null,
    ),
    line('draw calls far, most', Math.max(...reports.map(({ far }) => far.drawCalls)), '', { most: 1 }),
    line('longest model, all levels', longest, 's', { most: 60 }),
  ]
}

async function benchHostile({ smoke, say }: BenchOptions): Promise<Line[]> {
  const folder = smoke ? hostileFiles() : hostileFiles('--big')
  const manifest = join(folder, 'manifest.json')
  const all = JSON.parse(readFileSync(manifest, 'utf8')) as { file: string; expected: string }[]
  const list = smoke ? all.filter((_entry, at) => at % 20 === 0) : all
  let [wrong, longest, stopped] = [0, 0, 0]
  const before = process.memoryUsage().rss
  for (const { file, expected } of list) {
    const checked = await run(folder, file, 'check')
    const made = refusedBy(checked) ? undefined : await run(folder, file, 'optimise')
    const refused = refusedBy(checked) ?? (made && refusedBy(made))
    longest = Math.max(longest, checked.seconds, made?.seconds ?? 0)
    if ((made ?? checked).outcome.kind === 'stopped') stopped++
    if ((expected === 'reject') === (refused !== undefined)) continue
    wrong++
    say(`${file}: expected ${expected}, got ${refused ?? 'accepted'}`)
  }
  return [
    line('hostile files', list.length, 'files', null),
    line('hostile files with a wrong answer', wrong, 'files', { most: 0 }),
    line('hostile files whose child had to be ended', stopped, 'files', null),
    line('longest answer to a hostile file', longest, 's', { most: 20 }),
    line('parent grew by', (process.memoryUsage().rss - before) / 2 ** 20, 'MiB', { most: 100 }),
  ]
}

/** Real models by their bytes and draw calls; hostile files by their answers. */
export const bench: Bench = async (options) => [...(await benchCorpus(options)), ...(await benchHostile(options))]
