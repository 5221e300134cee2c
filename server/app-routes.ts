// Every HTTP route in one place: posts, pages, files, health. Part of app.ts's wiring.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { value } from '../shared/protocol/refusal.ts'
import type { Live } from './app-live.ts'
import type { BoothLives } from './booth/booth-lives.ts'
import { addBoothRoutes } from './booth/booth-routes.ts'
import type { Booths } from './booth/booth-store.ts'
import { addExportRoute } from './booth/export-route.ts'
import { addShownRoute } from './booth/shown-route.ts'
import { studioPosts } from './booth/studio-routes.ts'
import { queueGets } from './desk/booth-queue.ts'
import type { HouseSettingsStore } from './desk/house-settings.ts'
import { linkRoutes } from './desk/link-routes.ts'
import { settingsGets, settingsPosts } from './desk/settings-routes.ts'
import { removeStaff, staffGets, staffPosts } from './desk/staff-routes.ts'
import type { Files } from './files/files.ts'
import { createBuckets } from './gateway/buckets.ts'
import {
  GET_FLOOD,
  NEWCOMER_FLOOD,
  POST_FLOOD,
  POST_RATE,
  SIGN_IN_FLOOD,
  SIGN_IN_RATE,
  WRONG_CODE_RATE,
} from './gateway/rates.ts'
import type { CookieKinds } from './http/cookie.ts'
import { addFileRoute } from './http/file-route.ts'
import { addGets, type GetHandlers } from './http/gets.ts'
import { addHealth } from './http/health.ts'
import type { Metrics } from './http/metrics.ts'
import { addPosts, type PostHandlers } from './http/posts.ts'
import type { Proxies } from './http/proxies.ts'
import { addStatic } from './http/static.ts'
import type { Models } from './model/models.ts'
import { personRoutes } from './person/person-routes.ts'
import type { PersonSide } from './person/person-side.ts'
import type { Ports } from './ports.ts'
import { sessionGets, sessionPosts } from './session/session-routes.ts'

export interface RouteDeps {
  readonly ports: Ports
  readonly persons: PersonSide
  readonly live: Live
  readonly booths: Booths
  readonly lives: BoothLives
  readonly models: Models
  readonly settings: HouseSettingsStore
  readonly files: Files
  readonly writable: () => Promise<boolean>
  readonly proxies: Proxies
  readonly metrics: Metrics
  readonly cookies: CookieKinds
}

export async function addRoutes(server: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { ports, persons, live, booths, models, files, writable, proxies, metrics, cookies } = deps
  const { clock, config } = ports
  const client = (request: FastifyRequest) => proxies.client(request.raw)
  addPosts(server, postHandlers(deps), {
    publicUrl: config.publicUrl,
    cookies,
    whoIs: persons.whoIs,
    client,
    flood: createBuckets(POST_FLOOD, clock),
    perCookie: createBuckets(POST_RATE, clock),
  })
  const flood = createBuckets(GET_FLOOD, clock)
  addGets(server, getHandlers(deps), { whoIs: persons.whoIs, client, flood })
  addBoothRoutes(server, { booths, lives: deps.lives, whoIs: persons.whoIs })
  addShownRoute(server, { booths, may: (request) => flood.take(client(request)) })
  addExportRoute(server, {
    ...{ lives: deps.lives, models, files, clock, whoIs: persons.whoIs },
    may: (request) => flood.take(client(request)),
  })
  addFileRoute(server, files)
  await server.register(models.routes)
  addHealth(server, {
    ready: async () => !live.draining() && (await writable()),
    metrics: metrics.text,
    metricsToken: config.metricsToken,
  })
  await addStatic(server, ports.client)
}

function postHandlers({ ports, persons, live, lives, models, settings }: RouteDeps): PostHandlers {
  const { clock } = ports
  return {
    ...personRoutes({
      ...persons,
      endSockets: live.endPerson,
      tries: createBuckets(SIGN_IN_RATE, clock),
      triesFlood: createBuckets(SIGN_IN_FLOOD, clock),
      newcomers: createBuckets(NEWCOMER_FLOOD, clock),
      wrongCodes: createBuckets(WRONG_CODE_RATE, clock),
      sessionByCode: async (code) => live.sessions.byCode(code),
      stageKeyFits: async (session, key) => live.sessions.stageKeyFits(session, key),
      onRenamed: live.renamed,
    }),
    ...linkRoutes(persons.links),
    ...staffPosts(removeStaff(persons.staff, live.endPerson)),
    ...sessionPosts(live.sessions),
    ...studioPosts({ lives, models, names: persons.people.names, review: () => settings.now().review }),
    ...settingsPosts(settings),
  }
}

function getHandlers({ ports, persons, live, lives, models, settings }: RouteDeps): GetHandlers {
  return {
    '/api/me': async (who) => value(who?.me ?? null),
    ...sessionGets(live.sessions),
    ...settingsGets(settings),
    ...queueGets({ lives, names: persons.people.names, upload: models.progress, models: models.models }),
    ...staffGets(persons.staff, live.present, ports.clock),
  }
}
