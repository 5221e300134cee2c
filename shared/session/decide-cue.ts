// The plan and the group: going to a cue, inviting to follow, gathering. All of it is the guide's, under the present epoch.

import type { Pose } from '../pose/pose.ts'
import { refuse } from '../protocol/refusal.ts'
import { type Actor, type CommandOf, type Decision, happens, type Lookup, notLeading, toAll } from './decide-kit.ts'
import { KIND_RULES } from './kinds.ts'
import type { SessionState } from './state.ts'

/** One cue moves followers, stage screen and clock together. Going to it again starts its clock anew. */
export function decideCue(state: SessionState, command: CommandOf<'cue:go'>, actor: Actor): Decision {
  const no = notLeading(state, actor, command.epoch)
  if (no) return no
  if (!state.rundown.some((cue) => cue.id === command.cue)) return refuse('cue.unknown')
  return happens(toAll({ type: 'cue:gone', cue: command.cue }))
}

/** Asks everybody to follow; each accepts or not, and who said "never" is not asked. */
export function decideInvite(state: SessionState, command: CommandOf<'follow:invite'>, actor: Actor): Decision {
  const no = notLeading(state, actor, command.epoch)
  if (no) return no
  if (!KIND_RULES[state.kind].moves) return refuse('session.not-allowed')
  return happens(toAll({ type: 'follow:invited', by: actor.person }))
}

/** Brings stragglers or all to where the guide stands; before the guide has moved, to the stop of the cue. */
export function decideGather(
  state: SessionState,
  command: CommandOf<'follow:gather'>,
  actor: Actor,
  lookup: Lookup,
): Decision {
  const no = notLeading(state, actor, command.epoch)
  if (no) return no
  if (!KIND_RULES[state.kind].moves) return refuse('session.not-allowed')
  const pose = lookup.guidePose ?? stopOf(state)
  if (!pose) return refuse('cue.no-stop')
  return happens(toAll({ type: 'follow:gathered', whom: command.whom, pose }))
}

function stopOf({ rundown, cue }: SessionState): Pose | null {
  const where = rundown.find((one) => one.id === cue?.id)?.where
  return where?.kind === 'stop' ? where.pose : null
}
