// The terminal's way in beside a running server: one route, for this machine only, opened by a secret in a file that only the
// server's own user can read. `npm run admin` uses it.

import { timingSafeEqual } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Random } from '../../shared/kit/id.ts'
import { refuse, value } from '../../shared/protocol/refusal.ts'
import { isLoopback } from '../http/proxies.ts'
import { sendReply } from '../http/replies.ts'
import { makeToken } from '../person/token.ts'
import { parseRole } from './link-routes.ts'

export const ADMIN_FILE = 'admin.json'
export const ADMIN_PATH = '/api/admin/link'

export interface AdminDeps {
  readonly dataDir: string
  readonly random: Random
  /** A whole sign-in link for a role. */
  readonly makeLink: (role: NonNullable<ReturnType<typeof parseRole>>) => Promise<string>
}

export interface AdminRoute {
  /** Writes the file that opens the route. */
  open(url: string): void
  close(): void
}

const body = z.object({ role: z.string().max(40) })

export function addAdminRoute(server: FastifyInstance, { dataDir, random, makeLink }: AdminDeps): AdminRoute {
  const secret = makeToken(random)
  const file = join(dataDir, ADMIN_FILE)
  server.post(ADMIN_PATH, async (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    const wanted = Buffer.from(`Bearer ${secret}`)
    const known = given.length === wanted.length && timingSafeEqual(given, wanted)
    // Without the secret the route is not there at all.
    if (!known || !isLoopback(request.socket.remoteAddress ?? '')) return sendReply(reply, refuse('wire.not-found'))
    const parsed = body.safeParse(request.body)
    const role = parsed.success ? parseRole(parsed.data.role) : null
    if (!role) return sendReply(reply, refuse('wire.malformed'))
    return sendReply(reply, value({ url: await makeLink(role) }))
  })
  return {
    open: (url) => {
      rmSync(file, { force: true })
      writeFileSync(file, JSON.stringify({ url, secret }), { mode: 0o600 })
    },
    close: () => rmSync(file, { force: true }),
  }
}
