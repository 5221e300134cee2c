// Questions: queued → visible → staged → answered | archived | declined, or withdrawn by who asked. One staged at a time.
// Room and net share the queue. Until a question is shown, its events go to its asker and to staff; afterwards to all.

import { type Refusal, refuse } from '../protocol/refusal.ts'
import { OPEN_QUESTIONS_MAX, QUESTION_MAX, QUEUE_MAX, VISIBLE_MAX } from './commands.ts'
import {
  type Actor,
  type CommandOf,
  type Decision,
  type Draft,
  happens,
  type Lookup,
  toAll,
  toNobody,
  toOne,
} from './decide-kit.ts'
import type { SessionEvent } from './events.ts'
import { isOpen, type Question, type QuestionStatus, type SessionState } from './state.ts'

export function decideAsk(
  state: SessionState,
  command: CommandOf<'question:ask'>,
  actor: Actor,
  lookup: Lookup,
): Decision {
  if (command.text.length === 0) return refuse('question.empty')
  if (command.text.length > QUESTION_MAX) return refuse('question.too-long', { limit: QUESTION_MAX })
  if (lookup.taken || state.questions[command.question]) return refuse('question.wrong-state')
  const open = Object.values(state.questions).filter(isOpen)
  if (open.filter((one) => one.by === actor.person).length >= OPEN_QUESTIONS_MAX) {
    return refuse('question.too-many-open', { limit: OPEN_QUESTIONS_MAX })
  }
  if (open.filter((one) => !one.shown).length >= QUEUE_MAX) {
    return refuse('question.too-many-open', { limit: QUEUE_MAX })
  }
  const { question } = command
  return happens(toOne(actor.person, { type: 'question:queued', question, by: actor.person, place: actor.place }))
}

/** Only who asked; on stage too, where it then leaves the stage. */
export function decideWithdraw(state: SessionState, command: CommandOf<'question:withdraw'>, actor: Actor): Decision {
  const found = find(state, command)
  if ('ok' in found) return found
  // To others a question that they can't see does not exist.
  if (found.by !== actor.person) return refuse(found.shown ? 'session.not-allowed' : 'question.unknown')
  if (!isOpen(found)) return refuse('question.wrong-state')
  return happens(audienceOf(found, { type: 'question:withdrawn', question: found.id, by: found.by }))
}

export function decideShow(state: SessionState, command: CommandOf<'question:show'>): Decision {
  const found = inStatus(state, command, ['queued'])
  return 'ok' in found ? found : show(state, found)
}

/** Puts it on stage, from the queue too; the one that was there steps back. */
export function decideStage(state: SessionState, command: CommandOf<'question:stage'>): Decision {
  const found = inStatus(state, command, ['queued', 'visible'])
  if ('ok' in found) return found
  const shown = found.shown ? happens() : show(state, found)
  if (!shown.ok) return shown
  const { staged } = state
  return happens(
    ...shown.events,
    ...(staged ? [toAll({ type: 'question:unstaged', question: staged })] : []),
    toAll({ type: 'question:staged', question: found.id }),
  )
}

export function decideUnstage(state: SessionState, command: CommandOf<'question:unstage'>): Decision {
  const found = inStatus(state, command, ['staged'])
  return 'ok' in found ? found : happens(toAll({ type: 'question:unstaged', question: found.id }))
}

export function decideAnswer(state: SessionState, command: CommandOf<'question:answer'>): Decision {
  const found = inStatus(state, command, ['visible', 'staged'])
  return 'ok' in found ? found : happens(toAll({ type: 'question:answered', question: found.id }))
}

export function decideArchive(state: SessionState, command: CommandOf<'question:archive'>): Decision {
  const found = inStatus(state, command, ['visible', 'staged', 'answered'])
  return 'ok' in found ? found : happens(toAll({ type: 'question:archived', question: found.id }))
}

export function decideDecline(state: SessionState, command: CommandOf<'question:decline'>): Decision {
  const found = inStatus(state, command, ['queued', 'visible', 'staged'])
  if ('ok' in found) return found
  return happens(audienceOf(found, { type: 'question:declined', question: found.id, by: found.by }))
}

/** One vote a person, whatever tab it comes from; one's own can be taken back. */
export function decideQuestionVote(
  state: SessionState,
  command: CommandOf<'question:vote'>,
  actor: Actor,
  lookup: Lookup,
): Decision {
  const found = find(state, command)
  if ('ok' in found) return found
  if (!found.shown) return refuse('question.unknown')
  if (!isOpen(found)) return refuse('question.wrong-state')
  if (found.by === actor.person) return refuse('question.own')
  if (lookup.voted === command.up) return refuse('question.own-vote')
  return happens(toNobody({ type: 'question:voted', question: found.id, by: actor.person, up: command.up }))
}

function show(state: SessionState, { id, by, place, askedAt }: Question): Decision {
  const visible = Object.values(state.questions).filter((one) => one.shown && isOpen(one)).length
  if (visible >= VISIBLE_MAX) return refuse('question.too-many-open', { limit: VISIBLE_MAX })
  return happens(toAll({ type: 'question:shown', question: id, by, place, askedAt }))
}

function audienceOf(question: Question, event: SessionEvent): Draft {
  return question.shown ? toAll(event) : toOne(question.by, event)
}

type Aimed = { readonly question: Question['id'] }

function find(state: SessionState, { question }: Aimed): Question | Refusal {
  return state.questions[question] ?? refuse('question.unknown')
}

function inStatus(state: SessionState, aim: Aimed, statuses: readonly QuestionStatus[]): Question | Refusal {
  const found = find(state, aim)
  if ('ok' in found) return found
  return statuses.includes(found.status) ? found : refuse('question.wrong-state')
}
