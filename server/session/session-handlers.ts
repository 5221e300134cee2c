// The asks of sessions: find the room, let it answer. The guard has parsed and counted them already.

import type { SessionId } from '../../shared/kit/id.ts'
import { refuse, value } from '../../shared/protocol/refusal.ts'
import type { Handlers } from '../gateway/handler.ts'
import type { Room } from './session-room.ts'

export type SessionAsks = Extract<keyof Handlers, `session:${string}`>

/** @param room the room of a session, or null when there is none of this id */
export function sessionHandlers(room: (session: SessionId) => Promise<Room | null>): Pick<Handlers, SessionAsks> {
  const none = () => refuse('session.unknown')
  return {
    'session:join': async ({ session }, caller) => (await room(session))?.join(caller) ?? none(),
    'session:leave': async ({ session }, { line }) => {
      ;(await room(session))?.leave(line)
      return value(null)
    },
    'session:command': async ({ session, command }, caller) =>
      (await room(session))?.command(caller, command) ?? none(),
    'session:follow': async ({ session, mode }, { line }) => (await room(session))?.follow(line, mode) ?? none(),
    'session:react': async ({ session, reaction }, { line }) => (await room(session))?.react(line, reaction) ?? none(),
    'session:people': async ({ session, page }, { line }) => (await room(session))?.people(line, page) ?? none(),
  }
}
