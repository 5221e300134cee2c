// Taking somebody off the staff: asked twice, since it cannot be taken back. Says what happens before it does.

import { useState } from 'react'
import type { StaffRow } from '../../shared/protocol/http.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import type { Refused } from '../state/outcome.ts'
import { Answers } from '../ui/Answers.tsx'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'
import { useRoleWords } from './role-words.ts'

interface Asking {
  readonly name: string
  close(): void
  /** It is done, or was done already by somebody else. */
  removed(): Promise<void>
}

/** @param row whom; null while nobody is asked about */
export function RemoveStaff({ row, ...asking }: Asking & { readonly row: StaffRow | null }) {
  const say = useWords(DESK_WORDS)
  return (
    <Sheet title={say('desk.staff-sure', { name: asking.name })} open={row !== null} middle close={asking.close}>
      {row && <Sure row={row} {...asking} />}
    </Sheet>
  )
}

function Sure({ row, name, close, removed }: Asking & { readonly row: StaffRow }) {
  const say = useWords(DESK_WORDS)
  const { locale } = useLanguage()
  const { desk, say: tell } = useActions()
  const rolesOf = useRoleWords()
  const [refused, setRefused] = useState<Refused | null>(null)
  const remove = async () => {
    const reply = await desk.removeStaff(row.person)
    const done = reply.ok || reply.code === 'person.unknown'
    setRefused(done ? null : reply)
    if (!done) return
    await removed()
    tell(say('desk.staff-removed', { name }))
  }
  const roles = new Intl.ListFormat(locale).format(rolesOf(row))
  return (
    <div className="stack">
      <p>{say('desk.staff-loses', { name, roles })}</p>
      <p>{say('desk.staff-no-undo')}</p>
      <Answers refused={refused} close={close}>
        <Button look="danger" onPress={remove}>
          {say('desk.staff-remove')}
        </Button>
      </Answers>
    </div>
  )
}
