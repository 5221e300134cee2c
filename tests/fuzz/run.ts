// npm run fuzz -- gateway [--messages 100000] [--seed 1] [--guests 36] [--json]: runs the fuzzer, says what was wrong.
// Exit code 1 when anything was.

import { parseArgs } from 'node:util'
import { line, machine, summary, table } from '../bench/report.ts'
import { fuzzGateway } from './gateway.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    guests: { type: 'string', default: '36' },
    json: { type: 'boolean', default: false },
  },
})
if (positionals[0] !== 'gateway') {
  console.error('Which fuzzer? One of: gateway')
  process.exit(2)
}
const seed = Number(values.seed)
const result = await fuzzGateway({
  messages: Number(values.messages),
  seed,
  guests: Number(values.guests),
  say: (text) => console.error(text),
})
for (const fault of result.faults.slice(0, 40)) console.log(`  ${fault}`)
const lines = [
  line(`messages, seed ${seed}`, result.messages, '', null),
  line('granted', result.granted, '', { least: 1 }),
  line('refused', result.refused, '', { least: 1 }),
  line('told', result.told, '', { least: 1 }),
  line('crashes, errors logged, told or granted to who may not', result.faults.length, '', { most: 0 }),
]
console.log(`fuzz gateway on ${machine()}\n\n${table(lines)}`)
if (values.json) console.log(summary('fuzz gateway', lines))
process.exit(lines.every(({ pass }) => pass) ? 0 : 1)
