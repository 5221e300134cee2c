// What `decide` may read besides the state, looked up just before the call and in the same transaction.

import type { PersonId } from '../../shared/kit/id.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import type { SessionCommand, SystemCommand } from '../../shared/session/commands.ts'
import { type Lookup, NO_LOOKUP } from '../../shared/session/decide-kit.ts'
import type { PollCounts } from '../../shared/session/events.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Tx } from '../storage/database.ts'
import type { BesideStore } from './beside-store.ts'
import { countsFrom } from './room-tally.ts'
import type { SessionStore } from './session-store.ts'

export interface LookupDeps {
  readonly store: SessionStore
  readonly beside: BesideStore
  /** The guide's last pose under the present epoch. */
  readonly guidePose: () => Pose | null
  /** People whose line answers. */
  readonly present: () => readonly PersonId[]
}

/** Looks up what this command needs, and nothing else. */
export async function lookUp(
  deps: LookupDeps,
  tx: Tx,
  state: SessionState,
  command: SessionCommand | SystemCommand,
  person: PersonId | null,
): Promise<Lookup> {
  const { store, beside } = deps
  const choice = (subject: string) => (person ? beside.choice(tx, state.id, subject, person) : null)
  switch (command.type) {
    case 'question:ask':
      return { ...NO_LOOKUP, taken: await idTaken(deps, tx, state, command.question) }
    case 'poll:draft':
      return { ...NO_LOOKUP, taken: await store.subjectTaken(tx, state.id, command.poll) }
    case 'question:vote':
      return { ...NO_LOOKUP, voted: (await choice(command.question)) !== null }
    case 'poll:vote':
      return { ...NO_LOOKUP, choice: await choice(command.poll) }
    case 'poll:close':
    case 'session:end':
      return { ...NO_LOOKUP, counts: await openCounts(beside, tx, state) }
    case 'follow:gather':
      return { ...NO_LOOKUP, guidePose: deps.guidePose() }
    case 'clock':
      return { ...NO_LOOKUP, present: deps.present() }
    default:
      return NO_LOOKUP
  }
}

/** An id is used once, as a question's, a poll's or a word's: nobody writes over a name by asking under its id. */
async function idTaken({ store, beside }: LookupDeps, tx: Tx, { id }: SessionState, subject: string): Promise<boolean> {
  return (await store.subjectTaken(tx, id, subject)) || (await beside.wordTaken(tx, id, subject))
}

async function openCounts(beside: BesideStore, tx: Tx, { id, poll, polls }: SessionState): Promise<PollCounts | null> {
  const open = poll === null ? undefined : polls[poll]
  return open?.status === 'open' ? countsFrom(open, await beside.sums(tx, id, open.id)) : null
}
