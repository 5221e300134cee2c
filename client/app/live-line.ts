// The part of the client that needs the socket: loaded when somebody enters the hall, a session, the studio or the stage.
// Keeps socket.io and the engine's fold out of the lobby's bytes.

import { io } from 'socket.io-client'
import type { Clock } from '../../shared/kit/clock.ts'
import type { SessionId } from '../../shared/kit/id.ts'
import { evolve } from '../../shared/session/evolve.ts'
import { isStaff } from '../../shared/session/roles.ts'
import type { Api } from '../net/api.ts'
import { hotParser } from '../net/hot-parser.ts'
import { receiveTicks } from '../net/receive-ticks.ts'
import { type Commands, createCommands } from '../net/send-command.ts'
import { sendPose } from '../net/send-pose.ts'
import { createLine, type Line, type SocketLike } from '../net/socket.ts'
import type { Shelf } from '../state/settings-store.ts'
import { stageKey } from '../state/stage-key.ts'
import type { Stores } from '../state/stores.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import type { Enter } from './person-actions.ts'

export interface LiveLine {
  readonly line: Line
  readonly keeper: Keeper
  readonly commands: Commands
}

export interface LiveLineDeps {
  readonly stores: Stores
  readonly api: Api
  readonly clock: Clock
  readonly shelf: Shelf
  readonly enter: Enter
}

export function openLiveLine({ stores, api, clock, shelf, enter }: LiveLineDeps): LiveLine {
  const later = (then: () => void, ms: number) => void setTimeout(then, ms)
  const stage = /^\/stage\/([^/]+)/.exec(location.pathname)?.[1] as SessionId | undefined
  // A wall screen is known by its machine's login alone: without it the screen comes in by its key again.
  const login = (session: SessionId) =>
    api.post('/api/stage', { session, key: stageKey(session, location.hash, () => localStorage) })
  const line = createLine({
    makeSocket: (options) => io({ ...options, parser: hotParser }) as unknown as SocketLike,
    shelf,
    random: Math.random,
    later,
    ...(stage ? { as: 'stage' } : {}),
  })
  const commands = createCommands({ line, later, clock })
  const keeper = createKeeper({
    stores,
    api,
    line,
    commands,
    evolve,
    clock,
    comeIn: () => (stage ? login(stage) : enter()),
  })
  receiveTicks(line, stores.live, {
    now: () => performance.now(),
    hidden: () => document.hidden,
    steers: () => isStaff(stores.session.getState().joined?.role ?? 'attendee'),
  })
  sendPose({ line, live: stores.live, every: (then, ms) => void setInterval(then, ms) })
  return { line, keeper, commands }
}
