// The two answers to a request: a value, or a refusal with a code. Every code has words in shared/words (a test finds one without).

/** Expected kinds of "no". The part before the dot is the noun; see shared/words/refusals.ts for what a person reads. */
export const REFUSAL_CODES = [
  // wire
  'wire.malformed',
  'wire.too-large',
  'wire.too-often',
  'wire.old-version',
  'wire.unknown-event',
  'wire.origin',
  'wire.draining',
  'wire.fault',
  'wire.not-found',
  // storage
  'storage.failed',
  'storage.full',
  // person
  'person.sign-in-needed',
  'person.not-allowed',
  'person.link-spent',
  'person.wrong-password',
  'person.name-bad',
  'person.login-taken',
  'person.passkey-failed',
  'person.unknown',
  'person.last-operator',
  // session
  'session.unknown',
  'session.ended',
  'session.not-live',
  'session.already-live',
  'session.not-allowed',
  'session.stale-epoch',
  'session.not-in',
  'session.code-unknown',
  'session.full',
  'session.confirm-needed',
  'session.higher-rank',
  'session.nobody-to-lead',
  // parts of a session
  'lead.not-offered',
  'lead.taken',
  'cue.unknown',
  'cue.no-stop',
  'question.unknown',
  'question.too-long',
  'question.empty',
  'question.too-many-open',
  'question.wrong-state',
  'question.own-vote',
  'question.own',
  'poll.unknown',
  'poll.wrong-state',
  'poll.not-open',
  'poll.option-unknown',
  'poll.options-bad',
  'poll.too-many',
  'react.too-often',
  // booth
  'booth.unknown',
  'booth.changed-meanwhile',
  'booth.not-ready',
  'booth.model-unknown',
  'booth.file-unknown',
  'booth.import-gone',
  'booth.already-submitted',
  'booth.wrong-state',
  'booth.remark-needed',
  'booth.time-bad',
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** Values for the words of a code, e.g. `{ limit: 300 }`. */
export type RefusalDetail = Readonly<Record<string, string | number>>

export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  readonly detail?: RefusalDetail
  /** Only for `wire.fault`: the id under which the server logged it. */
  readonly fault?: string
}

export interface Value<T> {
  readonly ok: true
  readonly value: T
}

/** The answer to every request, by socket and by HTTP. */
export type Reply<T> = Value<T> | Refusal

export const value = <T>(value: T): Value<T> => ({ ok: true, value })

export const refuse = (code: RefusalCode, detail?: RefusalDetail): Refusal =>
  detail ? { ok: false, code, detail } : { ok: false, code }
