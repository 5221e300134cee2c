// The links to hand out: the invitation, the room's code, and on demand the stage screen's, since a new one ends the one before.

import { useState } from 'react'
import { KIND_RULES } from '../../../shared/session/kinds.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import type { Refused } from '../../state/outcome.ts'
import { Button } from '../../ui/Button.tsx'
import { tourPath } from '../../ui/paths.ts'
import { RefusalLine } from '../../ui/refusal.tsx'
import { useActions } from '../../ui/use-app.tsx'
import { useWords } from '../../ui/words.tsx'
import { useJoined } from '../use-session.ts'
import { HandOut } from './HandOut.tsx'

export function LinksTab() {
  const say = useWords(HOST_WORDS)
  const { session } = useActions()
  const { state, code } = useJoined()
  const [stage, setStage] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const make = async () => {
    const reply = await session.links(state.id)
    setRefused(reply.ok ? null : reply)
    if (reply.ok) setStage(reply.value.stage)
  }
  return (
    <>
      <HandOut links={{ invitation: tourPath(state.id), code, stage }} />
      {KIND_RULES[state.kind].room && !stage && (
        <div className="stack">
          <Button onPress={make}>{say('host.link-stage-make')}</Button>
          <p className="small muted">{say('host.link-stage-make-help')}</p>
        </div>
      )}
      <RefusalLine refused={refused} />
    </>
  )
}
