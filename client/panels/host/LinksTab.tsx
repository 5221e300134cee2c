// The links to hand out: the invitation, the stage screen, the room's code.

import { useEffect, useState } from 'react'
import type { HostedSession } from '../../../shared/protocol/http.ts'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import type { Refused } from '../../state/outcome.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { addressOf } from '../../ui/paths.ts'
import { RefusalLine } from '../../ui/refusal.tsx'
import { useActions } from '../../ui/use-app.tsx'
import { useWords } from '../../ui/words.tsx'
import { useJoined } from '../use-session.ts'

export function LinksTab() {
  const { session } = useActions()
  const { state } = useJoined()
  const [links, setLinks] = useState<HostedSession | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  useEffect(() => {
    void session.links(state.id).then((reply) => {
      if (reply.ok) setLinks(reply.value)
      else setRefused(reply)
    })
  }, [session, state.id])
  return (
    <>
      <RefusalLine refused={refused} />
      {links && <HandOut links={links} />}
    </>
  )
}

/** The links of one session with a button to copy each. */
export function HandOut({ links }: { readonly links: HostedSession }) {
  const say = useWords(HOST_WORDS)
  return (
    <div className="hand-out">
      <Handed label={say('host.link-invitation')} text={addressOf(links.invitation)} />
      {links.code && (
        <Handed label={say('host.link-code')} text={links.code} copy={addressOf(`/join/${links.code}`)} large />
      )}
      {links.stage && (
        <Handed label={say('host.link-stage')} help={say('host.link-stage-help')} text={addressOf(links.stage)} />
      )}
    </div>
  )
}

function Handed(props: {
  readonly label: string
  readonly text: string
  readonly copy?: string
  readonly help?: string
  readonly large?: boolean
}) {
  const { label, text, copy = text, help, large } = props
  const say = useWords(COMMON_WORDS)
  const actions = useActions()
  return (
    <div className="handed">
      <p className="field-label">{label}</p>
      <div className="row">
        <code className={large ? 'code' : ''}>{text}</code>
        <Button
          size="small"
          aria-label={`${say('common.copy')}: ${label}`}
          onPress={async () => {
            if (await copyText(copy)) actions.say(say('common.copied'))
          }}
        >
          {say('common.copy')}
        </Button>
      </div>
      {help && <p className="small muted">{help}</p>}
    </div>
  )
}
