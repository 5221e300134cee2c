// Every hostile file through the real child process: the answers, and what they cost.

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hostileFiles } from '../../integration/model/hostile-files.ts'
import { type BenchOptions, type Line, line } from '../report.ts'
import { refusedBy, runTask } from './levels.ts'

/** Lines on the hostile files; `smoke`: on a few of them. */
export async function benchHostile({ smoke, say }: Pick<BenchOptions, 'smoke' | 'say'>): Promise<Line[]> {
  const folder = smoke ? hostileFiles() : hostileFiles('--big')
  const manifest = join(folder, 'manifest.json')
  const all = JSON.parse(readFileSync(manifest, 'utf8')) as { file: string; expected: string }[]
  const list = smoke ? all.filter((_entry, at) => at % 20 === 0) : all
  let [wrong, longest, stopped] = [0, 0, 0]
  const before = process.memoryUsage().rss
  for (const { file, expected } of list) {
    const checked = await runTask(join(folder, file), 'check')
    const made = refusedBy(checked) ? undefined : await runTask(join(folder, file), 'optimise')
    for (const answer of [checked, made]) if (answer) rmSync(answer.out, { recursive: true, force: true })
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
