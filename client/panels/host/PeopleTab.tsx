// Who is here, by name, on demand; giving roles and handing over the lead.

import { useEffect, useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { PersonRow } from '../../../shared/protocol/wire.ts'
import { GIVEN_ROLES, ROLE_RULES } from '../../../shared/session/roles.ts'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import type { Refused } from '../../state/outcome.ts'
import { Button } from '../../ui/Button.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import { RefusalLine } from '../../ui/refusal.tsx'
import { useActions } from '../../ui/use-app.tsx'
import { useWords } from '../../ui/words.tsx'
import { useJoined, useMay, useMyId } from '../use-session.ts'
import { Group } from './Group.tsx'
import { useCommand } from './use-command.ts'

const PAGE = 100
const AGAIN_MS = 5_000

export function PeopleTab() {
  const say = useWords(HOST_WORDS)
  const { session } = useActions()
  const [page, setPage] = useState(0)
  const [rows, setRows] = useState<readonly PersonRow[]>([])
  const [total, setTotal] = useState(0)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { roles } = useJoined().state
  // A given role changes the list at once.
  useEffect(() => {
    let left = false
    const look = async () => {
      const reply = await session.people(page)
      if (left) return
      setRefused(reply.ok ? null : reply)
      if (!reply.ok) return
      setRows(reply.value.rows)
      setTotal(reply.value.total)
    }
    void look()
    const timer = setInterval(() => void look(), AGAIN_MS)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [session, page, roles])
  return (
    <>
      <Group leads={false} />
      <RefusalLine refused={refused} />
      {rows.length === 0 && !refused && <p className="muted">{say('host.names-none')}</p>}
      <ul className="people">
        {rows.map((row) => (
          <Person key={row.person} row={row} />
        ))}
      </ul>
      {total > PAGE * (page + 1) && (
        <Button size="small" onPress={() => setPage(page + 1)}>
          {say('host.more')}
        </Button>
      )}
    </>
  )
}

function Person({ row }: { readonly row: PersonRow }) {
  const say = useWords(HOST_WORDS)
  const common = useWords(COMMON_WORDS)
  const me = useMyId()
  const name = row.name || common('common.someone')
  return (
    <li>
      <span className={`dot sum-${row.state}`} aria-hidden="true" />
      <span className="person">
        <strong>
          {name}
          {row.person === me && ` (${common('common.you')})`}
        </strong>
        <span className="small muted">
          {say(`role.${row.role}`)} · {say(`host.${row.state}`)}
        </span>
      </span>
      {row.person !== me && <PersonMenu row={row} name={name} />}
    </li>
  )
}

function PersonMenu({ row, name }: { readonly row: PersonRow; readonly name: string }) {
  const say = useWords(HOST_WORDS)
  const may = useMay()
  const me = useMyId()
  const command = useCommand()
  const { role, state } = useJoined()
  const given = state.roles.some(({ person }) => person === row.person)
  const below = ROLE_RULES[row.role].rank < ROLE_RULES[role].rank
  const items = [
    ...(state.lead.guide === me && given ? [['hand-over', say('host.hand-over')] as const] : []),
    ...(may('role:give') && below
      ? GIVEN_ROLES.filter((one) => ROLE_RULES[one].rank < ROLE_RULES[role].rank && one !== row.role).map(
          (one) => [one, say('host.give-role', { role: say(`role.${one}`) })] as const,
        )
      : []),
    ...(may('role:take') && below && given ? [['take', say('host.take-role')] as const] : []),
  ]
  if (!items.length) return null
  const act = (key: string) => {
    const { person } = row
    if (key === 'hand-over') return command({ type: 'lead:offer', to: person, epoch: state.lead.epoch })
    if (key === 'take') return command({ type: 'role:take', person })
    const wanted = GIVEN_ROLES.find((one) => one === key)
    return wanted ? command({ type: 'role:give', person, role: wanted }) : undefined
  }
  return (
    <MenuTrigger>
      <AriaButton className="button quiet icon" aria-label={`${name}: ${say('host.role')}`}>
        <MoreIcon />
      </AriaButton>
      <Popover className="menu">
        <Menu onAction={(key) => void act(String(key))}>
          {items.map(([id, text]) => (
            <MenuItem key={id} id={id}>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
