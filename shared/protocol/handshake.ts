// What a client says when its socket opens; who it is stands in its cookies.

import { z } from 'zod'

export const handshake = z.object({
  version: z.int(),
  /** A stage screen's page: be known by this browser's stage login, not by who is signed in beside it. */
  as: z.literal('stage').optional(),
})
export type HandshakeAuth = z.infer<typeof handshake>
