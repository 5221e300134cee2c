// Opens a session's room from the database: fold and log, votes, words; then what the server's absence means for it.

import type { SessionId } from '../../shared/kit/id.ts'
import type { SystemCommand } from '../../shared/session/commands.ts'
import { decide } from '../../shared/session/decide.ts'
import { happens } from '../../shared/session/decide-kit.ts'
import { evolve, fold } from '../../shared/session/evolve.ts'
import { answers, createLeadWatch } from './lead-watch.ts'
import { createRoomCircles } from './room-circles.ts'
import { type LookupDeps, lookUp } from './room-lookup.ts'
import { guideHandle, guidePoseOf, type RoomDeps, type RoomMemory } from './room-memory.ts'
import { moved } from './room-moved.ts'
import { createPulse, PULSE_MS } from './room-pulse.ts'
import { createSeats } from './room-seats.ts'
import { createSnapshots } from './room-snapshot.ts'
import { createStays } from './room-stays.ts'
import { createReactions, createSumsKeeper } from './room-sums.ts'
import { createTally } from './room-tally.ts'
import { createRoom, type Room } from './session-room.ts'
import { createWriter, type Head, type Job } from './session-writer.ts'

/** What the database says a session is now, and at which event its fold is stored. */
export async function readHead(
  { store }: Pick<RoomDeps, 'store'>,
  id: SessionId,
): Promise<{ head: Head; foldAt: number }> {
  const kept = await store.fold(id)
  const events = await store.eventsAfter(id, kept?.seq ?? 0)
  const state = kept ? events.reduce(evolve, kept.state) : fold(events)
  if (!state) throw new Error(`session ${id} has no beginning`)
  const seq = events.at(-1)?.seq ?? kept?.seq ?? 0
  return { head: { state, seq, counts: await store.counts(id) }, foldAt: kept?.seq ?? 0 }
}

/** @throws when the log can't be read: a newer version wrote it, or it is damaged */
export async function openRoom(id: SessionId, code: string | null, deps: RoomDeps): Promise<Room> {
  const { head, foldAt } = await readHead(deps, id)
  const memory = await remember(id, code, deps)
  const report = (command: SystemCommand, stay?: Job['stay']) => {
    void writer.submit({
      command: null,
      decide: async (state, now, tx) =>
        decide(state, command, 'system', now, await lookUp(lookups, tx, state, command, null)),
      ...(stay ? { stay } : {}),
    })
  }
  const beside = (what: Pick<Job, 'begins' | 'words'>) => {
    void writer.submit({ command: null, decide: async () => happens(), ...what })
  }
  const stays = createStays(memory, deps, { report, beside })
  const lookups: LookupDeps = {
    ...deps,
    guidePose: () => guidePoseOf(memory, deps),
    present: () => memory.seats.people().filter((person) => answers(memory.seats, person, deps.clock())),
  }
  const writer = createWriter(head, foldAt, {
    ...deps,
    onMoved: (events, before, words) => moved(memory, deps, stays, writer.head(), before, events, words),
  })
  const lead = createLeadWatch(memory.seats)
  const watch = () => {
    const command = lead.look(writer.head().state, deps.clock())
    if (command) report(command)
  }
  const pulse = createPulse({ memory, deps, watch: lead, head: writer.head, report })
  const ended = head.state.phase === 'ended'
  const stop = ended ? () => {} : deps.timers.every(PULSE_MS, () => beat(pulse, id, deps))
  if (!ended) report({ type: 'restart' })
  for (const stay of await deps.beside.openStays(id)) stays.endOld(stay, head.state.at)
  await writer.idle()
  return createRoom({ memory, deps, writer, stays, lookups, beside, watch, stop })
}

/** A fault in one room's second is logged; the house and its other rooms go on. */
function beat(pulse: () => void, session: SessionId, { log }: RoomDeps): void {
  try {
    pulse()
  } catch (err) {
    log.error({ err, session }, 'pulse failed')
  }
}

async function remember(id: SessionId, code: string | null, deps: RoomDeps): Promise<RoomMemory> {
  const seats = createSeats()
  const tally = createTally(await deps.beside.votes(id))
  const words = (await deps.beside.words(id)).map((one) => [one.id, one.text] as const)
  return {
    id,
    code,
    seats,
    circles: createRoomCircles(id, seats, deps.broadcast.circle),
    tally,
    sums: createSumsKeeper(seats, tally, (state) => guideHandle(seats, state, deps)),
    words: new Map(words),
    snapshots: createSnapshots(),
    reactions: createReactions(),
    stays: new Map(),
  }
}
