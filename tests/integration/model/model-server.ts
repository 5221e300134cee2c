// A program for tests: the model's part of the server alone, to be killed. Prints its address, then each stage told.

import { openModelHouse } from './model-house.ts'

const [folder = '', port = '0'] = process.argv.slice(2)
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const house = await openModelHouse(
  folder,
  { tell: ({ city, stage }) => say({ city, stage }), onAccepted: async (city) => void say({ accepted: city }) },
  Number(port),
)
say({ origin: house.origin })
