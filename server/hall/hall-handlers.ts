// Coming into the hall: a figure, the booths, the sessions, and the plates one may see.

import type { Clock } from '../../shared/kit/clock.ts'
import { value } from '../../shared/protocol/refusal.ts'
import type { SessionSummary } from '../../shared/protocol/wire.ts'
import type { Booths } from '../booth/booth-store.ts'
import type { Handlers } from '../gateway/handler.ts'
import type { People } from '../person/people.ts'
import type { HallRoom } from './hall-room.ts'

export interface HallHandlerDeps {
  readonly clock: Clock
  readonly room: HallRoom
  readonly booths: Booths
  readonly people: People
  readonly sessions: () => Promise<readonly SessionSummary[]>
}

export function hallHandlers({ clock, room, booths, people, sessions }: HallHandlerDeps): Pick<Handlers, 'hall:enter'> {
  return {
    'hall:enter': async (_ask, caller) => {
      const [list, planned, showName] = await Promise.all([booths.all(), sessions(), people.showName(caller.person)])
      const handle = room.enter(caller, showName)
      return value({ at: clock(), me: caller.me, booths: list, sessions: planned, handle, plates: room.plates() })
    },
  }
}
