// The terminal's way in beside a running server: one route, for this machine only, opened by a secret in a file that only the
// server's own user can read. `npm run admin` uses it.

import { timingSafeEqual } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Random } from '../../shared/kit/id.ts'
import { refuse, value } from '../../shared/protocol/refusal.ts'
import { isOwnMachine } from '../http/proxies.ts'
import { sendReply } from '../http/replies.ts'
import { makeToken } from '../person/token.ts'
import { type AdminAnswer, type AdminOrder, adminOrder } from './admin.ts'

/** Both are named in scripts/admin.mjs too. */
const ADMIN_FILE = 'admin.json'
const ADMIN_PATH = '/api/admin'

export interface AdminRouteDeps {
  readonly dataDir: string
  readonly random: Random
  readonly obey: (order: AdminOrder) => Promise<AdminAnswer>
}

export interface AdminRoute {
  /** Writes the file that opens the route. */
  open(url: string): void
  close(): void
}

export function addAdminRoute(server: FastifyInstance, { dataDir, random, obey }: AdminRouteDeps): AdminRoute {
  const secret = makeToken(random)
  const file = join(dataDir, ADMIN_FILE)
  server.post(ADMIN_PATH, async (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    const wanted = Buffer.from(`Bearer ${secret}`)
    const known = given.length === wanted.length && timingSafeEqual(given, wanted)
    // Without the secret the route is not there at all.
    if (!known || !isOwnMachine(request.socket)) return sendReply(reply, refuse('wire.not-found'))
    const order = adminOrder.safeParse(request.body)
    return sendReply(reply, order.success ? value(await obey(order.data)) : refuse('wire.malformed'))
  })
  return {
    open: (url) => {
      rmSync(file, { force: true })
      writeFileSync(file, JSON.stringify({ url, secret }), { mode: 0o600 })
    },
    close: () => rmSync(file, { force: true }),
  }
}
