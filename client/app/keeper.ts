// Keeps the line open: opens it once, enters the hall and the wanted session on every coming up, tells the connection store.
// The same path serves the first visit, a lost line and a restarted server. A refused or unanswered entry is tried again.

import type { Clock } from '../../shared/kit/clock.ts'
import type { SessionId } from '../../shared/kit/id.ts'
import type { SessionSnapshot } from '../../shared/protocol/wire.ts'
import type { Api } from '../net/api.ts'
import { createClockOffset } from '../net/clock-offset.ts'
import { receiveHall, takeHall } from '../net/receive-hall.ts'
import { receiveSession } from '../net/receive-session.ts'
import type { Commands } from '../net/send-command.ts'
import { JITTER, type Line, type LineNews } from '../net/socket.ts'
import { mayPass, type Outcome } from '../state/outcome.ts'
import { type Evolve, emptySlot, type SessionSlot } from '../state/session-store.ts'
import type { Stores } from '../state/stores.ts'

export interface KeeperDeps {
  readonly stores: Stores
  readonly api: Api
  readonly line: Line
  readonly commands: Commands
  readonly evolve: Evolve
  readonly clock: Clock
  /** Gets the cookie that the line is opened with. */
  comeIn(): Promise<Outcome<unknown>>
}

export interface Keeper {
  /** Opens the line, or makes a listener's line one of the hall. Resolves when the hall answered for the first time, or on a loss. */
  open(figure: boolean): Promise<void>
  join(session: SessionId): Promise<Outcome<SessionSnapshot>>
  leave(): void
  /** Whether strangers see my name, as it is chosen now. */
  tellShowName(): Promise<void>
}

export function createKeeper(deps: KeeperDeps): Keeper {
  const { stores, line, commands, evolve, clock } = deps
  const offset = createClockOffset(clock)
  const refusals = takeRefusals(deps)
  let figure = false
  let opened = false
  /** Rises whenever the line comes or goes: what an earlier line was asked says nothing of this one. */
  let lines = 0
  /** How often in a row a line came up and nobody let us in. */
  let vain = 0
  const status = (change: Partial<ReturnType<typeof stores.connection.getState>>) => stores.connection.setState(change)
  const on = () => stores.connection.getState().status === 'on'

  /** @returns whether one is in the hall now */
  const enter = async (): Promise<boolean> => {
    const sentAt = clock()
    const mine = lines
    const reply = await line.ask('hall:enter', { language: stores.settings.getState().language })
    if (!reply.ok || mine !== lines) return false
    status({ offset: offset.take(sentAt, reply.value.at) })
    takeHall(stores, reply.value)
    void tellShowName(deps)
    return true
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
      if (!isOfLine(reply)) stores.session.setState({ refused: reply })
      return reply
    }
    status({ offset: offset.take(sentAt, reply.value.at) })
    const { follow } = stores.session.getState()
    if (follow !== 'free') void line.ask('session:follow', { session, mode: follow })
    return reply
  }

  const up = async (): Promise<void> => {
    const mine = lines
    const asFigure = figure
    stores.live.clear()
    const inHall = !asFigure || (await enter())
    const { id } = stores.session.getState()
    const joined = inHall && mine === lines && id ? await join(id) : null
    if (mine !== lines) return
    if (inHall && !isOfLine(joined)) {
      vain = 0
      status({ status: 'on', ups: stores.connection.getState().ups + 1 })
      // Meanwhile somebody who only listened walked into the hall.
      if (figure && !asFigure) void enter()
      return
    }
    // Connected and not let in: whatever is pressed now would go nowhere.
    line.drop(Math.min(VAIN_MAX, vain * JITTER))
    vain++
  }

  line.onNews((news) => {
    lines++
    if (news.type === 'up') {
      refusals.over()
      void up()
    } else if (news.type === 'refused') void refusals.take(news.code)
    else status({ status: STATUS[news.type] })
  })
  receivePerson(deps)
  receiveHall(line, stores)
  const receiver = receiveSession(line, stores, evolve, {
    gap: (session) => void join(session),
    moved: (before, after) => moved(deps, before, after),
  })

  return {
    tellShowName: () => tellShowName(deps),
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
      stores.session.setState(fresh ? { ...emptySlot, id: session } : { refused: null })
      return join(session)
    },
    leave: () => leave(deps),
  }
}

function leave({ stores, line }: KeeperDeps): void {
  const { id } = stores.session.getState()
  stores.session.setState(emptySlot)
  stores.live.guide.clear()
  if (id) void line.ask('session:leave', { session: id })
}

/** Nothing is said of a name that never showed. A name that is to be hidden is said until the server has heard it. */
async function tellShowName({ stores: { settings }, line }: KeeperDeps): Promise<void> {
  const { showName, showNameTold } = settings.getState()
  if (!showName && !showNameTold) return
  const reply = await line.ask('person:show-name', { show: showName })
  if (reply.ok) settings.setState({ showNameTold: showName })
}

function receivePerson({ line, api, stores }: KeeperDeps): void {
  line.on('person:changed', () => {
    void api.get('/api/me').then((reply) => reply.ok && stores.person.setState({ me: reply.value, known: true }))
  })
}

/** What follows from events and snapshots: nobody follows an ended tour, nor oneself. */
function moved({ stores, line }: KeeperDeps, before: SessionSlot, after: SessionSlot): void {
  const was = before.joined?.state
  const is = after.joined?.state
  if (!is) return
  if (was && was.lead.guide !== is.lead.guide) stores.live.guide.clear()
  const leads = is.lead.guide !== null && is.lead.guide === stores.person.getState().me?.person
  if (after.follow === 'free' || (is.phase !== 'ended' && !leads)) return
  stores.session.setState({ follow: 'free' })
  if (leads) void line.ask('session:follow', { session: is.id, mode: 'free' })
}

/** The server refused the handshake: get a cookie, or wait, and try again; Socket.IO itself does not. */
function takeRefusals({ stores: { connection }, line, comeIn }: KeeperDeps) {
  /** A cookie was got since a line last came up: who has none now keeps none. */
  let given = false
  const take = async (code: string): Promise<void> => {
    if (code === 'wire.old-version') {
      connection.setState({ status: 'too-old' })
      line.close()
      return
    }
    const came = code === 'person.sign-in-needed' ? await comeIn() : null
    // A stage screen whose key is refused: to ask again and again would spend the room's allowance for wrong codes.
    const hopeless = came !== null && !came.ok && !mayPass(came.code)
    const before = connection.getState()
    const unkept = given && (came !== null || before.status === 'no-cookie')
    const otherwise = hopeless || before.ups > 0 ? 'lost' : 'connecting'
    connection.setState({ status: unkept ? 'no-cookie' : otherwise })
    if (!hopeless) line.again(came?.ok ? 0 : JITTER)
    given ||= came?.ok === true
  }
  return {
    take,
    over: () => {
      given = false
    },
  }
}

/** Longest pause between two entries in vain, milliseconds. */
const VAIN_MAX = 30_000

const STATUS = { down: 'lost', draining: 'draining', renewing: 'connecting' } as const satisfies Record<
  Exclude<LineNews['type'], 'up' | 'refused'>,
  string
>

const isOfLine = (outcome: Outcome<unknown> | null): boolean =>
  outcome !== null && !outcome.ok && outcome.code.startsWith('line.')

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
