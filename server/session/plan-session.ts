// Planning a session: its row, its first event, its codes; and the links that its host hands out.

import type { Bilingual } from '../../shared/kit/bilingual.ts'
import { makeId, type PersonId, type SessionId } from '../../shared/kit/id.ts'
import type { HostedSession } from '../../shared/protocol/http.ts'
import { countOn, NO_COUNTS, numbersOf } from '../../shared/session/audiences.ts'
import { KIND_RULES, type SessionKind } from '../../shared/session/kinds.ts'
import type { Rundown } from '../../shared/session/rundown.ts'
import { hashStageKey, makeJoinCode, makeStageKey } from './join-code.ts'
import type { RoomDeps } from './room-memory.ts'
import type { SessionRow } from './session-store.ts'
import { rundownFor } from './templates.ts'

export interface Plan {
  readonly kind: SessionKind
  readonly title: Bilingual
  readonly host: PersonId
  /** When it is to begin, server ms. */
  readonly plannedFor?: number | undefined
  /** The kind's own by default. */
  readonly rundown?: Rundown
}

/** Writes a planned session; its stage key stands only in the answer. @throws when it can't be stored */
export async function planSession(
  { db, store, random, clock }: RoomDeps,
  { kind, title, host, plannedFor, rundown = rundownFor(kind) }: Plan,
  codeTaken: (code: string) => boolean,
): Promise<{ readonly row: SessionRow; readonly hosted: HostedSession }> {
  const id = makeId<SessionId>(random)
  const withRoom = KIND_RULES[kind].room
  const key = withRoom ? makeStageKey(random) : null
  let code = withRoom ? makeJoinCode(random) : null
  while (code !== null && codeTaken(code)) code = makeJoinCode(random)
  const at = clock()
  const row: SessionRow = {
    id,
    kind,
    title_zh: title.zh,
    title_en: title.en,
    host,
    phase: 'planned',
    started_at: null,
    made_at: at,
    code,
    stage_hash: key === null ? null : hashStageKey(key),
  }
  const said = plannedFor === undefined ? {} : { plannedFor }
  const event = { type: 'session:planned', session: id, kind, title, rundown, host, ...said } as const
  const n = numbersOf(countOn(NO_COUNTS, 'all'), 'all')
  await db.transaction().execute(async (tx) => {
    await store.insert(tx, row)
    await store.append(tx, id, [{ seq: 1, at, audience: 'all', n, event }], null)
  })
  return { row, hosted: hostedBy(row, key) }
}

/** The links of a session. @param key of the stage screen, in the clear, or null where there is none */
export function hostedBy(row: SessionRow, key: string | null): HostedSession {
  return {
    session: row.id as SessionId,
    invitation: `/tour/${row.id}`,
    stage: key === null ? null : `/stage/${row.id}#${key}`,
    code: row.code,
    host: row.host as PersonId,
  }
}
