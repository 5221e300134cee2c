// /health: the process answers. /ready: it can write and is not on its way down. /metrics: sums for this machine or a token's holder.

import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { isLoopback } from './proxies.ts'

export interface HealthDeps {
  readonly ready: () => Promise<boolean>
  readonly metrics: () => Promise<{ type: string; text: string }>
  readonly metricsToken: string | null
}

export function addHealth(server: FastifyInstance, { ready, metrics, metricsToken }: HealthDeps): void {
  server.get('/health', async (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))
  server.get('/ready', async (_request, reply) => {
    const ok = await ready()
    return reply
      .status(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok })
  })
  server.get('/metrics', async (request, reply) => {
    // A proxy on this machine is loopback too: what came through one is not this machine's own.
    const own =
      isLoopback(request.socket.remoteAddress ?? '') &&
      request.headers['x-forwarded-for'] === undefined &&
      request.headers.forwarded === undefined
    if (!own && !bearerIs(request.headers.authorization, metricsToken)) return reply.status(404).send()
    const { type, text } = await metrics()
    return reply.header('cache-control', 'no-store').type(type).send(text)
  })
}

function bearerIs(header: string | undefined, token: string | null): boolean {
  const given = Buffer.from(header ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return token !== null && given.length === wanted.length && timingSafeEqual(given, wanted)
}
