// Once a second: what falls due, whether who leads still answers, and the sums. The only clock of a room.

import type { SystemCommand } from '../../shared/session/commands.ts'
import { due } from '../../shared/session/due.ts'
import { isStaff } from '../../shared/session/roles.ts'
import type { LeadWatch } from './lead-watch.ts'
import { groupSums } from './room-group.ts'
import { groupView, type RoomDeps, type RoomMemory } from './room-memory.ts'
import type { Head } from './session-writer.ts'

export const PULSE_MS = 1_000

export interface PulseParts {
  readonly memory: RoomMemory
  readonly deps: RoomDeps
  readonly watch: LeadWatch
  readonly head: () => Head
  readonly report: (command: SystemCommand) => void
}

/** Makes the function that is called once a second. Sums that did not change are not told again. */
export function createPulse({ memory, deps, watch, head, report }: PulseParts): () => void {
  let told = ''
  let toldGroup = ''
  return () => {
    const { state } = head()
    const now = deps.clock()
    const command = watch.look(state, now)
    if (command) report(command)
    const at = due(state)
    if (at !== null && at <= now) report({ type: 'clock' })
    if (memory.seats.size === 0) return
    const { open, inside } = memory.sums.count(state, now, memory.reactions.drain(now))
    const text = JSON.stringify([open, inside])
    if (text !== told) memory.circles.sums(open, inside)
    told = text
    if (state.phase !== 'live') return
    const group = groupSums(groupView(memory, deps, state))
    // It stands in no snapshot: who has come to staff since is told what has not changed.
    const hearers = [...memory.seats.all()].filter(({ active, role }) => active && isStaff(role))
    const groupText = JSON.stringify([group, hearers.map(({ line }) => line.id)])
    if (groupText !== toldGroup) memory.circles.group(group)
    toldGroup = groupText
  }
}
