// The links to hand out: the invitation, the stage screen, the room's code.

import { useCallback } from 'react'
import { Failed } from '../../ui/refusal.tsx'
import { useActions } from '../../ui/use-app.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { useJoined } from '../use-session.ts'
import { HandOut } from './HandOut.tsx'

export function LinksTab() {
  const { session } = useActions()
  const { id } = useJoined().state
  const ask = useCallback(() => session.links(id), [session, id])
  const { value: links, refused, again } = useAsked(ask)
  return (
    <>
      {refused && <Failed refused={refused} again={again} />}
      {links && <HandOut links={links} />}
    </>
  )
}
