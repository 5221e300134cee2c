// Who a browser is, as its cookie says; the same for a request by HTTP and a handshake of the socket.

import type { SessionId } from '../../shared/kit/id.ts'
import type { Me } from '../../shared/protocol/wire.ts'

export interface Who {
  readonly me: Me
  /** Key of the cookie's row; not the token. */
  readonly cookie: string
  /** Set for a stage screen's machine: the one session it shows. */
  readonly stage: SessionId | null
  /** The session that this browser joined by the room's code. */
  readonly room: SessionId | null
}

/** Which of a browser's two cookies counts: its person's (the default), its stage login's, or the person's before the other. */
export type WhoAs = 'person' | 'stage' | 'any'

/** Who sent these headers, or null. */
export type WhoIs = (headers: { readonly cookie?: string | undefined }, as?: WhoAs) => Promise<Who | null>
