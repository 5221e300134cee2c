// The asks of booths by socket: who edits what.

import { refuse, value } from '../../shared/protocol/refusal.ts'
import type { Handlers } from '../gateway/handler.ts'
import type { Locks } from './locks.ts'
import { mayEdit } from './may-edit.ts'

export function studioHandlers(locks: Locks): Pick<Handlers, 'booth:lock'> {
  return {
    'booth:lock': ({ booth, section }, caller) => {
      if (!mayEdit(caller.me, booth)) return refuse('person.not-allowed')
      locks.set(caller, booth, section)
      return value(locks.of(booth))
    },
  }
}
