// Everybody on the staff, for operators: who may what, when they were last here, and taking somebody off the staff.

import { useCallback, useRef, useState } from 'react'
import type { StaffRow } from '../../shared/protocol/http.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import { useMyId, useServerNow } from '../panels/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { Failed } from '../ui/refusal.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useWords } from '../ui/words.tsx'
import { RemoveStaff } from './RemoveStaff.tsx'
import { useRoleWords } from './role-words.ts'
import { type Seen, seenBefore } from './seen.ts'

const EVERY = 60_000

export function Staff() {
  const say = useWords(DESK_WORDS)
  const { desk } = useActions()
  const ask = useCallback(() => desk.staff(), [desk])
  const { value: staff, refused, again } = useAsked(ask, EVERY)
  const [asked, setAsked] = useState<StaffRow | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const nameOf = useNameOfStaff()
  const operators = staff?.filter(({ house }) => house.includes('operator')).length ?? 0
  return (
    <section className="card staff-card" aria-labelledby="staff-title">
      <h2 id="staff-title" ref={title} tabIndex={-1}>
        {say('desk.staff')}
      </h2>
      {refused && <Failed refused={refused} again={again} />}
      {staff === null && !refused && <Waiting />}
      {staff?.length === 1 && <p className="muted">{say('desk.staff-alone')}</p>}
      <ul className="staff-list">
        {staff?.map((row) => (
          <Member
            key={row.person}
            row={row}
            last={operators === 1 && row.house.includes('operator')}
            ask={() => setAsked(row)}
          />
        ))}
      </ul>
      <RemoveStaff
        row={asked}
        name={asked ? nameOf(asked) : ''}
        close={() => setAsked(null)}
        removed={async () => {
          await again()
          setAsked(null)
          // The button that opened the dialog is gone with its row.
          requestAnimationFrame(() => requestAnimationFrame(() => title.current?.focus()))
        }}
      />
    </section>
  )
}

function useNameOfStaff(): (row: StaffRow) => string {
  const common = useWords(COMMON_WORDS)
  return ({ name, login }) => name || login || common('common.someone')
}

function Waiting() {
  const say = useWords(COMMON_WORDS)
  return (
    <p className="muted" role="status">
      {say('common.loading')}
    </p>
  )
}

function Member({ row, last, ask }: { readonly row: StaffRow; readonly last: boolean; ask(): void }) {
  const say = useWords(DESK_WORDS)
  const common = useWords(COMMON_WORDS)
  const roles = useRoleWords()(row)
  const me = useMyId()
  const name = useNameOfStaff()(row)
  const own = row.person === me
  return (
    <li>
      <span className="desk-who">
        <strong>
          {name}
          {own && ` (${common('common.you')})`}
        </strong>
        <span className="row small muted">
          {roles.map((role) => (
            <span key={role} className="tag">
              {role}
            </span>
          ))}
          <LastSeen at={row.seenAt} />
        </span>
        {(own || last) && <span className="small muted">{say(last ? 'desk.staff-last' : 'desk.staff-own')}</span>}
      </span>
      {!own && !last && (
        <Button size="small" look="quiet" aria-label={`${say('desk.staff-remove')}: ${name}`} onPress={ask}>
          {say('desk.staff-remove')}
        </Button>
      )}
    </li>
  )
}

const SEEN = {
  now: 'desk.seen-now',
  hours: 'desk.seen-hours',
  days: 'desk.seen-days',
} as const satisfies Record<Seen['unit'], keyof typeof DESK_WORDS>

function LastSeen({ at }: { readonly at: number }) {
  const say = useWords(DESK_WORDS)
  const { unit, count } = seenBefore(at, useServerNow(EVERY))
  return <time dateTime={new Date(at).toISOString()}>{say(SEEN[unit], { count })}</time>
}
