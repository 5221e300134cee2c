// A client's line, keeper and stores over a socket that delivers only when told, for the tests of keeping the line.

import { createKeeper, type KeeperDeps } from '../../../client/app/keeper.ts'
import type { Api } from '../../../client/net/api.ts'
import { createCommands } from '../../../client/net/send-command.ts'
import { createLine } from '../../../client/net/socket.ts'
import { createStores } from '../../../client/state/stores.ts'
import type { CommandId } from '../../../shared/kit/id.ts'
import { evolve } from '../../../shared/session/evolve.ts'
import { FakeSocket, handTimers, memoryShelf, settle } from './fake-socket.ts'
import { GUEST, SESSION, snapshot } from './sample-session.ts'

export const command = { id: 'command-0001' as CommandId, type: 'session:start' } as const

export const hall = {
  at: 5000,
  me: { person: GUEST, name: 'Anna', kind: 'guest', house: [], cities: [] },
  booths: [],
  sessions: [],
  handle: 7,
  plates: [],
}

/** @param comeIn how the cookie is got; by coming in as a visitor if nothing else is said */
export function house(comeIn?: KeeperDeps['comeIn']) {
  const shelf = memoryShelf()
  const stores = createStores(shelf, () => 'zh')
  let socket: FakeSocket | undefined
  const timers = handTimers()
  const posts: string[] = []
  const post = async (path: string) => {
    posts.push(path)
    return { ok: true, value: hall.me }
  }
  const api = { post, get: post, uploads: post } as unknown as Api
  const line = createLine({
    makeSocket: (options) => {
      socket = new FakeSocket(options)
      return socket
    },
    shelf,
    random: () => 0,
    later: timers.later,
  })
  if (!socket) throw new Error('no socket was made')
  const time = { now: 4000 }
  const clock = () => time.now
  const commands = createCommands({ line, later: timers.later, clock })
  const keeper = createKeeper({
    stores,
    api,
    line,
    commands,
    evolve,
    clock,
    comeIn: comeIn ?? (() => api.post('/api/enter', {})),
  })
  return { stores, socket, keeper, commands, posts, timers, time }
}

/** In the hall and in the session, as a guest who follows. */
export async function inside() {
  const parts = house()
  const { socket, keeper, stores } = parts
  void keeper.open(true)
  socket.open()
  socket.asked('hall:enter').at(-1)?.answer({ ok: true, value: hall })
  await settle()
  const join = keeper.join(SESSION)
  socket
    .asked('session:join')
    .at(-1)
    ?.answer({ ok: true, value: snapshot({ at: 5000 }) })
  await join
  stores.session.setState({ follow: 'together' })
  return parts
}

/** The line is there again: the hall answers, then the session. */
export async function back({ socket }: ReturnType<typeof house>, answer: unknown = { ok: true, value: snapshot() }) {
  socket.open()
  socket.asked('hall:enter').at(-1)?.answer({ ok: true, value: hall })
  await settle()
  socket.asked('session:join').at(-1)?.answer(answer)
  await settle()
}
