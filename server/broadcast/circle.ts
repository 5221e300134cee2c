// Everybody who hears the same: a set of lines, told with one encoding. Who belongs in it is the caller's business.

import type { Tells } from '../../shared/protocol/wire.ts'
import type { Line } from './line.ts'
import { encodeTell } from './text-message.ts'

export interface Circle {
  add(line: Line): void
  delete(line: Line): void
  /** Tells all, in order. Nobody is skipped: a line whose queue is overfull is closed and comes back by snapshot. */
  tell<N extends keyof Tells>(name: N, payload: Tells[N]): void
}

export function createCircle(): Circle {
  const lines = new Set<Line>()
  return {
    add: (line) => void lines.add(line),
    delete: (line) => void lines.delete(line),
    tell(name, payload) {
      if (lines.size === 0) return
      const message = encodeTell(name, payload)
      for (const line of lines) line.send(message)
    },
  }
}
