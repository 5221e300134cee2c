// A session without a server: the pure rules over a log in memory, with the look-ups a room would make. For tests of the rules.

import type { CommandId, CueId, PersonId, SessionId } from '../../shared/kit/id.ts'
import { countOn, NO_COUNTS, numbersOf } from '../../shared/session/audiences.ts'
import type { CommandType, SessionCommand, SystemCommand } from '../../shared/session/commands.ts'
import { decide } from '../../shared/session/decide.ts'
import { type Decision, type Lookup, NO_LOOKUP } from '../../shared/session/decide-kit.ts'
import type { LoggedEvent, PollCounts } from '../../shared/session/events.ts'
import { begin, evolve } from '../../shared/session/evolve.ts'
import type { Place, SessionKind } from '../../shared/session/kinds.ts'
import { roleOf } from '../../shared/session/roles.ts'
import type { Rundown } from '../../shared/session/rundown.ts'
import type { SessionState } from '../../shared/session/state.ts'

export const person = (name: string) => `person-${name}` as PersonId

/** Two stops and the stage. */
export const RUNDOWN: Rundown = [
  {
    id: 'cue-first' as CueId,
    title: { zh: '一', en: 'One' },
    where: { kind: 'stop', spot: 'jinan', pose: { x: 1, y: 0, z: 2, yaw: 0.5, pitch: 0 } },
    minutes: 3,
  },
  {
    id: 'cue-other' as CueId,
    title: { zh: '二', en: 'Two' },
    where: { kind: 'stop', spot: 'heze', pose: { x: 9, y: 0, z: 2, yaw: 0.5, pitch: 0 } },
    minutes: 3,
  },
  { id: 'cue-stage' as CueId, title: { zh: '台', en: 'Stage' }, where: { kind: 'stage' }, minutes: 5 },
]

type Body<T extends CommandType> = Omit<Extract<SessionCommand, { type: T }>, 'id' | 'type'>

export interface SessionLog {
  state: SessionState
  readonly log: LoggedEvent[]
  now: number
  /** What the look-up says beyond the votes: who is there, where the guide stands. */
  lookup: Partial<Lookup>
  /** Somebody asks; the role comes from the state, as in the room. */
  ask<T extends CommandType>(who: PersonId, type: T, body: Body<T>, how?: Partial<How>): Decision
  /** The room reports. */
  report(command: SystemCommand): Decision
  /** The last refusal's code or `ok`. */
  last(): string
}

export interface How {
  readonly place: Place
  readonly house: boolean
  readonly screen: boolean
  readonly phone: boolean
}

const OUTSIDE: How = { place: 'net', house: false, screen: false, phone: false }

/** A planned session of this kind, hosted by `host`. */
export function sessionLog(kind: SessionKind = 'guided-tour', host = person('host')): SessionLog {
  const planned = {
    type: 'session:planned',
    session: 'session-1' as SessionId,
    kind,
    title: { zh: '游', en: 'Tour' },
    rundown: RUNDOWN,
    host,
  } as const
  let counts = countOn(NO_COUNTS, 'all')
  let last = 'ok'
  const first: LoggedEvent = { seq: 1, at: 1000, audience: 'all', n: numbersOf(counts, 'all'), event: planned }
  const self: SessionLog = {
    state: begin(planned, 1000),
    log: [first],
    now: 1000,
    lookup: {},
    ask: (who, type, body, how = {}) => {
      const entry = { ...OUTSIDE, ...how }
      const command = { id: 'command-1' as CommandId, type, ...body } as unknown as SessionCommand
      const actor = { person: who, role: roleOf(self.state, who, entry), place: entry.place }
      return take(decide(self.state, command, actor, self.now, lookupFor(self, command, who)))
    },
    report: (command) => take(decide(self.state, command, 'system', self.now, { ...NO_LOOKUP, ...self.lookup })),
    last: () => last,
  }
  const take = (decision: Decision): Decision => {
    last = decision.ok ? 'ok' : decision.code
    if (!decision.ok) return decision
    for (const { event, audience } of decision.events) {
      counts = countOn(counts, audience)
      const logged = { seq: self.log.length + 1, at: self.now, audience, n: numbersOf(counts, audience), event }
      self.log.push(logged)
      self.state = evolve(self.state, logged)
    }
    return decision
  }
  return self
}

/** What a room looks up in its tables, from the log. */
function lookupFor(self: SessionLog, command: SessionCommand, who: PersonId): Lookup {
  const events = self.log.map((one) => one.event)
  const lookup = { ...NO_LOOKUP, counts: countsOf(self, self.state.poll), ...self.lookup }
  if ('question' in command && command.type.startsWith('question')) {
    const id = command.question
    const votes = events.filter((one) => one.type === 'question:voted' && one.question === id && one.by === who)
    const last = votes.at(-1)
    const taken = events.some((one) => one.type === 'question:queued' && one.question === id)
    return { ...lookup, taken, voted: last?.type === 'question:voted' && last.up }
  }
  if (!('poll' in command)) return lookup
  const votes = events.flatMap((one) => (one.type === 'poll:voted' && one.by === who ? [one] : []))
  const taken = events.some((one) => one.type === 'poll:drafted' && one.poll === command.poll)
  return { ...lookup, taken, choice: votes.findLast((one) => one.poll === command.poll)?.option ?? null }
}

/** Votes of a poll by the log's single votes: each person's last one. */
export function countsOf(self: SessionLog, poll: string | null): PollCounts | null {
  const found = Object.values(self.state.polls).find((one) => one.id === poll)
  if (!found) return null
  const votes = self.log.flatMap(({ event }) => (event.type === 'poll:voted' && event.poll === poll ? [event] : []))
  const last = new Map(votes.map((one) => [one.by, one]))
  const at = (place: Place) =>
    found.options.map((_, i) => [...last.values()].filter((one) => one.place === place && one.option === i).length)
  return { room: at('room'), net: at('net') }
}
