// The HTTP side of sessions: planning one, and the links that its host hands out.

import type { FastifyInstance } from 'fastify'
import type { SessionId } from '../../shared/kit/id.ts'
import { ID_PATTERN } from '../../shared/kit/id.ts'
import { refuse, value } from '../../shared/protocol/refusal.ts'
import type { WhoIs } from '../gateway/who.ts'
import type { PostHandlers } from '../http/posts.ts'
import { sendReply } from '../http/replies.ts'
import type { Sessions } from './sessions.ts'

/** Hosts and operators of the house plan sessions. */
export function sessionPosts(sessions: Sessions): Pick<PostHandlers, '/api/sessions'> {
  return {
    '/api/sessions': async ({ kind, title, plannedFor }, { who }) => {
      if (!who) return refuse('person.sign-in-needed')
      if (who.me.house.length === 0) return refuse('person.not-allowed')
      if (title.zh === '' && title.en === '') return refuse('wire.malformed')
      const both = { zh: title.zh || title.en, en: title.en || title.zh }
      return value(await sessions.plan({ kind, title: both, host: who.me.person, plannedFor }))
    },
  }
}

export function addSessionGets(server: FastifyInstance, sessions: Sessions, whoIs: WhoIs): void {
  server.get('/api/sessions', async (_request, reply) => sendReply(reply, value({ sessions: sessions.summaries() })))
  server.get<{ Params: { id: string } }>('/api/sessions/:id/links', async (request, reply) => {
    const { id } = request.params
    const who = await whoIs(request.headers)
    if (!who) return sendReply(reply, refuse('person.sign-in-needed'))
    if (!ID_PATTERN.test(id)) return sendReply(reply, refuse('session.unknown'))
    return sendReply(reply, await sessions.links(id as SessionId, who.me))
  })
}
