// Keeps the line open: opens it once, enters the hall and the wanted session on every coming up, tells the connection store.
// The same path serves the first visit, a lost line and a restarted server.

import type { Clock } from '../../shared/kit/clock.ts'
import type { SessionId } from '../../shared/kit/id.ts'
import type { SessionSnapshot } from '../../shared/protocol/wire.ts'
import type { Api } from '../net/api.ts'
import { createClockOffset } from '../net/clock-offset.ts'
import { receiveHall, takeHall } from '../net/receive-hall.ts'
import { receiveSession } from '../net/receive-session.ts'
import type { Commands } from '../net/send-command.ts'
import type { Line } from '../net/socket.ts'
import type { Outcome } from '../state/outcome.ts'
import type { Evolve, SessionSlot } from '../state/session-store.ts'
import type { Stores } from '../state/stores.ts'

export interface KeeperDeps {
  readonly stores: Stores
  readonly api: Api
  readonly line: Line
  readonly commands: Commands
  readonly evolve: Evolve
  readonly clock: Clock
}

export interface Keeper {
  /** Opens the line, or makes a listener's line one of the hall. Resolves when the hall answered for the first time, or on a loss. */
  open(figure: boolean): Promise<void>
  join(session: SessionId): Promise<Outcome<SessionSnapshot>>
  leave(): void
}

export function createKeeper(deps: KeeperDeps): Keeper {
  const { stores, api, line, commands, evolve, clock } = deps
  const offset = createClockOffset(clock)
  let figure = false
  let opened = false
  const status = (change: Partial<ReturnType<typeof stores.connection.getState>>) => stores.connection.setState(change)
  const on = () => stores.connection.getState().status === 'on'

  const enter = async (): Promise<void> => {
    const sentAt = clock()
    const reply = await line.ask('hall:enter', { language: stores.settings.getState().language })
    if (!reply.ok) return
    status({ offset: offset.take(sentAt, reply.value.at) })
    takeHall(stores, reply.value)
    if (stores.settings.getState().showName) await line.ask('person:show-name', { show: true })
  }

  const join = async (session: SessionId): Promise<Outcome<SessionSnapshot>> => {
    const sentAt = clock()
    const answered = receiver.joining()
    const reply = await line.ask('session:join', { session })
    const still = stores.session.getState().id === session
    answered(still && reply.ok ? reply.value : null)
    commands.joined(session, reply)
    if (!still) return reply
    if (!reply.ok) {
      // A line that dropped meanwhile joins again by itself; what the server refuses is shown.
      if (!reply.code.startsWith('line.')) stores.session.setState({ refused: reply })
      return reply
    }
    status({ offset: offset.take(sentAt, reply.value.at) })
    const { follow } = stores.session.getState()
    if (follow !== 'free') void line.ask('session:follow', { session, mode: follow })
    return reply
  }

  const moved = (before: SessionSlot, after: SessionSlot): void => {
    const was = before.joined?.state
    const is = after.joined?.state
    if (!is) return
    if (was && was.lead.guide !== is.lead.guide) stores.live.guide.clear()
    const leads = is.lead.guide !== null && is.lead.guide === stores.person.getState().me?.person
    if (after.follow === 'free' || (is.phase !== 'ended' && !leads)) return
    // Nobody follows an ended tour, nor oneself.
    stores.session.setState({ follow: 'free' })
    if (leads) void line.ask('session:follow', { session: is.id, mode: 'free' })
  }

  const up = async (): Promise<void> => {
    stores.live.clear()
    if (figure) await enter()
    const { id } = stores.session.getState()
    if (id) await join(id)
    status({ status: 'on', ups: stores.connection.getState().ups + 1 })
  }

  line.onNews((news) => {
    if (news.type === 'up') void up()
    else if (news.type === 'down') status({ status: 'lost' })
    else if (news.type === 'draining') status({ status: 'draining' })
    else if (news.code === 'wire.old-version') {
      status({ status: 'too-old' })
      line.close()
    } else if (news.code === 'person.sign-in-needed') void api.post('/api/enter', {}).then(() => line.connect())
    else status({ status: stores.connection.getState().ups ? 'lost' : 'connecting' })
  })
  line.on('person:changed', () => {
    void api.get('/api/me').then((reply) => reply.ok && stores.person.setState({ me: reply.value, known: true }))
  })
  receiveHall(line, stores)
  const receiver = receiveSession(line, stores, evolve, { gap: (session) => void join(session), moved })

  return {
    async open(asFigure) {
      const becomesFigure = asFigure && !figure
      figure ||= asFigure
      if (!opened) {
        opened = true
        status({ status: 'connecting' })
        line.connect()
        await settled(stores)
      } else if (becomesFigure && on()) await enter()
    },
    async join(session) {
      const fresh = stores.session.getState().id !== session
      stores.session.setState(
        fresh ? { id: session, joined: null, refused: null, follow: 'free', answered: 0 } : { refused: null },
      )
      return join(session)
    },
    leave() {
      const { id } = stores.session.getState()
      stores.session.setState({ id: null, joined: null, refused: null, follow: 'free', answered: 0 })
      stores.live.guide.clear()
      if (id) void line.ask('session:leave', { session: id })
    },
  }
}

/** Resolves once the first attempt to connect ended, well or badly. */
function settled(stores: Stores): Promise<void> {
  return new Promise((resolve) => {
    const stop = stores.connection.subscribe(({ status }) => {
      if (status === 'connecting') return
      stop()
      resolve()
    })
  })
}
