// The asks of people by socket.

import { value } from '../../shared/protocol/refusal.ts'
import type { Handlers } from '../gateway/handler.ts'
import type { People } from './people.ts'

export interface PersonHandlerDeps {
  readonly people: People
  /** The plate of this line shows or hides. */
  readonly onShowName: (line: string, show: boolean) => void
}

export function personHandlers({ people, onShowName }: PersonHandlerDeps): Pick<Handlers, 'person:show-name'> {
  return {
    'person:show-name': async ({ show }, caller) => {
      await people.setShowName(caller.person, show)
      onShowName(caller.line.id, show)
      return value(null)
    },
  }
}
