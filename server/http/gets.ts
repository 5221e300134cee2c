// The GET paths that answer with data: who I am, and the sessions there are.

import type { FastifyInstance } from 'fastify'
import { value } from '../../shared/protocol/refusal.ts'
import type { Me, SessionSummary } from '../../shared/protocol/wire.ts'
import { sendReply } from './replies.ts'

export interface GetDeps {
  readonly me: (headers: { readonly cookie?: string | undefined }) => Promise<Me | null>
  readonly sessions: () => Promise<readonly SessionSummary[]>
}

export function addGets(server: FastifyInstance, { me, sessions }: GetDeps): void {
  server.get('/api/me', async (request, reply) => sendReply(reply, value(await me(request.headers))))
  server.get('/api/sessions', async (_request, reply) => sendReply(reply, value({ sessions: await sessions() })))
}
