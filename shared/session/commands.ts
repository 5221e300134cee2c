// Every command that a session takes. The schemas are the only source of their types; `decide` answers each.

import { z } from 'zod'
import type { CommandId, CueId, PersonId, PollId, QuestionId } from '../kit/id.ts'
import { id, text } from '../protocol/parts.ts'
import type { Place } from './kinds.ts'
import { GIVEN_ROLES } from './roles.ts'

/** Longest question, characters. */
export const QUESTION_MAX = 500
/** Open (queued, visible or staged) questions one person may have. */
export const OPEN_QUESTIONS_MAX = 3
/** Open questions of a session that stand in its state: unseen ones in the queue, and ones everybody sees. */
export const QUEUE_MAX = 200
export const VISIBLE_MAX = 100
/** Polls of a session that are not archived. */
export const POLLS_MAX = 20
export const POLL_OPTIONS = { min: 2, max: 8, length: 120 } as const

const commandId = id<CommandId>()
const person = id<PersonId>()
const epoch = z.int().min(0).max(1e9)
const question = id<QuestionId>()
const poll = id<PollId>()

const of = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ id: commandId, type: z.literal(type), ...shape })

export const sessionCommand = z.discriminatedUnion('type', [
  of('session:start', {}),
  /** Only an explicit end with `confirm` ends a session. */
  of('session:end', { confirm: z.literal(true) }),

  /** Take the lead while nobody has it, or back as who had it before. */
  of('lead:take', {}),
  of('lead:offer', { to: person, epoch }),
  of('lead:withdraw', { epoch }),
  of('lead:accept', { epoch }),
  of('lead:decline', { epoch }),
  of('role:give', { person, role: z.enum(GIVEN_ROLES) }),
  of('role:take', { person }),

  of('cue:go', { cue: id<CueId>(), epoch }),
  of('follow:invite', { epoch }),
  of('follow:gather', { whom: z.enum(['stragglers', 'all']), epoch }),

  of('question:ask', { question, text: text(QUESTION_MAX) }),
  of('question:withdraw', { question }),
  of('question:show', { question }),
  of('question:stage', { question }),
  of('question:unstage', { question }),
  of('question:answer', { question }),
  of('question:archive', { question }),
  of('question:decline', { question }),
  of('question:vote', { question, up: z.boolean() }),

  of('poll:draft', {
    poll,
    question: text(200),
    options: z.array(text(POLL_OPTIONS.length)).min(POLL_OPTIONS.min).max(POLL_OPTIONS.max),
    /** Everyone sees the sums while it is open, not only staff and stage. */
    openResults: z.boolean(),
  }),
  of('poll:open', { poll }),
  of('poll:vote', {
    poll,
    option: z
      .int()
      .min(0)
      .max(POLL_OPTIONS.max - 1),
  }),
  of('poll:close', { poll }),
  of('poll:archive', { poll }),
])

export type SessionCommand = z.infer<typeof sessionCommand>
export type CommandType = SessionCommand['type']

/**
 * What the room tells the engine by itself, as actor `system`: time passing, the server's own return, a stay that ended,
 * and the lines of who leads. Facts only; what follows from them is decided.
 */
export type SystemCommand =
  | { readonly type: 'clock' }
  | { readonly type: 'restart' }
  | {
      readonly type: 'stay'
      readonly person: PersonId
      readonly place: Place
      readonly from: number
      readonly to: number
    }
  | { readonly type: 'line:lost'; readonly person: PersonId }
  | { readonly type: 'line:back'; readonly person: PersonId }
