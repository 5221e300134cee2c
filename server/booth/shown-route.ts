// GET /api/booths/<city>: all that a city shows at its booth, for everybody. Asked with the revision one knows of, the answer is
// kept for ever: another content has another revision, so another address.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse, value } from '../../shared/protocol/refusal.ts'
import type { Booths } from './booth-store.ts'

export interface ShownDeps {
  readonly booths: Booths
  /** Whether this address may ask once more just now. */
  readonly may: (request: FastifyRequest) => boolean
}

type Asked = { Params: { city: string }; Querystring: { revision?: unknown } }

export function addShownRoute(server: FastifyInstance, { booths, may }: ShownDeps): void {
  server.get<Asked>('/api/booths/:city', async (request, reply) => {
    if (!may(request)) return reply.status(429).header('cache-control', 'no-store').send(refuse('wire.too-often'))
    const shown = await booths.shown(request.params.city)
    if (!shown) return reply.status(404).header('cache-control', 'no-store').send(refuse('booth.unknown'))
    const named = request.query.revision === String(shown.revision)
    return reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache').send(value(shown))
  })
}
