// What came of asking the server: its Reply, or one of the refusals that only a client can make.

import type { RefusalCode, RefusalDetail, Value } from '../../shared/protocol/refusal.ts'
import type { LineRefusalCode } from '../../shared/words/refusals.ts'

export type OutcomeCode = RefusalCode | LineRefusalCode

export interface Refused {
  readonly ok: false
  readonly code: OutcomeCode
  readonly detail?: RefusalDetail
  readonly fault?: string
}

/** A value, the server's refusal, or the line's. */
export type Outcome<T> = Value<T> | Refused

/** Whether the same asked again may be answered otherwise: the line or the server was at fault, not what was asked. */
export const mayPass = (code: OutcomeCode): boolean => /^(line|wire)\./.test(code) && code !== 'wire.malformed'

export const NO_LINE: Refused = { ok: false, code: 'line.none' }
export const NO_COOKIE: Refused = { ok: false, code: 'line.no-cookie' }
export const NO_ANSWER: Refused = { ok: false, code: 'line.slow' }
