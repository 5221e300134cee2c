// The part of the client that needs the socket: loaded when somebody enters the hall, a session, the studio or the stage.
// Keeps socket.io and the engine's fold out of the lobby's bytes.

import { io } from 'socket.io-client'
import type { Clock } from '../../shared/kit/clock.ts'
import { evolve } from '../../shared/session/evolve.ts'
import { isStaff } from '../../shared/session/roles.ts'
import type { Api } from '../net/api.ts'
import { hotParser } from '../net/hot-parser.ts'
import { receiveTicks } from '../net/receive-ticks.ts'
import { type Commands, createCommands } from '../net/send-command.ts'
import { sendPose } from '../net/send-pose.ts'
import { createLine, type Line, type SocketLike } from '../net/socket.ts'
import type { Shelf } from '../state/settings-store.ts'
import type { Stores } from '../state/stores.ts'
import { createKeeper, type Keeper } from './keeper.ts'

export interface LiveLine {
  readonly line: Line
  readonly keeper: Keeper
  readonly commands: Commands
}

export function openLiveLine(deps: { stores: Stores; api: Api; clock: Clock; shelf: Shelf }): LiveLine {
  const { stores, api, clock, shelf } = deps
  const later = (then: () => void, ms: number) => void setTimeout(then, ms)
  const line = createLine({
    makeSocket: (options) => io({ ...options, parser: hotParser }) as unknown as SocketLike,
    shelf,
    random: Math.random,
    later,
    ...(location.pathname.startsWith('/stage/') ? { as: 'stage' } : {}),
  })
  const commands = createCommands({ line, later })
  const keeper = createKeeper({ stores, api, line, commands, evolve, clock })
  receiveTicks(line, stores.live, {
    now: () => performance.now(),
    hidden: () => document.hidden,
    steers: () => isStaff(stores.session.getState().joined?.role ?? 'attendee'),
  })
  sendPose({ line, live: stores.live, every: (then, ms) => void setInterval(then, ms) })
  return { line, keeper, commands }
}
