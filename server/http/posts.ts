// The POST table: Origin → parse → how often → who → handler → reply, the same order for every path. Knows no noun.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { POST_BYTES, POSTS, type PostBody, type PostPath, type PostReplies } from '../../shared/protocol/http.ts'
import { type Reply, refuse } from '../../shared/protocol/refusal.ts'
import { type Buckets } from '../gateway/buckets.ts'
import { originAllowed } from '../gateway/origin.ts'
import type { Who, WhoIs } from '../gateway/who.ts'
import { type CookieKinds, cookieHeader } from './cookie.ts'
import { sendReply } from './replies.ts'

/** Who asks by HTTP, and what may be done to their browser. */
export interface Asker {
  readonly who: Who | null
  readonly address: string
  /** Origin that the browser sees, e.g. `https://parlor.example.org`. */
  readonly origin: string
  /** Gives the browser this token, or with null takes it away. */
  readonly setCookie: (
    cookie: { readonly token: string; readonly endsAt: number } | null,
    of?: keyof CookieKinds,
  ) => void
}

export type PostHandler<P extends PostPath> = (body: PostBody<P>, asker: Asker) => Promise<Reply<PostReplies[P]>>
export type PostHandlers = { readonly [P in PostPath]: PostHandler<P> }

export interface PostDeps {
  readonly publicUrl: string | null
  readonly cookies: CookieKinds
  readonly whoIs: WhoIs
  readonly client: (request: FastifyRequest) => string
  /** By address, a flood stop only; and by cookie. */
  readonly flood: Buckets
  readonly perCookie: Buckets
}

/** Puts every path of the table on the server. */
export function addPosts(server: FastifyInstance, handlers: PostHandlers, deps: PostDeps): void {
  for (const path of Object.keys(POSTS) as PostPath[]) {
    const bodyLimit = POST_BYTES[path]
    server.post(path, bodyLimit ? { bodyLimit } : {}, async (request, reply) =>
      sendReply(reply, await answer(path, handlers, request, reply, deps)),
    )
  }
}

async function answer<P extends PostPath>(
  path: P,
  handlers: PostHandlers,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: PostDeps,
): Promise<Reply<unknown>> {
  if (!originAllowed(request.headers, deps.publicUrl)) return refuse('wire.origin')
  const address = deps.client(request)
  if (!deps.flood.take(address)) return refuse('wire.too-often')
  const parsed = POSTS[path].safeParse(request.body)
  if (!parsed.success) return refuse('wire.malformed')
  const who = await deps.whoIs(request.headers)
  if (who && !deps.perCookie.take(who.cookie)) return refuse('wire.too-often')
  const asker: Asker = {
    who,
    address,
    origin: deps.publicUrl ?? `http://${request.headers.host}`,
    setCookie: (cookie, of = 'person') => {
      reply.header('set-cookie', cookieHeader(deps.cookies[of], cookie))
    },
  }
  return await handlers[path](parsed.data as PostBody<P>, asker)
}
