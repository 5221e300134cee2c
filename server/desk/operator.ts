// The one question of every route of the desk: is it an operator who asks?

import { type Refusal, refuse } from '../../shared/protocol/refusal.ts'
import type { Who } from '../gateway/who.ts'

/** Null for a signed-in operator, else why not. */
export function notOperator(who: Who | null): Refusal | null {
  if (!who) return refuse('person.sign-in-needed')
  return who.me.house.includes('operator') ? null : refuse('person.not-allowed')
}
