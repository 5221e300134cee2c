// The only file that touches the process: environment, terminal, signals, exit. Everything else is createApp's.

import { webcrypto } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { StartFault } from './start-fault.ts'

/** dist/client, seen from dist/server/main.js. */
const BUILT_CLIENT = fileURLToPath(new URL('../client', import.meta.url))

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }))
  const random = (length: number) => webcrypto.getRandomValues(new Uint8Array(length))
  const client = existsSync(BUILT_CLIENT) ? BUILT_CLIENT : null
  const app = await createApp({ config, clock: Date.now, random, log, client })
  const { url, links } = await app.listen()
  for (const { label, url: link } of links) console.log(`${label}: ${link}`)
  if (links.length > 0) console.log('Each link signs in once, within 15 minutes.')
  console.log(`Parlor is open at ${url}`)
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
}

function fail(thrown: unknown): void {
  console.error(thrown instanceof StartFault ? thrown.message : thrown)
  process.exit(1)
}

main().catch(fail)
