// Puts the server together: storage, people, hall, sessions, gateway, routes. main.ts and every test call createApp; nothing
// here touches the process or the environment.

import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type BoothSide, wireBooths } from './app-booths.ts'
import { createLive, type Live } from './app-live.ts'
import { addRoutes } from './app-routes.ts'
import { type Config, ownOrigin } from './config.ts'
import { obey } from './desk/admin.ts'
import { addAdminRoute } from './desk/admin-route.ts'
import { openHouseSettings } from './desk/house-settings.ts'
import { removeStaff } from './desk/staff-routes.ts'
import { makeStartLinks, type StartLink } from './desk/start-links.ts'
import { openFiles } from './files/files.ts'
import { cookieKinds } from './http/cookie.ts'
import { createFaults, type Faults } from './http/faults.ts'
import { createMetrics } from './http/metrics.ts'
import { createProxies } from './http/proxies.ts'
import { createServer } from './http/server.ts'
import { GUEST_KEPT_MS } from './person/people.ts'
import { createPersonSide, type PersonSide } from './person/person-side.ts'
import type { Ports } from './ports.ts'
import { StartFault } from './start-fault.ts'
import { type Db, openDatabase } from './storage/database.ts'
import { createWritable } from './storage/writable.ts'

export interface App {
  /** Listens; answers the address to open and sign-in links for the terminal. */
  listen(): Promise<{ readonly url: string; readonly links: readonly StartLink[] }>
  /** The port it listens on. */
  port(): number
  /** What is done once a day: removes what is past its time. */
  sweep(): Promise<void>
  /** Drains: what is under way is answered, everyone told to come back, then all is closed. */
  close(): Promise<void>
}

const DAY_MS = 24 * 3_600_000
const TIDY_FIRST_MS = 600_000
/** Clients come back after about this long, ms. */
const BACK_IN_MS = 1_000
/** Longest wait for what is under way, ms. */
const DRAIN_MS = 5_000

/** @throws StartFault when the house can't start, with words for the terminal. */
export async function createApp(ports: Ports): Promise<App> {
  const { config, clock, random, log } = ports
  makeFolder(config.dataDir)
  const db = await openDatabase(join(config.dataDir, 'parlor.db'), clock, config.databaseMaxMb)
  const files = await openFiles(join(config.dataDir, 'files'))
  const writable = createWritable(db, clock)
  const cookies = cookieKinds(config.publicUrl)
  const persons = createPersonSide(db, clock, random, cookies)
  const faults = createFaults(log, random)
  const https = config.publicUrl?.startsWith('https:') ?? false
  const server = createServer({ log, https, faults })
  const proxies = createProxies(config.trustedProxies)
  const metrics = createMetrics()
  const { whoIs } = persons
  const settings = await openHouseSettings(db)
  const side = await wireBooths({ ports, db, files, settings, whoIs, proxies, metrics, faults, live: () => live })
  const { booths, locks } = side
  const live: Live = await createLive({
    ports,
    db,
    persons,
    booths,
    locks,
    proxies,
    faults,
    http: server.server,
    metrics,
  })
  await addRoutes(server, { ports, persons, live, ...side, settings, files, writable, proxies, metrics, cookies })
  return opened({ ports, db, persons, faults, server, side, live })
}

interface Parts {
  readonly ports: Ports
  readonly db: Db
  readonly persons: PersonSide
  readonly faults: Faults
  readonly server: FastifyInstance
  readonly side: BoothSide
  readonly live: Live
}

/** What is done with the parts: listening, the daily sweep, going down. */
function opened({ ports, db, persons, faults, server, side, live }: Parts): App {
  const { config, clock, random } = ports
  let url = ''
  const port = () => (server.server.address() as AddressInfo).port
  const admin = addAdminRoute(server, {
    dataDir: config.dataDir,
    random,
    obey: (order) => obey(order, { ...persons, remove: removeStaff(persons.staff, live.endPerson), origin: url }),
  })
  const sweep = async () => {
    await live.forget(await persons.sweep([...live.present()]), clock() - GUEST_KEPT_MS)
  }
  const tidy = () =>
    void sweep()
      .then(side.collect)
      .catch((thrown: unknown) => faults(thrown, { job: 'sweep' }))
  // A house that is started anew every night is tidied too, but not while it starts.
  const first = setTimeout(tidy, TIDY_FIRST_MS)
  const daily = setInterval(tidy, DAY_MS)
  return {
    listen: async () => {
      await sweep()
      await listen(server, config)
      const own = ownOrigin(config.host, port())
      url = config.publicUrl ?? own
      admin.open(own)
      live.start()
      await side.lives.start()
      await side.models.start()
      return { url, links: await makeStartLinks({ ...persons, ...config }, url) }
    },
    sweep,
    port,
    close: async () => {
      clearTimeout(first)
      clearInterval(daily)
      await live.drain(BACK_IN_MS, DRAIN_MS)
      await side.models.stop()
      await side.lives.stop()
      admin.close()
      await shut(server)
      await db.destroy()
    },
  }
}

/** Waits for requests under way, but not for a slow upload: it goes on where it was after the restart. */
async function shut(server: FastifyInstance): Promise<void> {
  const late = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS)
  await server.close()
  clearTimeout(late)
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new StartFault(
      `The data folder ${folder} can't be made: ${why}. Set DATA_DIR to a folder that can be written.`,
    )
  }
}

async function listen(server: ReturnType<typeof createServer>, { host, port }: Config): Promise<void> {
  try {
    // By name localhost would be two addresses, and Socket.IO stands at one server only.
    await server.listen({
      host: host === 'localhost' ? '127.0.0.1' : host,
      port,
      listenTextResolver: () => 'listening',
    })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    if (code === 'EADDRINUSE') {
      throw new StartFault(`Port ${port} is taken by another program. Stop it, or set PORT to another one.`)
    }
    if (code === 'EACCES')
      throw new StartFault(`Port ${port} may not be used by this user. Set PORT to one above 1023.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartFault(`HOST ${host} is no address of this machine.`)
    }
    throw cause
  }
}
