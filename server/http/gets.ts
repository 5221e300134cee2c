// The GET path that says who I am.

import type { FastifyInstance } from 'fastify'
import { value } from '../../shared/protocol/refusal.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import { sendReply } from './replies.ts'

export interface GetDeps {
  readonly me: (headers: { readonly cookie?: string | undefined }) => Promise<Me | null>
}

export function addGets(server: FastifyInstance, { me }: GetDeps): void {
  server.get('/api/me', async (request, reply) => sendReply(reply, value(await me(request.headers))))
}
