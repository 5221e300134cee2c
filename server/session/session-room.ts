// A session's room: what its handlers ask for. Joining and leaving, commands, following, reactions, pages of people, the lead's
// pose. Rules are in shared/session, SQL in the stores, the order of writing in session-writer.ts, what follows in room-moved.ts.

import type { PersonId } from '../../shared/kit/id.ts'
import type { PosePacket } from '../../shared/pose/pose-code.ts'
import { type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import type { FollowMode, Reaction, Replies, SessionSnapshot } from '../../shared/protocol/wire.ts'
import type { SessionCommand } from '../../shared/session/commands.ts'
import { decide } from '../../shared/session/decide.ts'
import { wordIdsOf } from '../../shared/session/event-words.ts'
import { KIND_RULES } from '../../shared/session/kinds.ts'
import { type Entry, isStaff, roleOf } from '../../shared/session/roles.ts'
import { publicPart } from '../../shared/session/snapshot.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Line } from '../broadcast/line.ts'
import type { Caller } from '../gateway/handler.ts'
import type { Word } from './beside-store.ts'
import { stateOf } from './room-group.ts'
import { type LookupDeps, lookUp } from './room-lookup.ts'
import { groupView, type RoomDeps, type RoomMemory, snapshotFor } from './room-memory.ts'
import type { Seat } from './room-seats.ts'
import type { Stays } from './room-stays.ts'
import type { Head, Job, Writer } from './session-writer.ts'

/** Lines of one session; beyond it joining is refused before anything else is done. */
export const SEATS_MAX = 3_000
const PAGE = 100

export interface Room {
  state(): SessionState
  /** Ended and left by everybody: need not be kept open. */
  over(): boolean
  join(caller: Caller): Reply<SessionSnapshot>
  leave(line: Line): void
  command(caller: Caller, command: SessionCommand): Promise<Reply<Replies['session:command']>>
  follow(line: Line, mode: FollowMode): Reply<null>
  react(line: Line, reaction: Reaction): Reply<null>
  people(line: Line, page: number): Reply<Replies['session:people']>
  /** A pose of a line; counts only from who leads. */
  pose(line: Line, packet: Readonly<PosePacket>): void
  renamed(person: PersonId, name: string | null): void
  /** Words with these ids were emptied. */
  wordsGone(ids: readonly string[]): void
  /** Resolves when everything that was asked is written. */
  close(): Promise<void>
}

export interface RoomParts {
  readonly memory: RoomMemory
  readonly deps: RoomDeps
  readonly writer: Writer
  readonly stays: Stays
  readonly lookups: LookupDeps
  /** Writes what has no event, with the next transaction. */
  readonly beside: (what: Pick<Job, 'words'>) => void
  /** Looks at once whether who leads is back. */
  readonly watch: () => void
  readonly stop: () => void
}

export function createRoom(parts: RoomParts): Room {
  const { memory, writer, stays } = parts
  return {
    state: () => writer.head().state,
    over: () => writer.head().state.phase === 'ended' && memory.seats.size === 0,
    ...coming(parts),
    ...taking(parts),
    renamed: (person, name) => {
      const own = memory.seats.of(person)
      for (const seat of own) seat.name = name
      if (own.length > 0) noteName(parts, person, name)
    },
    wordsGone: (ids) => {
      for (const id of ids) memory.words.delete(id)
      memory.circles.gone(ids)
    },
    close: async () => {
      parts.stop()
      for (const person of [...memory.stays.keys()]) stays.end(person)
      await writer.idle()
    },
  }
}

/** Joining, leaving, and who is there. */
function coming(parts: RoomParts): Pick<Room, 'join' | 'leave' | 'people'> {
  const { memory, deps, writer, stays, watch } = parts
  const { seats, circles } = memory
  const activate = (seat: Seat, told: Head) => {
    if (seats.get(seat.line) !== seat) return
    const head = writer.head()
    circles.enter(seat)
    seat.active = true
    if (head.seq === told.seq) return
    seat.line.tell('session:snapshot', { session: memory.id, snapshot: snapshotFor(memory, deps, head, seat) })
  }
  return {
    join: (caller) => {
      const known = seats.get(caller.line)
      if (caller.machine && caller.machine.session !== memory.id) return refuse('session.not-allowed')
      if (!known && seats.size >= SEATS_MAX) return refuse('session.full', { limit: SEATS_MAX })
      const head = writer.head()
      if (known) circles.leave(known)
      const seat = makeSeat(caller, head.state, known?.mode ?? 'free')
      seats.add(seat)
      noteName(parts, seat.person, seat.name)
      if (isOn(head.state) && !seat.entry.screen) stays.begin(seat.person)
      // What happens between this answer and its sending must not overtake it: the circles begin just after.
      deps.timers.soon(() => {
        activate(seat, head)
        watch()
      })
      return value(snapshotFor(memory, deps, head, seat))
    },
    leave: (line) => {
      const seat = seats.remove(line)
      if (!seat) return
      circles.leave(seat)
      if (seat.mode !== 'free') deps.broadcast.crowd.follow(line, null)
      if (seats.of(seat.person).length === 0) stays.end(seat.person)
    },
    people: (line, page) => {
      const asking = seats.get(line)
      if (!asking) return refuse('session.not-in')
      if (!isStaff(asking.role)) return refuse('session.not-allowed')
      const all = seats.people()
      const view = groupView(memory, deps, writer.head().state)
      const rows = all.slice(page * PAGE, (page + 1) * PAGE).flatMap((person) => {
        const seat = seats.of(person)[0]
        return seat
          ? [{ person, name: seat.name, role: seat.role, place: seat.place, state: stateOf(person, view) }]
          : []
      })
      return value({ rows, total: all.length })
    },
  }
}

/** What a seat does: commands, following, reactions, the lead's pose. */
function taking(parts: RoomParts): Pick<Room, 'command' | 'follow' | 'react' | 'pose'> {
  const { memory, deps, writer, lookups } = parts
  const { seats } = memory
  const { crowd } = deps.broadcast
  return {
    command: (caller, command) => {
      const seat = seats.get(caller.line)
      if (!seat) return Promise.resolve(refuse('session.not-in'))
      const { person, place, entry } = seat
      return writer.submit({
        command: { id: command.id, actor: person },
        words: wordsIn(command, person),
        decide: async (state, now, tx) => {
          const actor = { person, place, role: roleOf(state, person, entry) }
          return decide(state, command, actor, now, await lookUp(lookups, tx, state, command, person))
        },
      })
    },
    follow: (line, mode) => {
      const seat = seats.get(line)
      if (!seat) return refuse('session.not-in')
      const { state } = writer.head()
      if (mode !== 'free' && !isOn(state)) return refuse('session.not-live')
      seat.mode = state.lead.guide === seat.person ? 'free' : mode
      const walks = seat.mode !== 'free' && KIND_RULES[state.kind].moves
      crowd.follow(line, walks ? memory.id : null)
      return value(null)
    },
    react: (line, reaction) => {
      const seat = seats.get(line)
      if (!seat) return refuse('session.not-in')
      if (seat.entry.screen) return refuse('session.not-allowed')
      if (!isOn(writer.head().state)) return refuse('session.not-live')
      if (!memory.reactions.take(seat.person, reaction, deps.clock())) return refuse('react.too-often')
      return value(null)
    },
    pose: (line, packet) => {
      const seat = seats.get(line)
      const { phase, lead } = writer.head().state
      if (!seat || phase !== 'live' || lead.guide !== seat.person) return
      crowd.lead(memory.id).take(packet.pose, packet.snap, crowd.handle(line))
    },
  }
}

/** Somebody may lead, ask, react. */
const isOn = ({ phase }: SessionState): boolean => phase === 'live' || phase === 'paused'

function makeSeat(caller: Caller, state: SessionState, mode: FollowMode): Seat {
  const inRoom = caller.room === state.id
  const entry: Entry = {
    house: caller.me.house.length > 0,
    screen: caller.machine !== null,
    phone: inRoom,
  }
  const place = inRoom || entry.screen ? 'room' : 'net'
  const { line, person } = caller
  return { line, person, entry, place, name: caller.me.name, role: roleOf(state, person, entry), mode, active: false }
}

function noteName({ memory, writer, beside }: RoomParts, person: PersonId, name: string | null): void {
  if (name === null || memory.words.get(person) === name) return
  // Who comes to look at what is over leaves no name there.
  if (writer.head().state.phase === 'ended' && !memory.words.has(person)) return
  memory.words.set(person, name)
  const { state } = writer.head()
  // Whom nothing on a screen names is in the pages of people alone, which are asked for.
  if (wordIdsOf(state).includes(person)) {
    memory.circles.words({ [person]: name }, wordIdsOf(publicPart(state)).includes(person))
  }
  beside({ words: [{ id: person, owner: person, text: name }] })
}

const wordsIn = (command: SessionCommand, owner: PersonId): readonly Word[] =>
  command.type === 'question:ask' ? [{ id: command.question, owner, text: command.text }] : []
