// One connection as nouns see it: who it belongs to, telling it something, closing it. How bytes get there is fan-out's.

import type { PersonId } from '../../shared/kit/id.ts'
import type { Tells } from '../../shared/protocol/wire.ts'

export interface Line {
  readonly id: string
  readonly person: PersonId
  readonly transport: 'polling' | 'websocket'
  tell<N extends keyof Tells>(name: N, payload: Tells[N]): void
  close(): void
  /** Milliseconds since the line last proved, by an echo, that it hears us. */
  lagMs(now: number): number
}
