// npm run fuzz -- gateway [--messages 100000] [--seed 1] [--guests 36] [--json]: runs the fuzzer, says what was wrong.
// Exit code 1 when anything was.

import { parseArgs } from 'node:util'
import { machine } from '../bench/report.ts'
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
const pass = result.faults.length === 0
console.log(`${result.messages} messages, seed ${seed}: ${pass ? 'nothing wrong' : `${result.faults.length} faults`}`)
for (const fault of result.faults.slice(0, 40)) console.log(`  ${fault}`)
if (values.json) {
  console.log(
    JSON.stringify({ fuzz: 'gateway', at: new Date().toISOString(), machine: machine(), seed, ...result, pass }),
  )
}
process.exit(pass ? 0 : 1)
