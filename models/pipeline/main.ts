// The pipeline as a command: `npm run model -- check FILE` and `npm run model -- optimise IN OUTDIR`, with `--unit` and `--json`.
// Exit status 0: accepted; 1: refused, with codes; no other.

import { command } from './command.ts'
import { inWords } from './in-words.ts'

const words = process.argv.slice(2)
const json = words.includes('--json')
const said = await command(
  words.filter((word) => word !== '--json'),
  (line) => process.stderr.write(`${line}\n`),
)
process.stdout.write(json ? `${JSON.stringify(said)}\n` : inWords(said))
process.exitCode = said.ok ? 0 : 1
