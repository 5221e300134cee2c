// Links to hand out, each with a button that copies it.

import type { HostedSession } from '../../../shared/protocol/http.ts'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import { Button } from '../../ui/Button.tsx'
import { addressOf } from '../../ui/paths.ts'
import { useCopy } from '../../ui/use-copy.ts'
import { useWords } from '../../ui/words.tsx'
import './hand-out.css'

/** The links of one session. */
export function HandOut({ links }: { readonly links: Pick<HostedSession, 'invitation' | 'code' | 'stage'> }) {
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

export interface HandedProps {
  readonly label: string
  readonly text: string
  /** What is copied where it is not the text itself. */
  readonly copy?: string
  readonly help?: string
  readonly large?: boolean
}

/** One link or code. */
export function Handed({ label, text, copy = text, help, large }: HandedProps) {
  const say = useWords(COMMON_WORDS)
  const copyOut = useCopy()
  return (
    <div className="handed">
      <p className="field-label">{label}</p>
      <div className="row">
        <code className={large ? 'code' : ''}>{text}</code>
        <Button size="small" aria-label={`${say('common.copy')}: ${label}`} onPress={() => copyOut(copy)}>
          {say('common.copy')}
        </Button>
      </div>
      {help && <p className="small muted">{help}</p>}
    </div>
  )
}
