// The pipeline as a command: `node --import tsx models/pipeline/main.ts FILE OUT` writes near.glb, mid.glb, far.glb and
// report.json into OUT and prints the numbers. Exit status 1 where the file is refused.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LEVELS } from '../../shared/model/limits.ts'
import { optimise } from './optimise.ts'

const [file, out] = process.argv.slice(2)
if (!file || !out) {
  process.stderr.write('usage: node --import tsx models/pipeline/main.ts FILE OUT\n')
  process.exit(2)
}

const answer = await optimise(await readFile(file), basename(file))
if (!answer.ok) {
  process.stdout.write(`${JSON.stringify(answer.summary.faults)}\n`)
  process.exit(1)
}
await mkdir(out, { recursive: true })
for (const level of LEVELS) await writeFile(join(out, `${level}.glb`), answer.files[level])
const report = `${JSON.stringify({ ...answer.report, findings: answer.summary.findings }, null, 1)}\n`
await writeFile(join(out, 'report.json'), report)
process.stdout.write(report)
