// The whole server inside the test's own process: real port, real database in an empty folder, a clock that the test may move.

import { getRandomValues } from 'node:crypto'
import { pino } from 'pino'
import { type App, createApp } from '../../server/app.ts'
import { type Config, readConfig } from '../../server/config.ts'
import type { StartLink } from '../../server/desk/start-links.ts'
import { emptyFolder } from './paths.ts'
import { createPerson, type PersonClient, valueOf } from './person-client.ts'

export interface House {
  readonly url: string
  readonly app: App
  readonly config: Config
  /** Lines that the log got, as text. */
  readonly logged: readonly string[]
  readonly links: readonly StartLink[]
  /** Moves the house's clock on, ms. */
  pass(ms: number): void
  /** A person with an empty cookie jar. */
  person(): PersonClient
  /** A visitor with a cookie. */
  visitor(): Promise<PersonClient>
  /** Signed in by the start's link for `operator`, `host` or `qingdao`; once each. */
  staff(role: string): Promise<PersonClient>
  close(): Promise<void>
}

export interface HouseOptions {
  /** Environment as an operator would set it; HOST, PORT and DATA_DIR are set already. */
  readonly env?: Readonly<Record<string, string>>
  readonly dataDir?: string
  /** How far the house's clock is ahead from the start, ms. */
  readonly ahead?: number
  /** Folder of a built client. */
  readonly client?: string
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const dataDir = options.dataDir ?? emptyFolder('house')
  const own = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'debug', BROWSER: 'none' }
  const config = readConfig({ ...own, ...options.env })
  const logged: string[] = []
  const log = pino({ level: config.logLevel, base: null }, { write: (line: string) => void logged.push(line) })
  let ahead = options.ahead ?? 0
  const clock = () => Date.now() + ahead
  const random = (length: number) => getRandomValues(new Uint8Array(length))
  const app = await createApp({ config, clock, random, log, client: options.client ?? null })
  const { url, links } = await app.listen()
  const people: PersonClient[] = []
  const person = () => {
    const made = createPerson(url)
    people.push(made)
    return made
  }
  return {
    url,
    app,
    config,
    logged,
    links,
    pass: (ms) => {
      ahead += ms
    },
    person,
    visitor: async () => {
      const visitor = person()
      valueOf(await visitor.post('/api/enter', {}))
      return visitor
    },
    staff: async (role) => {
      const staff = person()
      valueOf(await staff.post('/api/sign-in/link', { token: tokenOf(links, role) }))
      return staff
    },
    close: async () => {
      for (const one of people) one.close()
      await app.close()
    },
  }
}

/** The token in the start's link for a role. */
export function tokenOf(links: readonly StartLink[], role: string): string {
  const token = links.find((link) => link.role === role)?.url.split('#')[1]
  if (!token) throw new Error(`no link for ${role}`)
  return token
}
