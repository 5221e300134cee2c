// The operator sees who is staff and takes a role away: GET /api/staff and POST /api/staff/remove.

import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import { type Reply, value } from '../../shared/protocol/refusal.ts'
import type { GetHandlers } from '../http/gets.ts'
import type { PostHandlers } from '../http/posts.ts'
import type { Staff } from '../person/staff.ts'
import { notOperator } from './operator.ts'

/** Takes somebody's role away, and ends their sockets after telling them. */
export type RemoveStaff = (person: PersonId) => Promise<Reply<null>>

export const removeStaff =
  (staff: Staff, endSockets: (person: PersonId) => void): RemoveStaff =>
  async (person) => {
    const done = await staff.remove(person)
    if (done.ok) endSockets(person)
    return done
  }

/** @param present everybody who is connected: they are seen now, whenever they were last noted */
export function staffGets(
  staff: Staff,
  present: () => Iterable<PersonId>,
  clock: Clock,
): Pick<GetHandlers, '/api/staff'> {
  return {
    '/api/staff': async (who) => {
      const no = notOperator(who)
      if (no) return no
      const rows = await staff.list()
      const here = new Set(present())
      const now = clock()
      return value({ staff: rows.map((row) => (here.has(row.person) ? { ...row, seenAt: now } : row)) })
    },
  }
}

export function staffPosts(remove: RemoveStaff): Pick<PostHandlers, '/api/staff/remove'> {
  return {
    '/api/staff/remove': async ({ person }, asker) => {
      const no = notOperator(asker.who)
      if (no) return no
      const done = await remove(person)
      if (done.ok && asker.who?.me.person === person) asker.setCookie(null)
      return done
    },
  }
}
