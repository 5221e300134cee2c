// npm run bench -- storm: 500 people of one tour drop at once and come back at once, jitter off. Everyone has a snapshot, soon,
// nobody is lost, and there is one guide.

import type { SessionSnapshot } from '../../shared/protocol/wire.ts'
import { join, startTour } from './house.ts'
import { type LightClient, must, newCookie, openLine } from './light-client.ts'
import { cpuMs, inBatches, percentile, sleep } from './measure.ts'
import { type Bench, line } from './report.ts'

interface Back {
  readonly client: LightClient
  readonly snapshot: SessionSnapshot
  /** From this client's own first attempt to its snapshot, ms. */
  readonly ms: number
}

export const bench: Bench = async ({ smoke, sizes, say }) => {
  const people = sizes?.[0] ?? (smoke ? 10 : 500)
  const { server, session, host } = await startTour()
  const cookies = await inBatches(Array.from({ length: people }), 25, () => newCookie(server.origin))
  const first = await inBatches(cookies, 25, (cookie) => join(server.origin, cookie, session))
  say(`${people} are in`)
  await sleep(1500)
  for (const client of [...first, host]) client.close()
  await sleep(500)
  say('all dropped')

  const comeBack = async (cookie: string): Promise<Back> => {
    const began = performance.now()
    const client = await openLine(server.origin, cookie)
    must(await client.ask('hall:enter', { language: 'en' }))
    const snapshot = must(await client.ask('session:join', { session }))
    return { client, snapshot, ms: performance.now() - began }
  }
  const cpu = cpuMs(server.pid)
  const settled = await Promise.allSettled([host.cookie, ...cookies].map(comeBack))
  const cpuUsed = cpuMs(server.pid) - cpu
  const back = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  for (const one of settled) if (one.status === 'rejected') say(String(one.reason))
  const times = back.map(({ ms }) => ms).sort((a, b) => a - b)
  const guides = new Set(back.map(({ snapshot }) => snapshot.state.lead.guide))
  const leading = back.filter(({ snapshot }) => snapshot.role === 'guide').length
  await sleep(1500)
  const again = must(await (back[0] as Back).client.ask('session:join', { session }))
  for (const { client } of back) client.close()
  await server.kill()
  return [
    line(`came back with a snapshot, of ${people + 1}`, back.length, '', { least: people + 1 }),
    line('from own first attempt to the snapshot, p95', percentile(times, 0.95), 'ms', smoke ? null : { most: 1500 }),
    line('the slowest', times.at(-1) ?? Number.NaN, 'ms', null),
    line('server CPU a person', cpuUsed / (people + 1), 'ms', smoke ? null : { most: 3 }),
    line('guides named by the snapshots', guides.size, '', { most: 1 }),
    line('lines that may lead', leading, '', { most: 1 }),
    line('present afterwards', again.sums.present.net, '', { least: people + 1 }),
  ]
}
