// The only file that touches the process: environment, terminal, signals, exit. Everything else is createApp's.

import { webcrypto } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import type { StartLink } from './desk/start-links.ts'
import { StartFault } from './start-fault.ts'
import { storageRefusal } from './storage/trouble.ts'

/** dist/client, seen from dist/server. From the sources (development) there is none: Vite serves the client then. */
const BUILT_CLIENT = import.meta.url.endsWith('.js') ? fileURLToPath(new URL('../client', import.meta.url)) : null

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }))
  const random = (length: number) => webcrypto.getRandomValues(new Uint8Array(length))
  const app = await createApp({ config, clock: Date.now, random, log, client: BUILT_CLIENT })
  const { url, links } = await app.listen()
  // What nobody caught: nothing can be trusted after it. The next start goes on from what is stored.
  process.on('uncaughtException', (thrown) => {
    log.fatal({ err: thrown }, 'uncaught')
    process.exit(1)
  })
  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    app.close().then(
      () => process.exit(0),
      (thrown: unknown) => fail(thrown),
    )
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
  // Last: who reads the address may tell us to end. One write: who reads it has the links too.
  console.log([...linkLines(links), `Parlor is open at ${url}`].join('\n'))
}

function linkLines(links: readonly StartLink[]): string[] {
  if (links.length === 0) return []
  const lines = links.map(({ role, url }) => `  ${role.padEnd(10)}${url}`)
  return ['Sign-in links, each for one person, once, within 15 minutes:', ...lines]
}

function fail(thrown: unknown): void {
  const full = storageRefusal(thrown)?.code === 'storage.full'
  console.error(thrown instanceof StartFault ? thrown.message : full ? NO_ROOM : thrown)
  process.exit(1)
}

const NO_ROOM =
  'The data folder has no room left: its disk is full, or DATABASE_MAX_MB is reached. Make room, then start again.'

main().catch(fail)
