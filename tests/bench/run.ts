// npm run bench -- NAME [--json] [--sizes 500,1000] [--rounds 7] [--seconds 10] [--corpus DIR] [--only PART] [--smoke]: runs one bench, prints its table.
// Exit code 1 when a limit was missed.

import { parseArgs } from 'node:util'
import { type Bench, machine, summary, table } from './report.ts'

const BENCHES: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  fanout: () => import('./fanout.ts'),
  crowd: () => import('./crowd.ts'),
  hall: () => import('./hall.ts'),
  model: () => import('./model.ts'),
  storm: () => import('./storm.ts'),
  swap: () => import('./swap.ts'),
  start: () => import('./start.ts'),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    corpus: { type: 'string' },
    only: { type: 'string' },
  },
})
const name = positionals[0] ?? ''
const load = BENCHES[name]
if (!load) {
  console.error(`Which bench? One of: ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}
const whole = (text: string | undefined) => (text === undefined ? null : Number(text))
const { bench } = await load()
const lines = await bench({
  smoke: values.smoke,
  sizes: values.sizes?.split(',').map(Number) ?? null,
  rounds: whole(values.rounds),
  seconds: whole(values.seconds),
  ...(values.corpus !== undefined && { corpus: values.corpus }),
  ...(values.only !== undefined && { only: values.only }),
  say: (text) => console.error(text),
})
console.log(`${name} on ${machine()}\n\n${table(lines)}`)
if (values.json) console.log(summary(name, lines))
process.exit(lines.every(({ pass }) => pass) ? 0 : 1)
