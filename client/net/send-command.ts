// A session's commands on their way: what was sent when the line broke is sent again, under the same id, once the session is
// joined again. The server counts an id once and answers it alike, so nobody is left wondering whether it was done.
// A line may be dead without anybody having noticed: no answer in time, and not a tick meanwhile. Then it is dropped here.

import type { Clock } from '../../shared/kit/clock.ts'
import type { SessionId } from '../../shared/kit/id.ts'
import type { Replies } from '../../shared/protocol/wire.ts'
import type { SessionCommand } from '../../shared/session/commands.ts'
import { NO_ANSWER, type Outcome } from '../state/outcome.ts'
import { ASK_TIME_OUT, type Line, type LineDeps } from './socket.ts'

type Answer = Outcome<Replies['session:command']>

export interface Commands {
  /** Refused at once without a line; `line.slow` without an answer, or when a lost line is not back in {@link RESEND_MS}. */
  send(session: SessionId, command: SessionCommand): Promise<Answer>
  /** The session was joined anew, or that was refused: what waits for it is sent again, or gets the same refusal. */
  joined(session: SessionId, outcome: Outcome<unknown>): void
}

/** How long after a loss a command may still be sent again, milliseconds: later nobody expects it to happen. */
export const RESEND_MS = 20_000

/** How long after it was given, milliseconds: a machine that slept has slept through every timer. */
const GIVEN_MS = ASK_TIME_OUT + RESEND_MS

interface UnderWay {
  readonly session: SessionId
  readonly command: SessionCommand
  readonly givenAt: number
  /** Rises with each loss: an answer or time-out of an earlier sending counts no more. */
  losses: number
  /** The line broke before the answer came. */
  lost: boolean
  answer(answer: Answer): void
}

export interface CommandsDeps {
  readonly line: Line
  readonly later: LineDeps['later']
  readonly clock: Clock
}

export function createCommands({ line, later, clock }: CommandsDeps): Commands {
  const underWay = new Set<UnderWay>()
  const ask = async (one: UnderWay): Promise<void> => {
    const { session, command, losses } = one
    const heard = line.heard()
    const answer = await line.ask('session:command', { session, command })
    if (one.losses !== losses) return
    if (answer === NO_ANSWER && line.heard() === heard) line.drop()
    else one.answer(answer)
  }
  const lose = (one: UnderWay): void => {
    one.lost = true
    one.losses += 1
    const { losses } = one
    later(() => {
      if (one.lost && one.losses === losses) one.answer(NO_ANSWER)
    }, RESEND_MS)
  }
  line.onNews(({ type }) => {
    if (type !== 'down' && type !== 'draining' && type !== 'renewing') return
    for (const one of underWay) if (!one.lost) lose(one)
  })
  return {
    send: (session, command) =>
      new Promise((resolve) => {
        const answer = (outcome: Answer) => {
          underWay.delete(one)
          resolve(outcome)
        }
        const one: UnderWay = { session, command, givenAt: clock(), losses: 0, lost: false, answer }
        underWay.add(one)
        void ask(one)
      }),
    joined(session, outcome) {
      for (const one of [...underWay]) {
        if (!one.lost || one.session !== session) continue
        if (clock() - one.givenAt > GIVEN_MS) one.answer(NO_ANSWER)
        else if (outcome.ok) {
          one.lost = false
          void ask(one)
        } else if (!outcome.code.startsWith('line.')) one.answer(outcome)
      }
    },
  }
}
