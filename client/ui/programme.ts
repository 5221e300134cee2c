// The programme of the house: what is live first, then what comes, by its time. Asked over HTTP, so that it needs no socket.

import { useCallback } from 'react'
import type { SessionSummary } from '../../shared/protocol/wire.ts'
import type { Refused } from '../state/outcome.ts'
import { useActions, useNoun } from './use-app.tsx'
import { useAsked } from './use-asked.ts'

const EVERY = 30_000
const RANK: Readonly<Record<SessionSummary['phase'], number>> = { live: 0, paused: 1, planned: 2, ended: 3 }

/** Live, paused, planned, ended; within each by its time, those without one last, else in the order given. */
export function inOrder(sessions: readonly SessionSummary[]): readonly SessionSummary[] {
  const time = ({ startedAt, plannedFor }: SessionSummary) => startedAt ?? plannedFor ?? Number.MAX_SAFE_INTEGER
  return [...sessions].sort((a, b) => RANK[a.phase] - RANK[b.phase] || time(a) - time(b))
}

export interface Programme {
  /** Null until it is known. */
  readonly sessions: readonly SessionSummary[] | null
  readonly refused: Refused | null
  again(): Promise<void>
}

export function useProgramme(): Programme {
  const { session } = useActions()
  const list = useCallback(() => session.list(), [session])
  const { value, refused, again } = useAsked(list, EVERY)
  const sessions = useNoun('hall', (hall) => hall.sessions)
  return { sessions: value || sessions.length > 0 ? inOrder(sessions) : null, refused, again }
}
