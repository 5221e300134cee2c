// Who is here, by name, on demand; giving roles and handing over the lead.

import { useCallback, useEffect, useRef, useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { PersonRow } from '../../../shared/protocol/wire.ts'
import { KIND_RULES } from '../../../shared/session/kinds.ts'
import { GIVEN_ROLES, ROLE_RULES } from '../../../shared/session/roles.ts'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import { Button } from '../../ui/Button.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import { Failed } from '../../ui/refusal.tsx'
import { useActions } from '../../ui/use-app.tsx'
import { useAsked } from '../../ui/use-asked.ts'
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
  const ask = useCallback(() => session.people(page), [session, page])
  const { value, refused, again } = useAsked(ask, AGAIN_MS)
  const { roles, kind } = useJoined().state
  const asked = useRef(roles)
  useEffect(() => {
    // A given role changes the list at once.
    if (asked.current !== roles) void again()
    asked.current = roles
  }, [roles, again])
  return (
    <>
      {KIND_RULES[kind].moves && <Group leads={false} />}
      {refused && <Failed refused={refused} again={again} />}
      {value?.total === 0 && <p className="muted">{say('host.names-none')}</p>}
      <ul className="people">
        {value?.rows.map((row) => (
          <Person key={row.person} row={row} />
        ))}
      </ul>
      {value && (value.total > PAGE || page > 0) && <Pages page={page} total={value.total} go={setPage} />}
    </>
  )
}

/** Which of many names are shown, and the way to those before and after. */
function Pages({ page, total, go }: { readonly page: number; readonly total: number; go(page: number): void }) {
  const say = useWords(HOST_WORDS)
  const first = page * PAGE + 1
  const last = Math.min(total, first + PAGE - 1)
  return (
    <nav className="row" aria-label={say('host.people')}>
      <Button size="small" disabled={page === 0} onPress={() => go(page - 1)}>
        {say('host.names-before')}
      </Button>
      <Button size="small" disabled={last >= total} onPress={() => go(page + 1)}>
        {say('host.names-after')}
      </Button>
      <span className="small muted" role="status">
        {say('host.names-of', { first: Math.min(first, total), last, total })}
      </span>
    </nav>
  )
}

function Person({ row }: { readonly row: PersonRow }) {
  const say = useWords(HOST_WORDS)
  const common = useWords(COMMON_WORDS)
  const me = useMyId()
  // With or without the guide: only said where people walk.
  const { moves } = KIND_RULES[useJoined().state.kind]
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
          {say(`role.${row.role}`)}
          {(moves || row.state === 'silent') && ` · ${say(`host.${row.state}`)}`}
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
