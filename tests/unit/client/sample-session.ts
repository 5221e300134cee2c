// A small session as a client holds it, for the tests of stores and receivers.

import type { CueId, PersonId, QuestionId, SessionId } from '../../../shared/kit/id.ts'
import type { SessionSnapshot } from '../../../shared/protocol/wire.ts'
import type { SessionEvent, ToldEvent } from '../../../shared/session/events.ts'
import { begin } from '../../../shared/session/evolve.ts'

export const SESSION = 'session-0001' as SessionId
export const GUIDE = 'person-guide' as PersonId
export const GUEST = 'person-guest' as PersonId
export const QUESTION = 'question-0001' as QuestionId
const cue = (n: number) => ({
  id: `cue-000${n}` as CueId,
  title: { zh: `第${n}站`, en: `Stop ${n}` },
  where: { kind: 'stage' } as const,
  minutes: 2,
})
export const CUES = [cue(1), cue(2), cue(3)] as const

export function snapshot(change: Partial<SessionSnapshot> = {}): SessionSnapshot {
  const planned = {
    type: 'session:planned',
    session: SESSION,
    kind: 'guided-tour',
    title: { zh: '导览', en: 'Tour' },
    rundown: [...CUES],
    host: GUIDE,
  } as const
  return {
    at: 1000,
    role: 'attendee',
    place: 'net',
    counters: { all: 1, rest: 0 },
    state: { ...begin(planned, 1000), phase: 'live', startedAt: 1000 },
    words: {},
    sums: { present: { net: 2, room: 0 }, following: 0, votes: {}, polls: {}, reactions: {}, guideHandle: 11 },
    own: { votes: [], choices: {} },
    code: null,
    ...change,
  }
}

/** An event as it is told to all. */
export const told = (n: number, event: SessionEvent, circle: ToldEvent['circle'] = 'all'): ToldEvent => ({
  circle,
  n,
  at: 1000 + n,
  event,
})
