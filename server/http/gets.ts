// The GET table of /api: how often → who → handler → reply, the same order for every path. A GET changes nothing. Knows no noun.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { GetReplies } from '../../shared/protocol/http.ts'
import { type Reply, refuse } from '../../shared/protocol/refusal.ts'
import type { Buckets } from '../gateway/buckets.ts'
import type { Who, WhoIs } from '../gateway/who.ts'
import { sendReply } from './replies.ts'

type GetPath = keyof GetReplies
export type GetHandlers = { readonly [P in GetPath]: (who: Who | null) => Promise<Reply<GetReplies[P]>> }

export interface GetDeps {
  readonly whoIs: WhoIs
  readonly client: (request: FastifyRequest) => string
  /** By address, a flood stop only. */
  readonly flood: Buckets
}

/** Puts every path of the table on the server. */
export function addGets(server: FastifyInstance, handlers: GetHandlers, { whoIs, client, flood }: GetDeps): void {
  for (const path of Object.keys(handlers) as GetPath[]) {
    server.get(path, async (request, reply) => {
      if (!flood.take(client(request))) return sendReply(reply, refuse('wire.too-often'))
      return sendReply(reply, await handlers[path](await whoIs(request.headers)))
    })
  }
}
