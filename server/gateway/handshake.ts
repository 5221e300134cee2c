// The socket's handshake: Origin, flood stop, protocol version, cookie → who this line belongs to. The cookie is the same as HTTP's.

import type { IncomingMessage } from 'node:http'
import type { Socket } from 'socket.io'
import { handshake } from '../../shared/protocol/handshake.ts'
import { type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import { SPOKEN_VERSIONS } from '../../shared/protocol/version.ts'
import type { Buckets } from './buckets.ts'
import type { Caller } from './handler.ts'
import type { WhoIs } from './who.ts'

/** Who was let in: a caller without a line yet. */
export type Admission = Omit<Caller, 'line'>
export type Handshake = (socket: Socket) => Promise<Reply<Admission>>

export interface HandshakeDeps {
  readonly whoIs: WhoIs
  readonly client: (request: IncomingMessage) => string
  readonly flood: Buckets
}

export function createHandshake({ whoIs, client, flood }: HandshakeDeps): Handshake {
  return async (socket) => {
    const address = client(socket.request)
    if (!flood.take(address)) return refuse('wire.too-often')
    const said = handshake.safeParse(socket.handshake.auth)
    if (!said.success || !SPOKEN_VERSIONS.includes(said.data.version)) return refuse('wire.old-version')
    const who = await whoIs(socket.request.headers, said.data.as ?? 'any')
    if (!who) return refuse('person.sign-in-needed')
    const machine = who.stage ? { session: who.stage, role: 'stage-screen' as const } : null
    return value({ person: who.me.person, me: who.me, address, machine, room: who.room })
  }
}
