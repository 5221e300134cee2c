// npm run fuzz -- gateway [--messages 100000] [--seed 1] [--guests 36] [--json]
// npm run fuzz -- model [--corpus DIR] [--files 500] [--from 0] [--seed 1] [--only N] [--json]
// Runs a fuzzer, says what was wrong. Exit code 1 when anything was.

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Line, line, machine, summary, table } from '../bench/report.ts'
import { ROOT } from '../support/paths.ts'
import { fuzzGateway } from './gateway.ts'
import { fuzzModel } from './model.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    guests: { type: 'string', default: '36' },
    corpus: { type: 'string', default: join(ROOT, 'tests/fixtures/models') },
    files: { type: 'string', default: '500' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const say = (text: string) => console.error(text)

async function gateway(): Promise<Line[]> {
  const result = await fuzzGateway({ messages: Number(values.messages), seed, guests: Number(values.guests), say })
  for (const fault of result.faults.slice(0, 40)) console.log(`  ${fault}`)
  return [
    line(`messages, seed ${seed}`, result.messages, '', null),
    line('granted', result.granted, '', { least: 1 }),
    line('refused', result.refused, '', { least: 1 }),
    line('told', result.told, '', { least: 1 }),
    line('crashes, errors logged, told or granted to who may not', result.faults.length, '', { most: 0 }),
  ]
}

async function model(): Promise<Line[]> {
  const only = values.only === undefined ? {} : { only: Number(values.only) }
  const result = await fuzzModel({
    corpus: values.corpus,
    files: Number(values.files),
    from: Number(values.from),
    seed,
    ...only,
    say,
  })
  for (const fault of result.faults) console.log(`  ${fault}`)
  for (const [code, count] of Object.entries(result.codes).sort(([, a], [, b]) => b - a)) say(`${count} × ${code}`)
  const { accepted, refused, stopped, crash, hang, unclassified } = result.ends
  return [
    line(`damaged files, seed ${seed}`, accepted + refused + stopped + crash + hang + unclassified, '', null),
    line('accepted', accepted, '', null),
    line('refused with a code', refused, '', null),
    line('ended by their limits, with a code', stopped, '', null),
    line('longest', result.longest, 's', null),
    line('crashes', crash, '', { most: 0 }),
    line('hangs', hang, '', { most: 0 }),
    line('unclassified', unclassified, '', { most: 0 }),
  ]
}

const FUZZERS: Readonly<Record<string, () => Promise<Line[]>>> = { gateway, model }
const name = positionals[0] ?? ''
const fuzzer = FUZZERS[name]
if (!fuzzer) {
  console.error(`Which fuzzer? One of: ${Object.keys(FUZZERS).join(', ')}`)
  process.exit(2)
}
const lines = await fuzzer()
console.log(`fuzz ${name} on ${machine()}\n\n${table(lines)}`)
if (values.json) console.log(summary(`fuzz ${name}`, lines))
process.exit(lines.every(({ pass }) => pass) ? 0 : 1)
