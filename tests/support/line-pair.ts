// A line between a room and a client that delivers only when told, and the client's side of a session: the fold of what it
// heard. No sockets and no time of its own: the test says what arrives when, and how far behind the line is.

import type { HotFrame, Line } from '../../server/broadcast/line.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import type { GroupSums, SessionSnapshot, SessionSums, Tells, Words } from '../../shared/protocol/wire.ts'
import type { Counters, ToldEvent } from '../../shared/session/events.ts'
import { evolve } from '../../shared/session/evolve.ts'
import type { SessionState } from '../../shared/session/state.ts'

type Told = { readonly [N in keyof Tells]: { readonly name: N; readonly payload: Tells[N] } }[keyof Tells]

/** What a client has made of what arrived. */
export interface ClientSide {
  state: SessionState | null
  role: string | null
  counters: Counters
  words: Record<string, string>
  sums: SessionSums | null
  group: GroupSums | null
  /** A number was missing: it must join again. */
  gap: boolean
  /** Every tell that arrived, by name. */
  readonly heard: string[]
}

export interface LinePair {
  readonly line: Line
  readonly client: ClientSide
  /** Age of the newest echo, ms, as the server would measure it. */
  lag: number
  /** Tells on their way. */
  pending(): number
  /** Lets the next tells arrive, all by default. */
  deliver(count?: number): void
  /** The answer to `session:join` arrives. */
  joined(reply: Reply<SessionSnapshot>): void
}

let lines = 0

export function linePair(person: PersonId): LinePair {
  let queue: string[] = []
  const client: ClientSide = {
    state: null,
    role: null,
    counters: { all: 0, rest: 0 },
    words: {},
    sums: null,
    group: null,
    gap: false,
    heard: [],
  }
  const send = (text: string) => void queue.push(text)
  const pair: LinePair = {
    client,
    lag: 0,
    pending: () => queue.length,
    deliver: (count = queue.length) => {
      const arrived = queue.slice(0, count)
      queue = queue.slice(count)
      for (const text of arrived) {
        const [name, payload] = JSON.parse(text.slice(1)) as [string, unknown]
        hear(client, { name, payload } as Told)
      }
    },
    joined: (reply) => {
      if (reply.ok) take(client, reply.value)
    },
    line: {
      id: `line-${++lines}`,
      person,
      transport: 'websocket',
      hidden: false,
      stream: null,
      onHot: () => {},
      tell: (name, payload) => send(`2${JSON.stringify([name, payload])}`),
      send: (message) => send(message.text),
      hot: (_frame: HotFrame) => true,
      echoed: () => {},
      silentMs: () => pair.lag,
      lagMs: () => pair.lag,
      close: () => {},
    },
  }
  return pair
}

function take(client: ClientSide, snapshot: SessionSnapshot): void {
  client.state = snapshot.state
  client.role = snapshot.role
  client.counters = snapshot.counters
  client.words = { ...snapshot.words }
  client.sums = snapshot.sums
  client.gap = false
}

function hear(client: ClientSide, told: Told): void {
  client.heard.push(told.name)
  if (told.name === 'session:snapshot') take(client, told.payload.snapshot)
  else if (told.name === 'session:sums') client.sums = told.payload.sums
  else if (told.name === 'session:group') client.group = told.payload.group
  else if (told.name === 'words:gone') for (const id of told.payload.ids) delete client.words[id]
  else if (told.name === 'session:events') hearEvents(client, told.payload.events, told.payload.words)
}

/** As a client must: known numbers are skipped, a hole is reported and nothing after it is believed. */
function hearEvents(client: ClientSide, events: readonly ToldEvent[], words: Words): void {
  for (const one of events) {
    const circle = one.circle === 'all' ? 'all' : 'rest'
    if (client.state === null || one.n > client.counters[circle] + 1) client.gap = true
    if (client.gap || client.state === null || one.n <= client.counters[circle]) continue
    client.counters = { ...client.counters, [circle]: one.n }
    client.state = evolve(client.state, one)
  }
  Object.assign(client.words, words)
}
