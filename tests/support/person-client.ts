// One person at the server without a browser: a cookie jar, POST and GET of the HTTP side, and one socket with typed asks.
// For tests that need many people, or people who do what no button does.

import { io, type Socket } from 'socket.io-client'
import { hotParser } from '../../client/net/hot-parser.ts'
import type { GetReplies, PostBody, PostPath, PostReplies } from '../../shared/protocol/http.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts'
import type { Ask, AskName, Replies, Tells } from '../../shared/protocol/wire.ts'

/** How long an answer may take before the test gives up, ms. A dead server answers nothing at all. */
const ANSWER_LIMIT = 20_000

export interface PersonClient {
  readonly cookie: () => string
  post<P extends PostPath>(path: P, body: PostBody<P>): Promise<Reply<PostReplies[P]>>
  get<P extends keyof GetReplies>(path: P): Promise<Reply<GetReplies[P]>>
  /** Opens the socket and waits for it; rejects with the refusal's code. */
  connect(): Promise<void>
  /** Rejects when the line dies before the answer. */
  ask<N extends AskName>(name: N, ask: Ask<N>): Promise<Reply<Replies[N]>>
  on<N extends keyof Tells>(name: N, then: (tell: Tells[N]) => void): void
  close(): void
}

/** The value of a reply that must be one. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${reply.code} ${JSON.stringify(reply.detail ?? {})}`)
  return reply.value
}

/**
 * A person with an empty cookie jar at `origin`; `cookie` continues as somebody who was there before, and `asOrigin` is what the
 * browser would say where the address people open is another one than that which is asked.
 */
export function createPerson(origin: string, cookie = '', asOrigin = origin): PersonClient {
  let jar = cookie
  let socket: Socket | null = null
  const send = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = {
      origin: asOrigin,
      ...(jar ? { cookie: jar } : {}),
      ...(init.body ? { 'content-type': 'application/json' } : {}),
    }
    const response = await fetch(origin + path, { ...init, headers })
    const [set] = response.headers.getSetCookie()
    if (set) jar = set.split(';')[0] ?? ''
    return response.json()
  }
  return {
    cookie: () => jar,
    post: (path, body) => send(path, { method: 'POST', body: JSON.stringify(body) }) as Promise<never>,
    get: (path) => send(path, { method: 'GET' }) as Promise<never>,
    connect() {
      const opened = io(origin, {
        parser: hotParser,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: { version: PROTOCOL_VERSION },
        extraHeaders: { cookie: jar, origin: asOrigin },
      })
      socket = opened
      return new Promise((resolve, reject) => {
        opened.once('connect', resolve)
        opened.once('connect_error', reject)
      })
    },
    ask(name, ask) {
      const line = socket
      if (!line) throw new Error('connect first')
      return new Promise((resolve, reject) => {
        const gone = () => reject(new Error(`the line died before ${name} was answered`))
        line.once('disconnect', gone)
        line.timeout(ANSWER_LIMIT).emit(name, ask, (error: Error | null, reply: Reply<never>) => {
          line.off('disconnect', gone)
          if (error) reject(error)
          else resolve(reply)
        })
      })
    },
    on: (name, then) => void socket?.on(name as string, then),
    close: () => void socket?.disconnect(),
  }
}
