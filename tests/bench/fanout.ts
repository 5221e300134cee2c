// npm run bench -- fanout: a guide's pose to 500 and 1,000 followers at 10 Hz, the real house against two references in the
// same run: `ws` writing one buffer to all, and Socket.IO emitting JSON. Figures are medians of the ratios within a round.
// The house's followers echo as real clients do; the references' do not.

import { startHouseTour } from './house.ts'
import { cpuMs, inBatches, median, sleep } from './measure.ts'
import { type Reference, startSocketIoJson, startWsPre } from './reference/references.ts'
import { type Bench, type BenchOptions, type Line, line } from './report.ts'

export interface Figures {
  /** Server CPU per 1,000 deliveries, ms. */
  readonly cpu: number
  /** Bytes read by the clients per delivery. */
  readonly bytes: number
  /** Share of the due deliveries that arrived, %. */
  readonly delivered: number
}

/** Starts a server of each kind by turns; the first is the house. */
export type Party = readonly [name: string, start: () => Promise<Reference>]
const PARTIES: readonly Party[] = [
  ['house', startHouseTour],
  ['ws', startWsPre],
  ['socket.io json', startSocketIoJson],
]

/** Plays one party at one size. */
export async function playFanout(start: Party[1], followers: number, seconds: number): Promise<Figures> {
  const server = await start()
  let heard = 0
  const all = await inBatches(Array.from({ length: followers }), 50, () => server.follower(() => void heard++))
  const guide = await server.guide()
  await guide.run(15)
  await sleep(1500)
  heard = 0
  const bytes = () => all.reduce((sum, client) => sum + client.bytes(), 0)
  const [cpuBefore, bytesBefore] = [cpuMs(server.pid), bytes()]
  const poses = Math.round(seconds * 10)
  await guide.run(poses)
  const cpu = cpuMs(server.pid) - cpuBefore
  await sleep(500)
  const figures = {
    cpu: (cpu / heard) * 1000,
    bytes: (bytes() - bytesBefore) / heard,
    delivered: (heard / (poses * followers)) * 100,
  }
  guide.close()
  for (const client of all) client.close()
  server.stop()
  await sleep(300)
  return figures
}

/** Rounds of all parties at one size, in turning order, so that no one always runs first. */
export async function playRounds(
  parties: readonly Party[],
  size: number,
  rounds: number,
  seconds: number,
  say: BenchOptions['say'],
): Promise<ReadonlyMap<string, readonly Figures[]>> {
  const played = new Map<string, Figures[]>(parties.map(([name]) => [name, []]))
  // The load process warms up on everybody once, unmeasured: its first party was found a third dearer than the same one later.
  // Of one round nothing is compared.
  if (rounds > 1) for (const [, start] of parties) await playFanout(start, Math.min(size, 200), 1)
  for (let round = 0; round < rounds; round++) {
    for (const [name, start] of round % 2 ? parties.toReversed() : parties) {
      const figures = await playFanout(start, size, seconds)
      played.get(name)?.push(figures)
      const { cpu, bytes, delivered } = figures
      say(
        `${size} round ${round + 1} ${name}: ${cpu.toFixed(2)} ms/1,000, ${bytes.toFixed(1)} B, ${delivered.toFixed(2)} %`,
      )
    }
  }
  return played
}

/** The lines of one size; the first party against the others. */
export function fanoutLines(size: number, played: ReadonlyMap<string, readonly Figures[]>): Line[] {
  const house = played.get('house') ?? []
  const ratios = (other: string) => house.map(({ cpu }, i) => cpu / (played.get(other)?.[i]?.cpu ?? Number.NaN))
  const spread = (list: readonly number[]) => `${Math.min(...list).toFixed(2)}–${Math.max(...list).toFixed(2)}`
  const [ws, json] = [ratios('ws'), ratios('socket.io json')]
  return [
    line(`ratio_ws at ${size} (spread ${spread(ws)})`, median(ws), '×', { most: 1.2 }),
    line(`ratio_json at ${size} (spread ${spread(json)})`, median(json), '×', { most: 0.8 }),
    line(`bytes per delivery at ${size}`, median(house.map(({ bytes }) => bytes)), 'B', { most: 20 }),
    line(`delivered at ${size}`, Math.min(...house.map(({ delivered }) => delivered)), '%', { least: 99.5 }),
    ...[...played].map(([name, list]) =>
      line(`cpu per 1,000 of ${name} at ${size}`, median(list.map(({ cpu }) => cpu)), 'ms', null),
    ),
  ]
}

export const bench: Bench = async ({ smoke, sizes, rounds, seconds, say }) => {
  const lines: Line[] = []
  for (const size of sizes ?? (smoke ? [20] : [500, 1000])) {
    const played = await playRounds(PARTIES, size, rounds ?? (smoke ? 1 : 7), seconds ?? (smoke ? 1 : 10), say)
    lines.push(...fanoutLines(size, played))
  }
  return lines
}
