// The one door to the rules: command in, events or a refusal out. Pure; the server stores what comes out, then tells.
// First the table who may (allowed.ts), then the file of the command's group.

import { never } from '../kit/never.ts'
import { type Refusal, refuse } from '../protocol/refusal.ts'
import { ALLOWED } from './allowed.ts'
import type { CommandType, SessionCommand, SystemCommand } from './commands.ts'
import { decideCue, decideGather, decideInvite } from './decide-cue.ts'
import type { Actor, Decision, Lookup } from './decide-kit.ts'
import { decideAnswerOffer, decideOffer, decideTake, decideWithdrawOffer } from './decide-lead.ts'
import { decideArchivePoll, decideClose, decideDraft, decideOpen, decidePollVote } from './decide-poll.ts'
import {
  decideAnswer,
  decideArchive,
  decideAsk,
  decideDecline,
  decideQuestionVote,
  decideShow,
  decideStage,
  decideUnstage,
  decideWithdraw,
} from './decide-question.ts'
import { decideGive, decideTakeRole } from './decide-role.ts'
import { decideEnd, decideStart } from './decide-session.ts'
import { decideSystem } from './decide-system.ts'
import type { Role } from './roles.ts'
import type { SessionState } from './state.ts'

/** What somebody asks for, answered. `now` in server ms; never throws on any parsed command in any state. */
export function decide(
  state: SessionState,
  command: SessionCommand,
  actor: Actor,
  now: number,
  lookup: Lookup,
): Decision
/** What the room reports, answered; never a refusal. */
export function decide(
  state: SessionState,
  command: SystemCommand,
  actor: 'system',
  now: number,
  lookup: Lookup,
): Decision
export function decide(
  state: SessionState,
  command: SessionCommand | SystemCommand,
  actor: Actor | 'system',
  now: number,
  lookup: Lookup,
): Decision {
  if (isSystem(command)) {
    return actor === 'system' ? decideSystem(state, command, now, lookup) : refuse('session.not-allowed')
  }
  if (actor === 'system') return refuse('session.not-allowed')
  return notAllowed(state, command.type, actor.role) ?? decideFor(state, command, actor, lookup)
}

/** Null when a role may give this command in this phase, else why not. Clients may ask it too, to show only what can be done. */
export function notAllowed({ phase }: SessionState, type: CommandType, role: Role): Refusal | null {
  const rule = ALLOWED[type]
  if (phase === 'ended') return refuse('session.ended')
  if (phase === 'planned' && !rule.early) return refuse('session.not-live')
  return rule.roles.includes(role) ? null : refuse('session.not-allowed')
}

const SYSTEM: readonly string[] = Object.entries(ALLOWED).flatMap(([type, rule]) =>
  rule.sort === 'system' ? [type] : [],
)
const isSystem = (command: SessionCommand | SystemCommand): command is SystemCommand => SYSTEM.includes(command.type)

function decideFor(state: SessionState, command: SessionCommand, actor: Actor, lookup: Lookup): Decision {
  switch (command.type) {
    case 'session:start':
      return decideStart(state, actor)
    case 'session:end':
      return decideEnd(state, command, actor, lookup)
    case 'lead:take':
      return decideTake(state, actor)
    case 'lead:offer':
      return decideOffer(state, command, actor)
    case 'lead:withdraw':
      return decideWithdrawOffer(state, command, actor)
    case 'lead:accept':
    case 'lead:decline':
      return decideAnswerOffer(state, command, actor)
    case 'role:give':
      return decideGive(state, command, actor)
    case 'role:take':
      return decideTakeRole(state, command, actor)
    case 'cue:go':
      return decideCue(state, command, actor)
    case 'follow:invite':
      return decideInvite(state, command, actor)
    case 'follow:gather':
      return decideGather(state, command, actor, lookup)
    case 'question:ask':
      return decideAsk(state, command, actor, lookup)
    case 'question:withdraw':
      return decideWithdraw(state, command, actor)
    case 'question:show':
      return decideShow(state, command)
    case 'question:stage':
      return decideStage(state, command)
    case 'question:unstage':
      return decideUnstage(state, command)
    case 'question:answer':
      return decideAnswer(state, command)
    case 'question:archive':
      return decideArchive(state, command)
    case 'question:decline':
      return decideDecline(state, command)
    case 'question:vote':
      return decideQuestionVote(state, command, actor, lookup)
    case 'poll:draft':
      return decideDraft(state, command, lookup)
    case 'poll:open':
      return decideOpen(state, command)
    case 'poll:vote':
      return decidePollVote(state, command, actor, lookup)
    case 'poll:close':
      return decideClose(state, command, lookup)
    case 'poll:archive':
      return decideArchivePoll(state, command)
    default:
      return never(command)
  }
}
